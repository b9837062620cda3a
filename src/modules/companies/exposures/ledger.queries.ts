import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import type { LedgerFilter, LedgerLine, LedgerSort } from './ledger.ts'

export const ledgerPageSize = 50

/** The public ledger: what each was given and what an equal share would have given, what it was asked, who chose it. */
export function listLedger(db: Database, filter: LedgerFilter, page?: number): Promise<LedgerLine[]> {
  const paging = page ? sql`limit ${ledgerPageSize} offset ${(page - 1) * ledgerPageSize}` : sql``
  return db.execute<LedgerLine>(sql`
    ${ledger(filter)}
    select * from lines order by ${orders[filter.sort]}, provider ${paging}`)
}

/** How many lines the ledger has, and what they add up to. */
export async function countLedger(db: Database, filter: LedgerFilter) {
  const [sum] = await db.execute<{ lines: number; shown: number; asked: number; chosen: number }>(sql`
    ${ledger(filter)}
    select count(*)::int as lines, coalesce(sum(shown), 0)::int as shown, coalesce(sum(asked), 0)::int as asked,
      coalesce(sum(chosen), 0)::int as chosen
    from lines`)
  return sum ?? { lines: 0, shown: 0, asked: 0, chosen: 0 }
}

const orders: Record<LedgerSort, SQL> = {
  shown: sql`shown desc`,
  first: sql`first desc`,
  gap: sql`abs(first - "fairFirst") desc`,
  asked: sql`asked desc`,
  chosen: sql`chosen desc`,
  name: sql`lower(name)`,
}

const ledger = ({ q, from, to, need, place }: LedgerFilter) => sql`
  with given as (
    select provider, sum(shown)::int as shown, sum(shown_first)::int as first, sum(shown_leading)::int as "leading",
      sum(fair_first) as fair_first, sum(fair_leading) as fair_leading
    from exposures
    where day between ${from}::date and ${to}::date ${need ? sql`and about = ${need}` : sql``}
      ${place ? sql`and place = ${place}` : sql``}
    group by provider),
  requested as (
    select i.provider, count(*)::int as asked, count(i.answered_at)::int as answered,
      (count(*) filter (where i.is_chosen))::int as chosen
    from quote_invitations i join quote_requests r on r.id = i.request_id
    where i.sent_at::date between ${from}::date and ${to}::date ${need ? sql`and r.need = ${need}` : sql``}
    group by i.provider),
  known as (
    select 'company:' || id as provider, name, siren, id, false as is_organisation from companies
    union all
    select 'organisation:' || id, name, null, id, true from organisations),
  lines as (
    select provider, k.name, k.siren, k.id, k.is_organisation as "isOrganisation", coalesce(g.shown, 0) as shown,
      coalesce(g.first, 0) as first, coalesce(g."leading", 0) as "leadingPlaces", coalesce(g.fair_first, 0) as "fairFirst",
      coalesce(g.fair_leading, 0) as "fairLeading", coalesce(r.asked, 0) as asked, coalesce(r.answered, 0) as answered,
      coalesce(r.chosen, 0) as chosen
    from given g full join requested r using (provider) join known k using (provider)
    where position(lower(${q}) in lower(k.name)) > 0 or k.siren = ${q.replace(/\s/g, '')})`
