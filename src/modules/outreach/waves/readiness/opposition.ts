import { type CheckStanding, checkSentence } from '../../checks/wave-check.ts'
import { verify } from './checked.ts'
import type { LineStanding } from './line.ts'

export type OppositionFacts = {
  readonly waveId: string
  /** What came of opposing as a town hall would, on the public pages that this wave offers. */
  readonly oppositionChecks: readonly CheckStanding[]
}

/** Whoever receives the wave can oppose without anybody's help (GDPR art. 21; CPCE L. 34-5), tried for real. */
export const opposition = ({ waveId, oppositionChecks }: OppositionFacts): LineStanding => ({
  group: 'law',
  label: 'On peut s’opposer, et l’opposition est prise',
  isReady: oppositionChecks.every(({ state }) => state === 'passed'),
  sentence: [...new Set(oppositionChecks.map(checkSentence))].join(' '),
  whoMends:
    'La personne qui prépare la vague vérifie ; si rien ne répond, celle qui tient la machine la remet en route.',
  mends: [verify(waveId)],
})
