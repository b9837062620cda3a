/** What a source said of a licence, and when. */
export type SaidOnce = {
  readonly source: string
  readonly licenceRaw: string
  readonly spdx: string | null
  readonly isFree: boolean | null
  readonly at: Date
}

/** A licence that is no longer what it was: free then and not now, or another one of the same source. */
export type LicenceDrift = {
  readonly kind: 'no-longer-free' | 'changed'
  readonly before: SaidOnce
  readonly after: SaidOnce
}

/**
 * Watches a licence through time. Two sources that write one licence differently are no drift; one source that changes
 * its word is, and so is the loss of freedom whoever says it.
 */
export function driftOf(story: readonly SaidOnce[]): LicenceDrift | undefined {
  const inTime = [...story].sort((one, other) => one.at.getTime() - other.at.getTime())
  const last = inTime.at(-1)
  if (!last) return undefined
  const freeBefore = inTime.findLast(({ isFree, at }) => isFree === true && at < last.at)
  if (last.isFree === false && freeBefore) return { kind: 'no-longer-free', before: freeBefore, after: last }

  for (const after of inTime.toReversed()) {
    const before = inTime.findLast((said) => said.source === after.source && said.at < after.at)
    if (before && before.spdx !== after.spdx) return { kind: 'changed', before, after }
  }
  return undefined
}

/** Whether two readings of a licence can both be true: the licence file and what is declared often differ. */
export function licencesAgree(one: string | null, other: string | null): boolean | null {
  if (one === null || other === null) return null

  return basesOf(one).some((base) => basesOf(other).includes(base))
}

// « only » and « or later » are two readings of one text: the licence file cannot tell them apart.
const basesOf = (spdx: string) =>
  spdx
    .split(/\s+(?:AND|OR)\s+|[()]/)
    .map((licence) => licence.replace(/-(only|or-later)$/, '').trim())
    .filter((licence) => licence !== '')
