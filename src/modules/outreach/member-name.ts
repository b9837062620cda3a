import type { Context } from 'hono'
import type { Env } from '#platform/http/app.ts'

/** The name of whoever acts, as it is kept with what they did. */
export function memberName(c: Context<Env>) {
  const { visitor } = c.var
  return 'name' in visitor ? visitor.name : ''
}
