import { sql } from 'drizzle-orm'
import { type CaseOfCommune, casesOfCommune } from '#modules/accompaniment/index.ts'
import {
  hintsOfRecord,
  type LockOfCommune,
  locksOfRecord,
  type UsageHint,
  type UsageOfCommune,
  usagesOfRecord,
} from '#modules/catalogue/index.ts'
import { communes, contactPoints, epcis, mayors } from '#modules/communes/index.ts'
import { type ContactOfCommune, contactsOfCommune } from '#modules/contacts/index.ts'
import { communeStages, journalEntries, type Reach, type Stage } from '#modules/journal/index.ts'
import {
  messagesOfCommune,
  type OpenSearch,
  openSearchesOfCommune,
  type SentMessage,
} from '#modules/outreach/index.ts'
import { perimeterCommunes } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { NameLink } from '#values/commune-name.ts'
import type { Member } from '#values/visitor.ts'

/** A way to reach the town hall, with where it comes from. Days and moments are ISO texts, as JSON carries them. */
export type ReachPoint = {
  readonly id: string
  readonly kind: 'email' | 'phone' | 'website' | 'address'
  readonly value: string
  readonly label: string | null
  readonly source: string
  readonly sourceDate: string | null
}

export type MayorInOffice = {
  readonly firstName: string
  readonly lastName: string
  readonly civility: 'Madame' | 'Monsieur' | null
  readonly since: string | null
  readonly source: string
  readonly sourceDate: string | null
}

export type RecordEntry = {
  readonly id: string
  readonly at: string
  readonly kind: string
  readonly sentence: string
  readonly path: string | null
  readonly actor: string | null
  readonly reaches: Reach | null
}

/** All that the record of a commune says from the territory, the journal and the perimeter. */
export type CommuneRecord = {
  readonly insee: string
  readonly name: string
  readonly nameType: NameLink
  readonly departement: string
  readonly population: number | null
  readonly postalCodes: readonly string[]
  readonly siren: string | null
  readonly siret: string | null
  readonly endedOn: string | null
  readonly source: string
  readonly sourceDate: string
  readonly epciSiren: string | null
  readonly epci: string | null
  readonly stage: Stage | null
  readonly since: string | null
  readonly isInPerimeter: boolean
  readonly mayor: MayorInOffice | null
  readonly points: readonly ReachPoint[]
  readonly journal: readonly RecordEntry[]
  readonly messages: readonly SentMessage[]
  /** The addresses that lead nowhere and wait for somebody to find the good one. */
  readonly searches: readonly OpenSearch[]
  /** What the reader's organisation handles and follows; no other's. */
  readonly contacts: readonly ContactOfCommune[]
  readonly cases: readonly CaseOfCommune[]
  /** What it uses and what holds it, confirmed or awaiting its word. */
  readonly usages: readonly UsageOfCommune[]
  readonly locks: readonly LockOfCommune[]
  /** What other catalogues say that it uses, and that it has not said. */
  readonly hints: readonly UsageHint[]
}

const longestJournal = 200

/** The record of a commune as a member may read it, in one round trip; nothing when no commune bears the code. */
export async function findCommuneRecord(
  db: Database,
  insee: string,
  reader: Pick<Member, 'organisation'>,
): Promise<CommuneRecord | undefined> {
  const of = sql`c.insee`
  const [row] = await db.execute<{ record: CommuneRecord }>(sql`
    select jsonb_build_object(
      'insee', c.insee, 'name', c.name, 'nameType', c.name_type, 'departement', c.departement,
      'population', c.population, 'postalCodes', c.postal_codes, 'siren', c.siren, 'siret', c.siret,
      'endedOn', c.ended_on, 'source', c.source, 'sourceDate', c.source_date,
      'epciSiren', c.epci_siren, 'epci', e.name, 'stage', s.stage, 'since', s.since,
      'isInPerimeter', exists (select from ${perimeterCommunes} pc where pc.insee = c.insee),
      'mayor', (
        select jsonb_build_object('firstName', m.first_name, 'lastName', m.last_name, 'civility', m.civility,
          'since', m.since, 'source', m.source, 'sourceDate', m.source_date)
        from ${mayors} m where m.insee = c.insee and m.ended_at is null),
      'points', (
        select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'value', p.value, 'label', p.label,
          'source', p.source, 'sourceDate', p.source_date) order by p.rank, p.imported_at desc), '[]')
        from ${contactPoints} p where p.insee = c.insee and p.ended_at is null),
      'journal', (
        select coalesce(jsonb_agg(jsonb_build_object('id', j.id, 'at', j.at, 'kind', j.kind, 'sentence', j.sentence,
          'path', j.path, 'actor', j.actor, 'reaches', j.reaches) order by j.at desc, j.id desc), '[]')
        from (select * from ${journalEntries} where insee = c.insee order by at desc, id desc limit ${longestJournal}) j),
      'messages', ${messagesOfCommune(of)},
      'searches', ${openSearchesOfCommune(of)},
      'contacts', ${contactsOfCommune(of, reader)},
      'cases', ${casesOfCommune(of, reader)},
      'usages', ${usagesOfRecord(of)},
      'locks', ${locksOfRecord(of)},
      'hints', ${hintsOfRecord(of)}
    ) as record
    from ${communes} c
    left join ${epcis} e on e.siren = c.epci_siren
    left join ${communeStages} s on s.insee = c.insee
    where c.insee = ${insee}`)
  return row?.record
}
