import type { TableColumn } from '#platform/files/write-table.ts'
import type { HintedCompany, UserHintRow } from './hints.queries.ts'

export const userHintColumns: readonly TableColumn<UserHintRow>[] = [
  { label: 'Nom écrit là-bas', value: ({ name }) => name },
  { label: 'Nature', value: ({ kind }) => kind },
  { label: 'Logiciel', value: ({ softwareName }) => softwareName },
  { label: 'Source', value: ({ source }) => source },
  { label: 'Code INSEE', value: ({ insee }) => insee },
  { label: 'Commune', value: ({ commune }) => commune },
  {
    label: 'Communes possibles',
    value: ({ candidates }) => candidates.map(({ name, insee }) => `${name} ${insee}`).join(' ; '),
  },
  { label: 'Vérifié par', value: ({ settledBy }) => settledBy },
]

export const hintedCompanyColumns: readonly TableColumn<HintedCompany>[] = [
  { label: 'Nom', value: ({ name }) => name },
  { label: 'SIREN', value: ({ siren }) => siren },
  { label: 'Site', value: ({ website }) => website },
  { label: 'Page', value: ({ page }) => page },
  { label: 'Logiciels', value: ({ software }) => software },
  { label: 'Cité par', value: ({ sources }) => sources.join(' ; ') },
]
