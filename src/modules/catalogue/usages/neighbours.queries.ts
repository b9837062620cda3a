import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { likenessKilometres as km, sizeBandFrom } from './likeness.ts'
import type { UsageState } from './usage.ts'
import { goneLimit, greyLimit } from './usage-age.ts'

/** A commune that uses a software, as a line of an answer shows it: never counted, always one that can be asked. */
export type Neighbour = {
  readonly usageId: string
  readonly insee: string
  readonly name: string
  readonly population: number | null
  /** From the town hall of whoever asks, as the crow flies; null when nobody said where they are. */
  readonly km: number | null
  readonly sinceOn: string | null
  readonly state: UsageState
  readonly whyLeft: string | null
  readonly acceptsCall: boolean
  readonly isGrey: boolean
  readonly operatedBy: string | null
}

type Asking = {
  readonly softwareIds: readonly string[]
  readonly insee?: string
  readonly need?: string
  readonly now: Date
  /** How many for each software. */
  readonly limit: number
}

/** The communes most like the one that asks which use each software: confirmed, and said less than two years ago. */
export async function neighboursUsing(
  db: Database,
  { softwareIds, insee, need, now, limit }: Asking,
): Promise<ReadonlyMap<string, readonly Neighbour[]>> {
  if (softwareIds.length === 0) return new Map()
  const rows = await db.execute<Neighbour & { softwareId: string }>(sql`
    with wanted as (${wantedSql(softwareIds)}),
    here as (select insee, epci_siren, departement, longitude, latitude, population
      from communes where insee = ${insee ?? ''}),
    near as (
      select w.shown, u.id, u.insee, c.name, c.population, u.since_on, u.state, u.why_left, u.accepts_call,
        u.operated_by, coalesce(u.renewed_at, u.confirmed_at) <= ${moment(greyLimit(now))} as grey,
        case when u.need = ${need ?? ''} then ${km.sameNeed}::float else 0 end as need_worth, c.search_name,
        111.2 * sqrt((c.latitude - h.latitude) ^ 2 + (cos(radians(h.latitude)) * (c.longitude - h.longitude)) ^ 2) as km,
        case when h.insee is null then 0::float else
          abs(${bandSql(sql`c.population`)} - ${bandSql(sql`h.population`)}) * ${km.perBandApart}::float
          + case when c.epci_siren = h.epci_siren then ${km.sameEpci}::float else 0 end
          + case when c.departement = h.departement then ${km.sameDepartement}::float else 0 end
        end as apart
      from wanted w
      join usages u on u.software_id = w.id and u.withdrawn_at is null and u.confirmed_at is not null
        and coalesce(u.renewed_at, u.confirmed_at) > ${moment(goneLimit(now))}
      join communes c on c.insee = u.insee
      left join here h on true
      where u.insee <> ${insee ?? ''}),
    ranked as (
      select near.*, row_number() over (partition by shown order by
        coalesce(km, ${km.unknownDistance}) + apart + need_worth
          + case when accepts_call then 0 else ${km.noCall} end
          + case when grey then ${km.grey} else 0 end
          + case when state = 'left' then ${km.left} else 0 end,
        since_on, search_name, insee) as rank
      from near)
    select shown as "softwareId", id as "usageId", insee, name, population, round(km)::int as km, since_on::text as "sinceOn",
      state, why_left as "whyLeft", accepts_call as "acceptsCall", grey as "isGrey", operated_by as "operatedBy"
    from ranked where rank <= ${limit} order by shown, rank`)

  return Map.groupBy(rows, ({ softwareId }) => softwareId)
}

/** The sheets asked for, with those merged into them. */
export const wantedSql = (softwareIds: readonly string[]) => sql`
  select id, coalesce(merged_into, id) as shown from software
  where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(softwareIds)}::jsonb))
  union
  select id, merged_into from software
  where merged_into in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(softwareIds)}::jsonb))`

const bandSql = (population: ReturnType<typeof sql>) =>
  sql`width_bucket(coalesce(${population}, 0), array[${sql.raw(sizeBandFrom.join(', '))}])`
