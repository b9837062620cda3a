import type { Candidate } from '../candidates/candidate.ts'
import type { Placed, Standing } from './order.ts'
import type { HelpSought } from './question.ts'

/** One who can help, in its place, with what put it there. */
export type HelperLine = Candidate & Pick<Placed, 'mark' | 'draw'> & Pick<Standing, 'fit' | 'response'>

/** One who answers the need and is not shown, and why. */
export type LeftOut = { readonly name: string; readonly path: string; readonly why: 'elsewhere' }

/** A list of those who can help, with all that is needed to do its order again. */
export type HelpersListed = {
  readonly lines: readonly HelperLine[]
  readonly left: readonly LeftOut[]
  /** Sixteen figures, from the words below. */
  readonly seed: string
  readonly seedWords: string
  /** The day in Paris, `2026-11-24`. */
  readonly day: string
  readonly sought: HelpSought
  /** The commune it was asked for. */
  readonly placeName: string | null
}
