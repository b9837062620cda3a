import { type Stage, stages } from '#modules/journal/index.ts'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { type AddressParts, inCapitals, townHallAddress } from '#values/postal-address.ts'
import type { CompanyCandidate, Email } from './company-candidate.ts'

/** How a wave travels: by e-mail where there is one and by letter elsewhere, or by one of the two only. */
export const waveChannels = ['email-first', 'letter', 'email'] as const
export type WaveChannel = (typeof waveChannels)[number]

/** A town hall of the perimeter, with what decides whether it is written to. */
export type Candidate = {
  readonly companyId?: undefined
  readonly companyName?: undefined
  readonly insee: string
  readonly name: string
  readonly nameType: NameLink
  readonly population?: number
  readonly epciName?: string
  readonly mayor?: { readonly name: string; readonly civility?: 'M' | 'F' }
  readonly postalCodes: readonly string[]
  readonly stage: Stage
  /** Its e-mails, the main one first. */
  readonly emails: readonly Email[]
  /** Its postal address, a line per line, the last one with the postcode. */
  readonly address?: { readonly value: string; readonly source: string; readonly collectedAt?: Date }
  readonly opposesEmail: boolean
  readonly opposesLetter: boolean
  /** The letter sent to its address came back. */
  readonly isLetterDead?: boolean
  readonly lastWrittenAt?: Date
  readonly hasAnswered: boolean
  /** When it last answered, called or was met: our own sending is no news of it. */
  readonly lastHeardAt?: Date
  /** In a reminder: why it is not reminded, if anything but an answer keeps it from being. */
  readonly reminderExclusion?: 'not-reached' | 'complained' | 'already-reminded'
  readonly handExclusion?: string
  readonly exclusionCause?: 'excluded-by-hand' | 'past-retention'
}

export type ExclusionReason =
  | 'opposed'
  | 'answered'
  | 'excluded-by-hand'
  | 'past-retention'
  | 'not-reached'
  | 'complained'
  | 'already-reminded'
  | 'contacted-recently'
  | 'no-address'
  | 'invalid-address'
  | 'dead-address'
  | 'returned-letter'
  | 'duplicate-of'
  // of companies alone: the census says so
  | 'claimed'
  | 'withdrawn'

/** Whom a wave may be written to. */
export type Addressee = Candidate | CompanyCandidate

/** What a wave does with an addressee: writes to it, on one channel, or leaves it out for a reason. */
export type Planned =
  | (Origin & { readonly channel: 'email'; readonly address: string })
  | (Origin & { readonly channel: 'letter'; readonly parts: AddressParts })
/** Where an address was found, and when: absent for a reference of places, which is no personal data. */
type Origin = { readonly source: string; readonly collectedAt?: Date }
export type Excluded = { readonly reason: ExclusionReason; readonly detail?: string }

export type AudienceRow =
  | { readonly candidate: Addressee; readonly planned: Planned }
  | { readonly candidate: Addressee; readonly excluded: Excluded }

export type AudiencePlan = {
  readonly channel: WaveChannel
  readonly recentDays: number
  /** The stage that the filters ask for, if any: who asks for those in contact means to write to them. */
  readonly stage?: Stage
  readonly now: Date
}

/**
 * Who receives a wave and by which way, who is left out and why: one row for each candidate. Of several town halls that
 * share an e-mail, the first in the order given receives it; the others receive a letter where the wave allows one, as do
 * those whose e-mail leads nowhere: a dead end on one way opens the other.
 */
export function planAudience(candidates: readonly Candidate[], plan: AudiencePlan): AudienceRow[] {
  const taken = new Map<string, Candidate>()

  return candidates.map((candidate) => {
    const excluded = exclusion(candidate, plan)
    if (excluded) return { candidate, excluded }

    const way = wayTo(candidate, plan.channel, taken)
    if ('reason' in way) return { candidate, excluded: way }
    if (way.channel === 'email') taken.set(mailbox(way.address), candidate)
    return { candidate, planned: way }
  })
}

function exclusion(candidate: Candidate, { stage, recentDays, now }: AudiencePlan): Excluded | undefined {
  const { opposesEmail, opposesLetter, handExclusion, lastWrittenAt } = candidate
  const { exclusionCause = 'excluded-by-hand', reminderExclusion } = candidate
  if (opposesEmail && opposesLetter) return { reason: 'opposed' }
  if (handExclusion !== undefined) return { reason: exclusionCause, detail: handExclusion }
  if (hasAnswered(candidate, stage)) return { reason: 'answered' }
  if (reminderExclusion) return { reason: reminderExclusion }

  const limit = now.getTime() - recentDays * 24 * 3600 * 1000
  if (lastWrittenAt && lastWrittenAt.getTime() > limit) {
    return { reason: 'contacted-recently', detail: lastWrittenAt.toISOString() }
  }
  return undefined
}

const past = (stage: Stage) => stages.indexOf(stage) > stages.indexOf('written')

function hasAnswered(candidate: Candidate, asked: Stage | undefined) {
  if (candidate.stage === 'declined') return true
  if (asked !== undefined && asked === candidate.stage && past(asked)) return false

  return candidate.hasAnswered || past(candidate.stage)
}

function wayTo(candidate: Candidate, channel: WaveChannel, taken: ReadonlyMap<string, Candidate>) {
  if (channel === 'letter') return byLetter(candidate)

  const email = byEmail(candidate, taken)
  if (channel === 'email' || !('reason' in email)) return email

  const letter = byLetter(candidate)
  return 'reason' in letter ? email : letter
}

function byEmail(candidate: Candidate, taken: ReadonlyMap<string, Candidate>): Planned | Excluded {
  const { emails, opposesEmail } = candidate
  if (opposesEmail) return { reason: 'opposed' }
  if (emails.length === 0) return { reason: 'no-address' }

  const valid = emails.filter(({ isValid }) => isValid)
  const [invalid] = emails
  if (valid.length === 0) return { reason: 'invalid-address', detail: invalid?.value }

  const usable = valid.filter(({ isOpposed }) => !isOpposed)
  if (usable.length === 0) return { reason: 'opposed' }

  const alive = usable.filter(({ isDead }) => !isDead)
  if (alive.length === 0) return { reason: 'dead-address', detail: usable[0]?.value }

  const free = alive.find(({ value }) => !taken.has(mailbox(value)))
  if (free) return emailTo(free)
  const [shared] = alive
  const first = shared && taken.get(mailbox(shared.value))
  return { reason: 'duplicate-of', detail: first && ofCommune(first.name, first.nameType) }
}

const emailTo = ({ value, source, collectedAt }: Email): Planned => ({
  channel: 'email',
  address: value.trim(),
  source,
  collectedAt,
})

function byLetter(candidate: Candidate): Planned | Excluded {
  if (candidate.opposesLetter) return { reason: 'opposed' }
  if (candidate.isLetterDead) return { reason: 'returned-letter' }

  return letterTo(candidate) ?? { reason: 'no-address' }
}

/** Where a letter to a town hall goes: its known address, else its only postcode; undefined when neither is known. */
export function letterTo(candidate: Pick<Candidate, 'name' | 'nameType' | 'address' | 'postalCodes'>) {
  const ofName = ofCommune(candidate.name, candidate.nameType)
  const known = candidate.address && readAddress(candidate.address.value)
  if (known && candidate.address) {
    return {
      channel: 'letter' as const,
      parts: townHallAddress({ ofCommune: ofName, ...known }),
      source: candidate.address.source,
      collectedAt: candidate.address.collectedAt,
    }
  }

  const [postcode, ...others] = candidate.postalCodes
  if (!postcode || others.length > 0) return undefined
  const parts = townHallAddress({
    ofCommune: ofName,
    streetLines: [],
    postcode,
    deliveryLabel: localityOf(candidate.name),
  })
  return {
    channel: 'letter' as const,
    parts,
    source: 'Code officiel géographique et base des codes postaux',
  }
}

// La Poste writes a locality in 32 characters at most, where a saint is ST.
function localityOf(name: string) {
  const capitals = inCapitals(name)
  return capitals.length <= 32 ? name : capitals.replace(/\bSAINT(E?)\b/g, 'ST$1')
}

/** An address as it is known, one line per line: the postcode begins the last one. */
export function readAddress(value: string) {
  const lines = value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const [, postcode, deliveryLabel] = /^(\d{5})\s+(.+)$/.exec(lines.at(-1) ?? '') ?? []
  return postcode && deliveryLabel ? { streetLines: lines.slice(0, -1), postcode, deliveryLabel } : undefined
}

const mailbox = (address: string) => address.trim().toLowerCase()
