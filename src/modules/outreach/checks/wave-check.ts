/** What was tried once before a launch, and what came of it. */
export type WaveCheck = {
  readonly kind: string
  readonly digest: string
  readonly isPassed: boolean
  readonly sentence: string
  readonly at: Date
}

/** Where a kind of check stands: it holds one day, and for the content that it was made on. */
export type CheckStanding =
  | { readonly state: 'passed'; readonly at: Date; readonly sentence: string }
  | { readonly state: 'failed'; readonly at: Date; readonly sentence: string }
  | { readonly state: 'too-old'; readonly at: Date }
  | { readonly state: 'never' }

const day = 24 * 3600 * 1000

/** Reads the checks of a wave, newest first. */
export function checkStanding(
  checks: readonly WaveCheck[],
  { kind, digest }: Pick<WaveCheck, 'kind' | 'digest'>,
  now: Date,
): CheckStanding {
  const last = checks.find((check) => check.kind === kind && check.digest === digest)
  if (!last) return { state: 'never' }

  const { at, sentence, isPassed } = last
  if (now.getTime() - at.getTime() >= day) return { state: 'too-old', at }
  return { state: isPassed ? 'passed' : 'failed', at, sentence }
}

/** Why a check is not green, in one sentence. */
export function checkSentence(standing: CheckStanding) {
  if (standing.state === 'never') return 'Pas encore vérifié.'
  if (standing.state === 'too-old') return 'La dernière vérification date de plus d’un jour.'

  return standing.sentence
}
