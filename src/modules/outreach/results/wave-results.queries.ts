import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { writtenStates } from '../deliveries/delivery.ts'
import { stratumOf } from '../waves/draw.ts'
import type { Rate } from './rates.ts'

/** A town hall that a wave reached, by which way, and whether its one response came after it. */
type Reached = {
  readonly waveId: string
  readonly insee: string
  readonly channel: 'email' | 'letter'
  readonly population: number | null
  readonly epci: string | null
  readonly hasResponded: boolean
}

// The acts of a person that open a contact; « not now » and « no more letters » are answers, not responses.
const positiveKinds = ['answer-call-back', 'answer-need', 'heard-call-back', 'heard-need', 'email-received']

/**
 * The town halls that launched waves reached. A town hall has one response, the first positive act of a person, whatever
 * its channel: it belongs to the last wave that had reached it by then.
 */
const listReached = (db: Database, waveId?: string) =>
  db.execute<Reached>(sql`
    with reached as (
      select distinct on (d.wave_id, d.insee) d.wave_id, d.insee, d.channel, w.launched_at
      from deliveries d join waves w on w.id = d.wave_id
      where d.insee is not null and d.state in (select jsonb_array_elements_text(${JSON.stringify(writtenStates)}::jsonb))
      order by d.wave_id, d.insee, d.channel),
    responses as (
      select j.insee, min(j.at) as at from journal_entries j
      where j.kind in (select jsonb_array_elements_text(${JSON.stringify(positiveKinds)}::jsonb)) group by j.insee)
    select r.wave_id as "waveId", r.insee, r.channel, c.population, e.name as epci,
      coalesce(a.at >= r.launched_at and not exists (
        select from reached later
        where later.insee = r.insee and later.launched_at > r.launched_at and later.launched_at <= a.at), false)
        as "hasResponded"
    from reached r
    join communes c on c.insee = r.insee
    left join epcis e on e.siren = c.epci_siren
    left join responses a on a.insee = r.insee
    where ${waveId ? sql`r.wave_id = ${waveId}` : sql`true`}`)

export type NamedRate = Rate & { readonly label: string }

/** The responses to a wave: of all it reached, by way, and by stratum. */
export async function findWaveResults(db: Database, waveId: string) {
  const reached = await listReached(db, waveId)
  const ways = { email: 'Par courriel', letter: 'Par lettre' }
  const strata = grouped(reached, ({ population, epci }) =>
    stratumOf({ population: population ?? undefined, epciName: epci ?? undefined }),
  )
  return {
    all: { label: 'Toute la vague', ...rateOf(reached) },
    channels: grouped(reached, ({ channel }) => ways[channel]),
    strata: strata.toSorted((a, b) => a.label.localeCompare(b.label, 'fr')),
  }
}

export type WaveResults = Awaited<ReturnType<typeof findWaveResults>>

/** The responses to each launched wave to town halls, in the order of their launches. */
export async function listWaveResults(db: Database) {
  const [waves, reached] = await Promise.all([
    db.execute<{ id: string; name: string }>(
      sql`select id, name from waves where state = 'launched' and audience_kind = 'town-halls' order by launched_at, id`,
    ),
    listReached(db),
  ])
  const byWave = Map.groupBy(reached, ({ waveId }) => waveId)
  return waves.map(({ id, name }) => ({ id, label: name, ...rateOf(byWave.get(id) ?? []) }))
}

export type WaveRate = Awaited<ReturnType<typeof listWaveResults>>[number]

const grouped = (reached: readonly Reached[], labelOf: (one: Reached) => string): NamedRate[] =>
  [...Map.groupBy(reached, labelOf)].map(([label, members]) => ({ label, ...rateOf(members) }))

const rateOf = (reached: readonly Reached[]): Rate => ({
  k: reached.filter(({ hasResponded }) => hasResponded).length,
  n: reached.length,
})
