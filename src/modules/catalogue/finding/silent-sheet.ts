import type { TableColumn } from '#platform/files/write-table.ts'
import type { SilentSearch } from './silent-searches.queries.ts'

/** What was searched in vain, as it is taken away. */
export const silentColumns: readonly TableColumn<SilentSearch>[] = [
  { label: 'Mots', value: ({ words }) => words },
  { label: 'Fois', value: ({ times }) => times },
  { label: 'La première fois', value: ({ firstOn }) => firstOn },
  { label: 'La dernière fois', value: ({ lastOn }) => lastOn },
  { label: 'Réglée le', value: ({ settledAt }) => settledAt },
]
