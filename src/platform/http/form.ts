import type { Context } from 'hono'
import { z } from 'zod'
import type { Env } from './app.ts'

// A missing field never reaches a person through our pages; told all the same without the words of the library.
z.config({
  ...z.locales.fr(),
  customError: ({ code }) => (code === 'invalid_type' ? 'À remplir.' : undefined),
})

/** One thing to mend in a form: the field's name and a French sentence. */
export type Problem = { readonly field: string; readonly message: string }

export type FormValues = Readonly<Record<string, string>>

/** A form as read: its parsed value, or what to mend together with what was typed, so that nothing is lost. */
export type FormReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly typed: FormValues }

/** Reads the posted form by its schema. A field posted several times arrives as an array. */
export async function readForm<Schema extends z.ZodType>(
  c: Context<Env>,
  schema: Schema,
): Promise<FormReading<z.output<Schema>>> {
  const body = withoutNulls(await c.req.parseBody({ all: true }))
  const parsed = schema.safeParse(body)
  if (parsed.success) return { ok: true, value: parsed.data }

  return { ok: false, problems: parsed.error.issues.map(problem), typed: typedValues(body) }
}

/** Reads the query string by its schema; what does not fit falls back on the schema's own defaults (use .catch). */
export const readQuery = <Schema extends z.ZodType>(c: Context<Env>, schema: Schema): z.output<Schema> =>
  schema.parse(c.req.query())

const problem = (issue: z.core.$ZodIssue): Problem => ({
  field: String(issue.path[0] ?? ''),
  message: issue.message,
})

/** A null character is nothing that a person typed, and PostgreSQL keeps none. */
const withoutNulls = (body: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(body).map(([field, value]) => [
      field,
      Array.isArray(value) ? value.map(clean) : clean(value),
    ]),
  )

const clean = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '') : value)

const typedValues = (body: Record<string, unknown>): FormValues =>
  Object.fromEntries(
    Object.entries(body).flatMap(([field, value]) => (typeof value === 'string' ? [[field, value]] : [])),
  )
