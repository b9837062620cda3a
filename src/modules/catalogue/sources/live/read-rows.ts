import type { z } from 'zod'
import type { LeftOut, LiveEntry, LivePage } from './live-reading.ts'

/** Reads rows one by one: one that has not the shape is left out with its reason, and the others are taken. */
export function readRows<Schema extends z.ZodType>(
  rows: readonly unknown[],
  schema: Schema,
  read: (row: z.output<Schema>, raw: unknown) => LiveEntry | string,
): LivePage {
  const entries: LiveEntry[] = []
  const leftOut: LeftOut[] = []
  for (const [at, raw] of rows.entries()) {
    const parsed = schema.safeParse(raw)
    const entry = parsed.success ? read(parsed.data, raw) : shapeFault(parsed.error)
    if (typeof entry === 'string') leftOut.push({ row: labelOf(raw, at), why: entry })
    else entries.push(entry)
  }
  return { entries, files: [], leftOut, next: null }
}

function shapeFault(error: z.ZodError) {
  const [issue] = error.issues
  return `La clé « ${issue?.path.join('.') || 'racine'} » n’a pas la forme attendue.`
}

function labelOf(raw: unknown, at: number) {
  const named =
    typeof raw === 'object' && raw !== null
      ? Object.entries(raw).find(([key]) => /^(name|nom)$/.test(key))
      : undefined
  const name = typeof named?.[1] === 'string' ? named[1].slice(0, 120) : undefined
  return name ?? `ligne ${at + 1}`
}
