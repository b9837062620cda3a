import type { TableColumn } from '#platform/files/write-table.ts'
import { standingLooks } from './declaration-words.ts'
import type { DeclarationRow } from './declarations.queries.ts'
import { usageStateNames } from './usage.ts'

/** Declarations as they are taken away. */
export const declarationColumns: readonly TableColumn<DeclarationRow>[] = [
  { label: 'Commune', value: ({ commune }) => commune },
  { label: 'Code INSEE', value: ({ insee }) => insee },
  { label: 'Dite par l’ancienne commune', value: ({ formerName }) => formerName },
  { label: 'Habitants', value: ({ population }) => population },
  { label: 'Logiciel', value: ({ software }) => software },
  { label: 'Besoin', value: ({ needLabel }) => needLabel },
  { label: 'État', value: ({ state }) => usageStateNames[state] },
  { label: 'Pourquoi abandonné', value: ({ whyLeft }) => whyLeft },
  { label: 'Depuis', value: ({ sinceOn }) => sinceOn },
  { label: 'Tenu par', value: ({ operatedBy }) => operatedBy },
  { label: 'Accepte un appel', value: ({ acceptsCall }) => (acceptsCall ? 'oui' : 'non') },
  { label: 'Où en est la déclaration', value: ({ standing }) => standingLooks[standing].label },
  { label: 'Déclarée le', value: ({ declaredAt }) => declaredAt },
  { label: 'Déclarée par', value: ({ declaredBy }) => declaredBy },
  { label: 'Confirmée le', value: ({ confirmedAt }) => confirmedAt },
  { label: 'Dite en dernier le', value: ({ renewedAt }) => renewedAt },
  { label: 'Preuve', value: ({ evidence }) => evidence },
]
