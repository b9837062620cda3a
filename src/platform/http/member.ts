import type { Context } from 'hono'
import type { Member } from '#values/visitor.ts'
import type { Env } from './app.ts'
import { Forbidden } from './refusals.ts'

/** The member who sends this request; throws Forbidden for anybody without an organisation. */
export function memberOf(c: Context<Env>): Member {
  const { visitor } = c.var
  if (!('organisation' in visitor)) throw new Forbidden('Aucun organisme ne vous a encore accueilli.')
  return visitor
}
