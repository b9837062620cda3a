import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { isId } from '#platform/ids.ts'

/** What a reader says is wrong on a company's page. */
export type Report = {
  readonly id: string
  readonly companyId: string
  readonly company: string
  readonly siren: string | null
  readonly body: string
  readonly personName: string | null
  readonly email: string | null
  readonly at: Date
  readonly settledAt: Date | null
  readonly settledBy: string | null
  readonly answer: string | null
}

type NewReport = Pick<Report, 'id' | 'companyId' | 'body' | 'personName' | 'email' | 'at'>

/** Keeps a report; the same identifier twice is one report. */
export const addReport = (db: Database, { id, companyId, body, personName, email, at }: NewReport) =>
  db.execute(sql`
    insert into company_reports (id, company_id, body, person_name, email, at)
    values (${id}, ${companyId}, ${body}, ${personName}, ${email}, ${moment(at)}) on conflict do nothing`)

/** How many reports came about one company, and about all, since a moment: what bounds those who would flood us. */
export async function countReportsSince(db: Database, companyId: string, since: Date) {
  const [row] = await db.execute<{ ofCompany: number; all: number }>(sql`
    select (count(*) filter (where company_id = ${companyId}))::int as "ofCompany", count(*)::int as all
    from company_reports where at > ${moment(since)}`)
  return row ?? { ofCompany: 0, all: 0 }
}

/** The reports that nobody has answered, oldest first; or those answered, newest first. */
export async function listReports(db: Database, state: 'open' | 'settled'): Promise<Report[]> {
  const rows = await db.execute<
    Omit<Report, 'at' | 'settledAt'> & { at: string; settledAt: string | null }
  >(sql`
    select r.id, r.company_id as "companyId", c.name as company, c.siren, r.body, r.person_name as "personName", r.email,
      r.at, r.settled_at as "settledAt", r.settled_by as "settledBy", r.answer
    from company_reports r join companies c on c.id = r.company_id
    where ${state === 'open' ? sql`r.settled_at is null order by r.at` : sql`r.settled_at is not null order by r.settled_at desc`}
    limit 200`)
  return rows.map((row) => ({
    ...row,
    at: new Date(row.at),
    settledAt: row.settledAt === null ? null : new Date(row.settledAt),
  }))
}

type Settled = { readonly answer: string; readonly by: string; readonly at: Date }

/** Writes what was answered to a report; false when it has its answer already. */
export async function settleReport(db: Database, id: string, { answer, by, at }: Settled) {
  if (!isId(id)) return false
  const settled = await db.execute(sql`
    update company_reports set answer = ${answer}, settled_by = ${by}, settled_at = ${moment(at)}
    where id = ${id} and settled_at is null returning id`)
  return settled.length > 0
}
