import type { TableColumn } from '#platform/files/write-table.ts'
import { searchChannelNames, searchEndingNames } from './address-search.ts'
import type { SearchRow } from './address-searches.queries.ts'

/** The searches as they are taken away. */
export const searchColumns: readonly TableColumn<SearchRow>[] = [
  { label: 'Commune', value: ({ commune }) => commune },
  { label: 'Code INSEE', value: ({ insee }) => insee },
  { label: 'Quoi', value: ({ channel }) => searchChannelNames[channel] },
  { label: 'Adresse qui ne mène nulle part', value: ({ address }) => address },
  { label: 'Pourquoi', value: ({ reason }) => reason },
  { label: 'Depuis', value: ({ openedAt }) => openedAt },
  { label: 'Téléphone', value: ({ phone }) => phone },
  { label: 'Site', value: ({ website }) => website },
  { label: 'Maire', value: ({ mayor }) => mayor },
  { label: 'Fin', value: ({ closedAs }) => closedAs && searchEndingNames[closedAs] },
  { label: 'Ce qui en est sorti', value: ({ outcome }) => outcome },
  { label: 'Par', value: ({ closedBy }) => closedBy },
  { label: 'Le', value: ({ closedAt }) => closedAt },
]
