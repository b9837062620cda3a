import { type AudienceKind, addresseeWords } from '../addressee.ts'
import { named } from './french-list.ts'
import type { LineStanding } from './line.ts'

export type VariableFacts = {
  readonly emails: number
  readonly letters: number
  /** Variables that would be empty, with the addressees where they are. */
  readonly emptyVariables: readonly { readonly variable: string; readonly names: readonly string[] }[]
  readonly audienceKind: AudienceKind
}

/** Every variable has something to say for every addressee. */
export const variables = ({
  emptyVariables,
  emails,
  letters,
  audienceKind,
}: VariableFacts): LineStanding => ({
  group: 'content',
  label: `Rien ne manque au message de chaque ${addresseeWords[audienceKind].one}`,
  isReady: emptyVariables.length === 0,
  sentence:
    emptyVariables.length === 0
      ? 'Toutes les variables sont remplies.'
      : emptyVariables
          .map(
            ({ variable, names }) =>
              `{{${variable}}} est vide pour ${names.length > 1 && names.length === emails + letters ? `toutes les ${addresseeWords[audienceKind].many}` : named(names)}.`,
          )
          .join(' '),
  whoMends:
    audienceKind === 'companies'
      ? 'Choisissez un message écrit pour des entreprises, ou retirez la variable.'
      : 'Complétez la fiche de ces communes, ou retirez la variable du message.',
})
