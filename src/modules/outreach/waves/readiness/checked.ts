import { outreachPaths } from '../waves.paths.ts'
import type { Mend } from './line.ts'

/** The gesture that tries for real everything a wave needs. */
export const verify = (waveId: string): Mend => ({
  label: 'Vérifier maintenant',
  href: outreachPaths.checks(waveId),
  isGesture: true,
  by: ['operator', 'association'],
})
