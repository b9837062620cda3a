import { desc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { communeStages, journalEntries } from './journal.tables.ts'
import type { Reach, Stage } from './stage.ts'

export type JournalEntry = typeof journalEntries.$inferSelect

/** Writes entries in one statement and gives back those that were new: a fact already told stays as it was. */
export async function insertEntries(db: Database, entries: readonly JournalEntry[]) {
  const rows = JSON.stringify(
    entries.map(({ organisationId, factKey, ...entry }) => ({
      ...entry,
      organisation_id: organisationId,
      fact_key: factKey,
    })),
  )
  const inserted = await db.execute<{ id: string }>(sql`
    insert into journal_entries select * from jsonb_populate_recordset(null::journal_entries, ${rows}::jsonb)
    on conflict (fact_key) do nothing returning id`)
  const fresh = new Set(inserted.map(({ id }) => id))
  return entries.filter(({ id }) => fresh.has(id))
}

/** The stages of some communes, locked until the transaction ends so that two facts at once are folded in turn. */
export async function lockStages(db: Database, insees: readonly string[]) {
  if (insees.length === 0) return new Map<string, Stage>()
  const rows = await db
    .select({ insee: communeStages.insee, stage: communeStages.stage })
    .from(communeStages)
    .where(inArray(communeStages.insee, [...insees]))
    .orderBy(communeStages.insee)
    .for('update')
  return new Map<string, Stage>(rows.map(({ insee, stage }) => [insee, stage]))
}

type StageRow = typeof communeStages.$inferInsert

export async function saveStages(db: Database, rows: readonly StageRow[]) {
  if (rows.length === 0) return
  const json = JSON.stringify(rows.map(({ entryId, ...row }) => ({ ...row, entry_id: entryId })))
  await db.execute(sql`
    insert into commune_stages select * from jsonb_populate_recordset(null::commune_stages, ${json}::jsonb)
    on conflict (insee) do update set stage = excluded.stage, since = excluded.since, entry_id = excluded.entry_id`)
}

/** The journal of a commune, newest first. */
export const listJournal = (db: Database, insee: string, limit = 200) =>
  db
    .select()
    .from(journalEntries)
    .where(eq(journalEntries.insee, insee))
    .orderBy(desc(journalEntries.at), desc(journalEntries.id))
    .limit(limit)

/** The facts of a commune that moved its stage, oldest first: what the stage can be folded from again. */
export async function listReaches(db: Database, insee: string): Promise<Reach[]> {
  const rows = await db
    .select({ reaches: journalEntries.reaches })
    .from(journalEntries)
    .where(eq(journalEntries.insee, insee))
    .orderBy(journalEntries.at, journalEntries.id)
  return rows.flatMap(({ reaches }) => reaches ?? [])
}

/** Where a commune stands, and since when; `to-write` when nothing happened yet. */
export async function findStage(db: Database, insee: string): Promise<{ stage: Stage; since: Date | null }> {
  const [row] = await db.select().from(communeStages).where(eq(communeStages.insee, insee))
  return row ? { stage: row.stage, since: row.since } : { stage: 'to-write', since: null }
}
