import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { newId } from '#platform/ids.ts'

type Work = {
  readonly companyId: string
  readonly insee: string
  readonly need: string
  readonly softwareId: string | null
  readonly kind: string
  readonly year: number
  readonly state: 'declared' | 'confirmed' | 'refused'
  readonly why?: string | null
  readonly reply?: string | null
  readonly at: Date
  readonly settledAt: Date
}

/** A work of the demonstration, with the word that its commune has given since. */
export const saveDemonstratedWork = (db: Database, { why = null, reply = null, ...work }: Work) =>
  db.execute(sql`
    insert into company_references (id, company_id, insee, need, software_id, kind, year, state, why_refused, reply,
      declared_at, settled_at, asked_at, times_asked)
    values (${newId()}, ${work.companyId}, ${work.insee}, ${work.need}, ${work.softwareId}, ${work.kind}, ${work.year},
      ${work.state}, ${why}, ${reply}, ${moment(work.at)},
      ${work.state === 'declared' ? null : moment(work.settledAt)}, ${moment(work.at)}, 1)`)

/** A former name of the demonstration. */
export const keepFormerNameUntil = (db: Database, companyId: string, name: string, until: Date) =>
  db.execute(
    sql`insert into company_names (company_id, name, until) values (${companyId}, ${name}, ${moment(until)})`,
  )
