import type { TableColumn } from '#platform/files/write-table.ts'
import { purposeNames } from './purpose.ts'
import type { RegisterEntry } from './register.queries.ts'
import { baseNames, entryFields, fieldNames } from './register-entry.ts'

/** The columns of the exported register: everything that art. 30.1 of the GDPR asks, an entry a row. */
export const registerColumns: readonly TableColumn<RegisterEntry>[] = [
  { label: 'Responsable', value: ({ organisation }) => organisation.name },
  { label: 'Coordonnées', value: ({ organisation }) => organisation.postalAddress.split('\n').join(', ') },
  { label: 'Délégué à la protection des données', value: ({ organisation }) => organisation.dpoEmail },
  { label: 'Traitement', value: ({ purpose }) => purposeNames[purpose] },
  ...entryFields.map((field) => ({
    label: fieldNames[field],
    value: ({ text }: RegisterEntry) => (field === 'base' ? baseNames[text.base] : text[field]),
  })),
  { label: 'Version', value: ({ version }) => version?.number ?? 'brouillon' },
  { label: 'Confirmée par', value: ({ version }) => version?.confirmedBy },
  { label: 'Confirmée le', value: ({ version }) => version?.confirmedAt },
]
