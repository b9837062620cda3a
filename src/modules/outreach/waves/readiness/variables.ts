import { named } from './french-list.ts'
import type { LineStanding } from './line.ts'

export type VariableFacts = {
  readonly emails: number
  readonly letters: number
  /** Variables that would be empty, with the town halls where they are. */
  readonly emptyVariables: readonly { readonly variable: string; readonly communes: readonly string[] }[]
}

/** Every variable has something to say for every town hall. */
export const variables = ({ emptyVariables, emails, letters }: VariableFacts): LineStanding => ({
  group: 'content',
  label: 'Rien ne manque au message de chaque mairie',
  isReady: emptyVariables.length === 0,
  sentence:
    emptyVariables.length === 0
      ? 'Toutes les variables sont remplies.'
      : emptyVariables
          .map(
            ({ variable, communes }) =>
              `{{${variable}}} est vide pour ${communes.length > 1 && communes.length === emails + letters ? 'toutes les mairies' : named(communes)}.`,
          )
          .join(' '),
  whoMends: 'Complétez la fiche de ces communes, ou retirez la variable du message.',
})
