/** A copy that somebody asked for before a launch. */
export type TestCopy = {
  readonly digest: string
  readonly channel: 'email' | 'letter'
  readonly seenAt: Date | null
  readonly seenBy: string | null
}

/** Where the look of a person at a copy stands (§5.7.i: in the last day). */
export type LookStanding =
  | { readonly state: 'seen'; readonly at: Date; readonly by: string }
  | { readonly state: 'too-old'; readonly at: Date; readonly by: string }
  | { readonly state: 'other-text' }
  | { readonly state: 'not-looked-at' }
  | { readonly state: 'none' }

const day = 24 * 3600 * 1000

/** Reads the copies of a wave, newest first: a look holds one day, and for the text that was looked at. */
export function lookStanding(copies: readonly TestCopy[], digest: string, now: Date): LookStanding {
  const ofText = copies.filter((copy) => copy.digest === digest)
  const looks = ofText.flatMap(({ seenAt, seenBy }) => (seenAt && seenBy ? [{ at: seenAt, by: seenBy }] : []))
  const [last] = looks.sort((one, other) => other.at.getTime() - one.at.getTime())
  if (last) return { state: now.getTime() - last.at.getTime() < day ? 'seen' : 'too-old', ...last }
  if (ofText.length > 0) return { state: 'not-looked-at' }

  return copies.length > 0 ? { state: 'other-text' } : { state: 'none' }
}
