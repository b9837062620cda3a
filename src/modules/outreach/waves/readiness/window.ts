import { outreachPaths } from '../waves.paths.ts'
import { named } from './french-list.ts'
import type { LineStanding } from './line.ts'

export type WindowFacts = {
  readonly waveId: string
  readonly letters: number
  /** Address lines that do not fit the window. */
  readonly tooLong: readonly { readonly commune: string; readonly line: string }[]
}

/** Every postal address can be read through the envelope; no concern of a wave without letters. */
export function window({ waveId, letters, tooLong }: WindowFacts): LineStanding | undefined {
  if (letters === 0) return undefined

  return {
    group: 'content',
    label: 'Chaque adresse tient dans la fenêtre de l’enveloppe',
    isReady: tooLong.length === 0,
    sentence:
      tooLong.length === 0
        ? 'Aucune ligne ne dépasse 38 caractères.'
        : `Trop long pour ${named(tooLong.map(({ commune, line }) => `${commune} (« ${line} »)`))}.`,
    whoMends: 'Raccourcissez l’adresse de ces mairies, ou retirez-les de la vague.',
    mends: [
      {
        label: 'Voir les adresses',
        href: `${outreachPaths.recipients(waveId)}?reason=letter`,
        by: ['operator'],
      },
    ],
  }
}
