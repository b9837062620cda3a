import { outreachPaths } from '../waves.paths.ts'
import { named } from './french-list.ts'
import type { LineStanding } from './line.ts'

export type WindowFacts = {
  readonly waveId: string
  readonly letters: number
  readonly envelopeName: string
  /** Address lines that do not fit the window of the wave's envelope. */
  readonly tooLong: readonly { readonly commune: string; readonly line: string }[]
}

/** Every postal address can be read through the envelope; no concern of a wave without letters. */
export function window({ waveId, letters, tooLong, envelopeName }: WindowFacts): LineStanding | undefined {
  if (letters === 0) return undefined

  return {
    group: 'content',
    label: 'Chaque adresse tient dans la fenêtre de l’enveloppe',
    isReady: tooLong.length === 0,
    sentence:
      tooLong.length === 0
        ? `Toutes tiennent dans l’enveloppe « ${envelopeName} ».`
        : `Dans l’enveloppe « ${envelopeName} », trop long pour ${named(tooLong.map(({ commune, line }) => `${commune} (« ${line} »)`))}.`,
    whoMends: 'Raccourcissez l’adresse de ces mairies, changez d’enveloppe, ou retirez-les de la vague.',
    mends: [
      {
        label: 'Voir les adresses',
        href: `${outreachPaths.recipients(waveId)}?reason=letter`,
        by: ['operator'],
      },
      { label: 'Changer d’enveloppe', href: outreachPaths.edit(waveId), by: ['operator'] },
    ],
  }
}
