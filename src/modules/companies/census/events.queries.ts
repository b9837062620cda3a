import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { newId } from '#platform/ids.ts'

/** Something that happened to a company's page, by whose hand. */
export type CompanyEvent = { readonly at: Date; readonly sentence: string; readonly actor: string }

/** Writes a line in the history of a company's page. */
export const addEvent = (db: Database, companyId: string, { at, sentence, actor }: CompanyEvent) =>
  db.execute(sql`
    insert into company_events (id, company_id, at, sentence, actor)
    values (${newId()}, ${companyId}, ${moment(at)}, ${sentence}, ${actor})`)

/** What happened to a company's page, newest first. */
export async function eventsOf(db: Database, companyId: string): Promise<CompanyEvent[]> {
  const rows = await db.execute<Omit<CompanyEvent, 'at'> & { at: string }>(sql`
    select at, sentence, actor from company_events where company_id = ${companyId} order by at desc, id desc limit 200`)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}
