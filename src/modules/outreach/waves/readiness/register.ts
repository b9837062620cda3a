import { type Purpose, purposeNames } from '../../register/purpose.ts'
import { registerPaths } from '../../register/register.paths.ts'
import { outreachPaths } from '../waves.paths.ts'
import { listed } from './french-list.ts'
import type { LineStanding, Mend } from './line.ts'

export type RegisterFacts = {
  readonly waveId: string
  readonly purpose?: Purpose
  /** The entry of each body for this purpose, and who confirmed it as it is now. */
  readonly entries: readonly {
    readonly organisationId: string
    readonly organisation: string
    readonly kind: 'operator' | 'association'
    readonly base: string
    readonly confirmedBy?: string
  }[]
}

/** Why we write, and on which legal base, was chosen and stands in the register of each body (GDPR art. 6, 26, 30). */
export function register({ waveId, purpose, entries }: RegisterFacts): LineStanding {
  const unconfirmed = entries.filter(({ confirmedBy }) => confirmedBy === undefined)

  return {
    group: 'law',
    label: 'La finalité et la base légale sont au registre',
    isReady: purpose !== undefined && unconfirmed.length === 0,
    sentence: sentenceOf({ waveId, purpose, entries }),
    whoMends: purpose
      ? `Une personne de chaque organisme confirme sa fiche (reste : ${listed(unconfirmed.map(({ organisation }) => organisation))}).`
      : 'La personne qui prépare la vague choisit sa finalité.',
    mends: purpose
      ? unconfirmed.map(({ organisationId, organisation, kind }) => ({
          label: `Lire la fiche de ${organisation}`,
          href: registerPaths.entry(organisationId, purpose),
          by: [kind],
        }))
      : [choose(waveId)],
  }
}

function sentenceOf({ purpose, entries }: RegisterFacts) {
  if (!purpose) return 'La vague ne dit pas encore pourquoi elle écrit.'

  const said = entries.map(
    ({ organisation, base, confirmedBy }) =>
      `${organisation} : art. ${base}, ${confirmedBy ? `fiche confirmée par ${confirmedBy}` : 'fiche à confirmer'}`,
  )
  return `« ${purposeNames[purpose]} ». ${said.join(' ; ')}.`
}

const choose = (waveId: string): Mend => ({
  label: 'Choisir la finalité',
  href: outreachPaths.edit(waveId),
  by: ['operator'],
})
