import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'

/** What happened lately in a directory, for those who follow it. */
export type News = {
  readonly id: string
  readonly at: Date
  readonly name: string
  readonly slug: string
  readonly summary: string | null
}

type Raw = Omit<News, 'at'> & { readonly at: string }
const dated = (rows: readonly Raw[]): News[] => rows.map((row) => ({ ...row, at: new Date(row.at) }))

const most = 50

/** The sheets changed last. */
export const softwareNews = async (db: Database) =>
  dated(
    await db.execute<Raw>(sql`
      select id, updated_at as at, name, slug, summary from software
      where merged_into is null and withdrawn_at is null and layer = 'main' order by updated_at desc, id limit ${most}`),
  )

/** The companies that came last. */
export const companyNews = async (db: Database) =>
  dated(
    await db.execute<Raw>(sql`
      select id, coalesce(claimed_at, created_at) as at, name, coalesce(siren, id::text) as slug, presentation as summary
      from companies where withdrawn_at is null order by 2 desc, id limit ${most}`),
  )

export type UsageNews = News & { readonly commune: string; readonly state: 'testing' | 'in-use' | 'left' }

/** The usages that communes confirmed or renewed last, while they are shown. */
export async function usageNews(db: Database, shownSince: Date): Promise<UsageNews[]> {
  const rows = await db.execute<Raw & Pick<UsageNews, 'commune' | 'state'>>(sql`
    select u.id, coalesce(u.renewed_at, u.confirmed_at) as at, s.name, s.slug, s.summary, c.name as commune, u.state
    from usages u join software own on own.id = u.software_id join software s on s.id = coalesce(own.merged_into, own.id)
    join communes c on c.insee = u.insee
    where u.withdrawn_at is null and coalesce(u.renewed_at, u.confirmed_at) > ${moment(shownSince)}
    order by 2 desc, u.id limit ${most}`)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}
