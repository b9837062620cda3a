import { sql } from 'drizzle-orm'
import { plainName } from '#modules/communes/index.ts'
import type { CompaniesToInvite, InvitableCompany } from '#modules/outreach/index.ts'
import { companyPaths } from '../companies.paths.ts'
import { companies, companyServices } from '../companies.tables.ts'

type Row = Pick<InvitableCompany, 'id' | 'name' | 'email' | 'leftOut'> & {
  readonly siren: string | null
  readonly source: string
  readonly source_date: string | null
  readonly created_at: string
}

/**
 * What the census tells the outreach of the companies that a wave may invite: those that the filters keep, in the order of
 * their identifiers, which is nobody's merit. Those that a wave must leave out are given too, with why.
 */
export const companiesToInvite: CompaniesToInvite = async (db, { q, claim, area, source }) => {
  const hasArea = sql`(c.insee is not null or exists (
    select from ${companyServices} s where s.company_id = c.id and s.ended_at is null))`
  const conditions = [
    q ? sql`c.search_name like ${`%${plainName(q)}%`}` : undefined,
    claim === 'claimed' ? sql`c.claimed_at is not null` : undefined,
    claim === 'unclaimed' ? sql`c.claimed_at is null` : undefined,
    area === 'known' ? hasArea : undefined,
    area === 'unknown' ? sql`not ${hasArea}` : undefined,
    source ? sql`c.source = ${source}` : undefined,
  ]
  const rows = await db.execute<Row>(sql`
    select c.id, c.siren, c.name, c.email, c.source, c.source_date::text, c.created_at,
      case when c.withdrawn_at is not null then 'withdrawn' when c.claimed_at is not null then 'claimed' end as "leftOut"
    from ${companies} c
    where ${sql.join([sql`true`, ...conditions.filter((one) => one !== undefined)], sql` and `)}
    order by c.id`)
  return rows.map(invitable)
}

const invitable = ({ source_date, created_at, leftOut, siren, ...company }: Row): InvitableCompany => ({
  ...company,
  leftOut: leftOut ?? undefined,
  collectedAt: new Date(source_date ?? created_at),
  path: companyPaths.show({ id: company.id, siren }),
})
