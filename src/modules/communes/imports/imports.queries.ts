import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import type { Finding, Outcome } from './finding.ts'
import { importFindings, imports } from './imports.tables.ts'

export type Import = typeof imports.$inferSelect
export type NewImport = typeof imports.$inferInsert

/** One import; throws NotFound. */
export async function findImport(db: Database, id: string): Promise<Import> {
  const [found] = isId(id) ? await db.select().from(imports).where(eq(imports.id, id)) : []
  if (!found) throw new NotFound('Cet import n’existe pas.')
  return found
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** The same, held until the transaction ends: two runs at once take turns. */
export async function lockImport(db: Database, id: string): Promise<Import> {
  const [found] = await db.select().from(imports).where(eq(imports.id, id)).for('update')
  if (!found) throw new NotFound('Cet import n’existe pas.')
  return found
}

/** Announces an import; false when it was already, by the same form posted twice. */
export async function insertImport(db: Database, row: NewImport) {
  const inserted = await db.insert(imports).values(row).onConflictDoNothing().returning({ id: imports.id })
  return inserted.length > 0
}

export const saveImport = (db: Database, id: string, change: Partial<NewImport>) =>
  db.update(imports).set(change).where(eq(imports.id, id))

export const importsPageSize = 30

/** The imports, latest first. */
export async function listImports(db: Database, page: number) {
  const [total] = await db.select({ n: count() }).from(imports)
  const rows = await db
    .select()
    .from(imports)
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(importsPageSize)
    .offset((page - 1) * importsPageSize)
  return { total: total?.n ?? 0, imports: rows }
}

/** Forgets the report of an earlier dry run. */
export const clearFindings = (db: Database, importId: string) =>
  db.delete(importFindings).where(eq(importFindings.importId, importId))

/** Writes lines of the report after those already there. */
export async function insertFindings(
  db: Database,
  importId: string,
  findings: readonly Finding[],
  from: number,
) {
  await db.execute(sql`
    insert into import_findings (import_id, position, row_number, insee, outcome, reason, field, before, after)
    select ${importId}::uuid, ${from}::int + ordinality - 1, (line->>0)::int, line->>1, line->>2, line->>3, line->>4,
           line->>5, line->>6
    from jsonb_array_elements(${JSON.stringify(findings.map(lineOf))}::jsonb) with ordinality as lines(line, ordinality)`)
}

const lineOf = ({ row, insee, outcome, reason, field, before, after }: Finding) => [
  row,
  insee,
  outcome,
  reason,
  field,
  before,
  after,
]

export type FindingFilter = { readonly outcome?: Outcome; readonly reason?: string }
export type ReportLine = Finding & { readonly commune: string | null }

export const findingsPageSize = 50

/** The lines of a report that a filter keeps, in the order of the file, with the commune's name. */
export async function listFindings(
  db: Database,
  importId: string,
  filter: FindingFilter,
  { limit = findingsPageSize, offset = 0 } = {},
): Promise<{ total: number; lines: ReportLine[] }> {
  const [total] = await db.select({ n: count() }).from(importFindings).where(kept(importId, filter))
  const lines = await db
    .select({
      row: importFindings.rowNumber,
      insee: importFindings.insee,
      outcome: importFindings.outcome,
      reason: importFindings.reason,
      field: importFindings.field,
      before: importFindings.before,
      after: importFindings.after,
      commune: sql<
        string | null
      >`(select name from communes where communes.insee = coalesce(import_findings.insee,
        case when import_findings.reason = 'former-commune' then import_findings.after end))`,
    })
    .from(importFindings)
    .where(kept(importId, filter))
    .orderBy(asc(importFindings.rowNumber), asc(importFindings.position))
    .limit(limit)
    .offset(offset)
  return { total: total?.n ?? 0, lines }
}

const kept = (importId: string, { outcome, reason }: FindingFilter) =>
  and(
    eq(importFindings.importId, importId),
    outcome ? eq(importFindings.outcome, outcome) : undefined,
    // what is opposed is one list, whether the file changes it or only says it again
    reason === 'opposed'
      ? inArray(importFindings.reason, ['opposed', 'opposed-confirmed'])
      : reason
        ? eq(importFindings.reason, reason)
        : undefined,
  )

/** The codes that a report proposes a successor for. */
export async function listProposedSuccessors(db: Database, importId: string) {
  const rows = await db
    .selectDistinct({ former: importFindings.before })
    .from(importFindings)
    .where(kept(importId, { outcome: 'refused', reason: 'former-commune' }))
  return rows.flatMap(({ former }) => former ?? [])
}
