import type { Fit } from '#modules/catalogue/index.ts'

/** What the order of software may know: no name. `draw` settles equals and changes every day. */
export type Placeable = {
  readonly fit: Fit
  readonly isFree: boolean | null
  readonly developmentStatus: string | null
  readonly communes: number
  readonly draw: string
}

/**
 * Software in the order that its page tells: what meets the whole need, what is free and still made, what more communes have
 * confirmed that they use; then the draw of the day.
 */
export const inOrder = <Software extends Placeable>(all: readonly Software[]): Software[] =>
  all.toSorted(
    (one, other) =>
      Number(other.fit.level === 'full') - Number(one.fit.level === 'full') ||
      Number(isSafe(other)) - Number(isSafe(one)) ||
      other.communes - one.communes ||
      (one.draw < other.draw ? -1 : 1),
  )

const isSafe = ({ isFree, developmentStatus }: Placeable) =>
  isFree !== false && developmentStatus !== 'obsolete'
