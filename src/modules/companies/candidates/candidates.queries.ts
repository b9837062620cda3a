import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { companyPaths } from '../companies.paths.ts'
import type { ServedPlace } from '../services/area.ts'
import { goneBefore } from '../services/freshness.ts'
import type { ServiceKind } from '../services/service.ts'
import { type Candidate, type CandidateOffer, type CandidateService, servesPlace } from './candidate.ts'

export type Sought = {
  readonly need?: string
  readonly softwareIds?: readonly string[]
  readonly kind?: ServiceKind
  readonly place?: ServedPlace
}

type Dated<Row> = Omit<Row, 'statedAt'> & { readonly statedAt: string }

type Row = Pick<
  Candidate,
  'id' | 'siren' | 'name' | 'isOrganisation' | 'confirmedReferences' | 'declaredReferences'
> & {
  readonly services: readonly Dated<CandidateService>[] | null
  readonly offers: readonly Dated<CandidateOffer>[] | null
}

/**
 * Who says it can help with a need or with software, and who operates an offer for it; without any order. An organisation of
 * the partnership comes only through its offers, and so never for what companies sell: with a kind other than hosting, no
 * offer is a candidate. What was last said more than two years ago does not count.
 */
export async function candidatesFor(db: Database, sought: Sought, now: Date): Promise<Candidate[]> {
  const rows = await db.execute<Row>(statement(sought, now))
  return rows.map(({ services, offers, ...row }) => {
    const said = { services: (services ?? []).map(dated), offers: (offers ?? []).map(dated) }
    return {
      ...row,
      ...said,
      key: `${row.isOrganisation ? 'organisation' : 'company'}:${row.id}`,
      path: row.isOrganisation ? companyPaths.operated(row.id) : companyPaths.show(row),
      serves: servesPlace(said, sought.place),
    }
  })
}

const dated = <Said extends { readonly statedAt: string }>(said: Said) => ({
  ...said,
  statedAt: new Date(said.statedAt),
})

function statement({ need, softwareIds, kind }: Sought, now: Date) {
  const limit = moment(goneBefore(now))
  const kinds = kind ? sql`and kind = ${kind}` : sql``
  const isOfferable = kind === undefined || kind === 'hosting'

  return sql`
    with stated as (
      select company_id, jsonb_agg(jsonb_build_object('kind', kind, 'level', level, 'need', need,
        'softwareId', software_id, 'areas', areas, 'statedAt', stated_at)) as services
      from company_services where ended_at is null and stated_at >= ${limit} ${kinds} and ${about(need, softwareIds)}
      group by company_id),
    offered as (
      select company_id, organisation_id, jsonb_agg(jsonb_build_object('id', o.id, 'softwareId', software_id,
        'softwareName', w.name, 'need', need, 'areas', areas, 'priceModel', price_model,
        'hostingCountry', hosting_country, 'signup', signup, 'statedAt', stated_at)) as offers
      from operated_offers o join software w on w.id = o.software_id
      where ended_at is null and stated_at >= ${limit} and ${isOfferable} and ${about(need, softwareIds)}
      group by company_id, organisation_id),
    worked as (
      select company_id, (count(*) filter (where state = 'confirmed'))::int as confirmed,
        (count(*) filter (where state = 'declared'))::int as declared
      from company_references where withdrawn_at is null and ${about(need, softwareIds)} group by company_id)
    select c.id, c.siren, c.name, false as "isOrganisation", s.services, o.offers,
      coalesce(r.confirmed, 0) as "confirmedReferences", coalesce(r.declared, 0) as "declaredReferences"
    from companies c
      left join stated s on s.company_id = c.id
      left join offered o on o.company_id = c.id
      left join worked r on r.company_id = c.id
    where c.withdrawn_at is null and (s.company_id is not null or o.company_id is not null)
    union all
    select g.id, null, g.name, true, null, o.offers, 0, 0
    from offered o join organisations g on g.id = o.organisation_id`
}

// Without a need or a software, every statement answers.
function about(need: string | undefined, softwareIds: readonly string[] | undefined) {
  if (need === undefined && softwareIds === undefined) return sql`true`
  const ids = JSON.stringify(softwareIds ?? [])
  // A sheet merged into another is what the company named: both are one software.
  return sql`(need = ${need ?? ''} or software_id in (
    select meant.id from software meant where coalesce(meant.merged_into, meant.id)
      in (select jsonb_array_elements_text(${ids}::jsonb)::uuid)))`
}
