import { parseEmail } from '#values/email.ts'
import type { AudienceRow, Excluded, Planned } from './audience.ts'
import type { InvitableCompany } from './companies-to-invite.ts'
import type { CompanyCandidate, Email } from './company-candidate.ts'

type CompanyPlan = { readonly recentDays: number; readonly now: Date }

/**
 * Which companies an invitation is written to, which are left out and why: one row for each. An invitation is an e-mail: who
 * has none is left out. Of several companies behind one mailbox, the first in the order given receives it.
 */
export function planCompanies(candidates: readonly CompanyCandidate[], plan: CompanyPlan): AudienceRow[] {
  const taken = new Map<string, string>()

  return candidates.map((candidate) => {
    const excluded = exclusion(candidate, plan)
    if (excluded) return { candidate, excluded }

    const way = byEmail(candidate, taken)
    if ('reason' in way) return { candidate, excluded: way }
    taken.set(mailbox(way.address), candidate.name)
    return { candidate, planned: way }
  })
}

function exclusion(candidate: CompanyCandidate, { recentDays, now }: CompanyPlan): Excluded | undefined {
  const { leftOut, opposes, handExclusion, exclusionCause = 'excluded-by-hand', lastWrittenAt } = candidate
  if (leftOut) return { reason: leftOut }
  if (opposes) return { reason: 'opposed' }
  if (handExclusion !== undefined) return { reason: exclusionCause, detail: handExclusion }
  if (candidate.hasAnswered) return { reason: 'answered' }

  const limit = now.getTime() - recentDays * 24 * 3600 * 1000
  if (lastWrittenAt && lastWrittenAt.getTime() > limit)
    return { reason: 'contacted-recently', detail: lastWrittenAt.toISOString() }
  return undefined
}

function byEmail(
  { email }: CompanyCandidate,
  taken: ReadonlyMap<string, string>,
): (Planned & { channel: 'email' }) | Excluded {
  if (!email) return { reason: 'no-address' }
  const { value, source, collectedAt, isValid, isOpposed, isDead } = email
  if (!isValid) return { reason: 'invalid-address', detail: value }
  if (isOpposed) return { reason: 'opposed' }
  if (isDead) return { reason: 'dead-address', detail: value }

  const first = taken.get(mailbox(value))
  if (first) return { reason: 'duplicate-of', detail: first }
  return { channel: 'email', address: value.trim(), source, collectedAt }
}

/** The e-mail of a company as an audience reads it. */
export const emailOfCompany = (
  { email, source, collectedAt }: InvitableCompany,
  known: { readonly isOpposed: boolean; readonly isDead: boolean },
): Email | undefined =>
  email === null || email.trim() === ''
    ? undefined
    : { value: email, source, collectedAt, isValid: parseEmail(email).ok, ...known }

const mailbox = (address: string) => address.trim().toLowerCase()
