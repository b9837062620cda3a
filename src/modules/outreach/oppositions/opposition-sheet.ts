import type { TableColumn } from '#platform/files/write-table.ts'
import type { OppositionRow } from './opposition-list.queries.ts'
import { holderOf, originOf, scopeOf } from './opposition-words.ts'

/** The opposition list as it is taken away; an address is its kind alone. */
export const oppositionColumns: readonly TableColumn<OppositionRow>[] = [
  { label: 'De qui', value: holderOf },
  { label: 'Entreprise', value: ({ company }) => company },
  { label: 'Code INSEE', value: ({ insee }) => insee },
  { label: 'Vaut aussi pour', value: ({ successors }) => successors.map(({ name }) => name).join(', ') },
  { label: 'Refuse', value: scopeOf },
  { label: 'Depuis', value: ({ since }) => since },
  { label: 'Dit par', value: originOf },
  { label: 'Revue le', value: ({ reviewedAt }) => reviewedAt },
  { label: 'Revue par', value: ({ reviewedBy }) => reviewedBy },
  { label: 'Levée le', value: ({ liftedAt }) => liftedAt },
  { label: 'Levée par', value: ({ liftedBy }) => liftedBy },
  { label: 'Demande du', value: ({ liftingRequestedOn }) => liftingRequestedOn },
  { label: 'Demande', value: ({ liftingEvidence }) => liftingEvidence },
]
