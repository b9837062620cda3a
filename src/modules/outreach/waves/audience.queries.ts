import { sql } from 'drizzle-orm'
import { plainName } from '#modules/communes/index.ts'
import type { Stage } from '#modules/journal/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { NameLink } from '#values/commune-name.ts'
import { parseEmail } from '#values/email.ts'
import { deadAddressesSql, hasDeadEmailSql } from '../address-searches/address-searches.queries.ts'
import { addressText } from '../lots/lot.ts'
import type { Topic } from '../oppositions/opposition.ts'
import {
  activeAddresses,
  addressHmac,
  letterHmac,
  townHallOpposesSql,
} from '../oppositions/oppositions.queries.ts'
import { type Candidate, letterTo } from './audience.ts'
import { type AudienceFilters, populationBand } from './audience-filters.ts'
import { isDrawnSql } from './draw.queries.ts'
import { reminderExclusionSql, wasMeantSql } from './reminder.queries.ts'

type Point = { kind: 'email' | 'address'; value: string; source: string; collected_at: string }

type CandidateRow = {
  insee: string
  name: string
  name_type: NameLink
  population: number | null
  postal_codes: string[]
  epci_name: string | null
  stage: Stage
  mayor: { firstName: string; lastName: string; civility: 'Madame' | 'Monsieur' | null } | null
  points: Point[] | null
  opposes_email: boolean
  opposes_letter: boolean
  dead_emails: string[]
  dead_letters: string[]
  last_written_at: string | null
  has_answered: boolean
  last_heard_at: string | null
  reminder_exclusion: Candidate['reminderExclusion'] | null
  hand_exclusion: string | null
  exclusion_cause: Candidate['exclusionCause'] | null
}

type Asked = {
  programmeId: string
  filters: AudienceFilters
  waveId?: string
  topic?: Topic
  /** The wave it reminds of, and whether those reminded once are reminded again. */
  reminder?: { of: string; isAgain: boolean }
  secret: string
}

/**
 * The town halls of the perimeter that the filters keep, by INSEE code, with everything that decides whether and how they
 * are written to. Opposed addresses are told by their keyed hash.
 */
export async function listAudienceCandidates(db: Database, asked: Asked) {
  const { programmeId, filters, waveId, topic = 'all', reminder, secret } = asked
  const opposes = (channel: 'email' | 'letter') =>
    townHallOpposesSql(sql`c.insee`, sql`${channel}`, sql`${topic}`)
  const rows = await db.execute<CandidateRow>(sql`
    select c.insee, c.name, c.name_type, c.population, c.postal_codes, e.name as epci_name,
      coalesce(s.stage, 'to-write') as stage,
      (select jsonb_build_object('firstName', m.first_name, 'lastName', m.last_name, 'civility', m.civility)
         from mayors m where m.insee = c.insee and m.ended_at is null) as mayor,
      (select jsonb_agg(jsonb_build_object('kind', p.kind, 'value', p.value, 'source', p.source,
                                          'collected_at', p.imported_at) order by p.rank, p.value)
         from contact_points p
         where p.insee = c.insee and p.ended_at is null and p.kind in ('email', 'address')) as points,
      ${opposes('email')} as opposes_email,
      ${opposes('letter')} as opposes_letter,
      ${deadAddressesSql(sql`c.insee`, 'email')} as dead_emails,
      ${deadAddressesSql(sql`c.insee`, 'letter')} as dead_letters,
      -- what is about to leave in another wave counts as written: at most once
      (select max(coalesce(d.settled_at, d.created_at)) from deliveries d
         where d.insee = c.insee and d.state not in ('excluded', 'refused_permanent', 'bounced', 'returned'))
        as last_written_at,
      exists (select from deliveries d where d.insee = c.insee and d.state in ('replied', 'answered')) as has_answered,
      -- what came from the town hall: an answer to a letter, an exchange a member wrote down, a reply in the ledger
      greatest(
        (select max(j.at) from journal_entries j
           where j.insee = c.insee and (j.kind like 'answer-%' or j.kind like 'heard-%')),
        (select max(d.settled_at) from deliveries d where d.insee = c.insee and d.state in ('replied', 'answered')))
        as last_heard_at,
      ${reminder ? reminderExclusionSql(sql`c.insee`, reminder) : sql`null`} as reminder_exclusion,
      x.reason as hand_exclusion, x.cause as exclusion_cause
    from perimeter_communes pc
    join communes c on c.insee = pc.insee
    left join epcis e on e.siren = c.epci_siren
    left join commune_stages s on s.insee = c.insee
    left join wave_hand_exclusions x on x.insee = c.insee and x.wave_id = ${waveId ?? null}
    where pc.programme_id = ${programmeId} and c.ended_on is null and ${kept(filters)}
      and ${isDrawnSql(waveId)} and ${reminder ? wasMeantSql(sql`c.insee`, reminder.of) : sql`true`}
    order by c.insee`)

  return candidatesOf(db, rows, secret)
}

function kept({ q, epci, stage, population, channel }: AudienceFilters) {
  const { from, to } = populationBand(population)
  const point = (kind: string) =>
    sql`exists (select from contact_points p where p.insee = c.insee and p.ended_at is null and p.kind = ${kind})`
  const reachable = {
    email: point('email'),
    'dead-email': hasDeadEmailSql(sql`c.insee`),
    phone: sql`(${point('phone')} and not ${point('email')})`,
    none: sql`not (${point('email')} or ${point('phone')})`,
  }
  const conditions = [
    q ? sql`(c.search_name like ${`%${plainName(q)}%`} or c.insee = ${q})` : undefined,
    epci ? sql`c.epci_siren = ${epci}` : undefined,
    stage ? sql`coalesce(s.stage, 'to-write') = ${stage}` : undefined,
    from === undefined ? undefined : sql`c.population >= ${from}`,
    to === undefined ? undefined : sql`c.population < ${to}`,
    channel ? reachable[channel] : undefined,
  ]
  return sql.join([sql`true`, ...conditions.filter((condition) => condition !== undefined)], sql` and `)
}

async function candidatesOf(
  db: Database,
  rows: readonly CandidateRow[],
  secret: string,
): Promise<Candidate[]> {
  const known = rows.map((row) => ({ row, emails: emailsOf(row, secret), candidate: candidateOf(row) }))
  const letters = new Map(known.map(({ candidate }) => [candidate.insee, letterHmacOf(candidate, secret)]))
  const opposed = await activeAddresses(db, [
    ...known.flatMap(({ emails }) => emails.map(({ hmac }) => hmac)),
    ...[...letters.values()].filter((hmac) => hmac !== undefined),
  ])

  return known.map(({ row, emails, candidate }) => ({
    ...candidate,
    emails: emails.map(({ hmac, ...email }) => ({ ...email, isOpposed: opposed.has(hmac) })),
    isLetterDead: isLetterDead(candidate, row),
    opposesLetter: candidate.opposesLetter || opposed.has(letters.get(candidate.insee) ?? ''),
  }))
}

const candidateOf = (row: CandidateRow): Candidate => ({
  insee: row.insee,
  name: row.name,
  nameType: row.name_type,
  population: row.population ?? undefined,
  epciName: row.epci_name ?? undefined,
  mayor: row.mayor ? mayorOf(row.mayor) : undefined,
  postalCodes: row.postal_codes,
  stage: row.stage,
  emails: [],
  address: addressOf(row),
  opposesEmail: row.opposes_email,
  opposesLetter: row.opposes_letter,
  lastWrittenAt: row.last_written_at ? new Date(row.last_written_at) : undefined,
  hasAnswered: row.has_answered,
  lastHeardAt: row.last_heard_at ? new Date(row.last_heard_at) : undefined,
  reminderExclusion: row.reminder_exclusion ?? undefined,
  handExclusion: row.hand_exclusion ?? undefined,
  exclusionCause: row.exclusion_cause ?? undefined,
})

function letterHmacOf(candidate: Candidate, secret: string) {
  const letter = letterTo(candidate)
  return letter && letterHmac(secret, letter.parts)
}

/** A letter came back from the very address it would go to again. */
function isLetterDead(candidate: Candidate, { dead_letters }: CandidateRow) {
  const letter = letterTo(candidate)
  return letter !== undefined && dead_letters.includes(addressText(letter.parts))
}

const emailsOf = ({ points, dead_emails }: CandidateRow, secret: string) =>
  (points ?? [])
    .filter(({ kind }) => kind === 'email')
    .map(({ value, source, collected_at }) => ({
      value,
      source,
      collectedAt: new Date(collected_at),
      isValid: parseEmail(value).ok,
      isDead: dead_emails.some((dead) => sameMailbox(dead, value)),
      hmac: addressHmac(secret, value),
    }))

const sameMailbox = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase()

function addressOf({ points }: CandidateRow) {
  const point = points?.find(({ kind }) => kind === 'address')
  return point && { value: point.value, source: point.source, collectedAt: new Date(point.collected_at) }
}

const civilities = { Madame: 'F', Monsieur: 'M' } as const

const mayorOf = ({ firstName, lastName, civility }: NonNullable<CandidateRow['mayor']>) => ({
  name: `${firstName} ${lastName}`,
  civility: civility ? civilities[civility] : undefined,
})

/** The intercommunalities of the perimeter, by name. */
export const listPerimeterEpcis = (db: Database) =>
  db.execute<{ siren: string; name: string }>(sql`
    select distinct e.siren, e.name
    from perimeter_communes pc join communes c on c.insee = pc.insee join epcis e on e.siren = c.epci_siren
    order by e.name`)
