import type { TableColumn } from '#platform/files/write-table.ts'
import { audienceNames } from './need.ts'
import type { IndexedNeed } from './needs-index.queries.ts'

/** The needs as they are taken away. */
export const needColumns: readonly TableColumn<IndexedNeed>[] = [
  { label: 'Service', value: ({ service }) => service },
  { label: 'Besoin', value: ({ label }) => label },
  { label: 'En une phrase', value: ({ summary }) => summary },
  { label: 'Pour qui', value: ({ audiences }) => audiences.map((one) => audienceNames[one]).join(', ') },
  { label: 'Logiciels qui y répondent', value: ({ full }) => full },
  { label: 'Logiciels qui y répondent en partie', value: ({ part }) => part },
  { label: 'Mots', value: ({ words }) => words.join(', ') },
  { label: 'Identifiant', value: ({ slug }) => slug },
]
