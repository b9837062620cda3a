import type { UsageState } from './usage.ts'

/** What a town hall may answer about one thing that was said of it. */
export const answers = ['yes', 'not-us', 'left', 'back', 'remove', 'later'] as const
export type Answer = (typeof answers)[number]

type Said = {
  readonly state?: UsageState
  readonly confirmedAt: Date | null
  readonly renewedAt: Date | null
  readonly refusedAt: Date | null
  readonly withdrawnAt: Date | null
}

/** What an answer changes: a confirmation, a renewal, a refusal that is remembered, a word taken back, or nothing. */
export type Change = 'confirm' | 'renew' | 'refuse' | 'leave' | 'resume' | 'withdraw' | 'nothing'

/**
 * What becomes of a declaration when its town hall answers. The same answer by the same link, written at `askedAt`, changes
 * nothing the second time; another answer corrects the first.
 */
export function changeOf(said: Said, answer: Answer, askedAt: Date): Change {
  if (answer === 'later' || said.withdrawnAt) return 'nothing'
  if (said.refusedAt) return answer === 'yes' ? 'confirm' : 'nothing'
  if (answer === 'not-us') return said.confirmedAt ? 'withdraw' : 'refuse'
  if (answer === 'remove') return 'withdraw'
  const isLeft = said.state === 'left' && said.confirmedAt !== null
  if (answer === 'left' && !isLeft) return 'leave'
  if (answer === 'back' && isLeft) return 'resume'
  if (!said.confirmedAt) return 'confirm'

  const saidAt = said.renewedAt ?? said.confirmedAt
  return saidAt >= askedAt ? 'nothing' : 'renew'
}
