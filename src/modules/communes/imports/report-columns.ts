import type { Cell, TableColumn } from '#platform/files/write-table.ts'
import { fieldName, outcomeNames, reasonSentence } from './import-words.ts'
import type { ReportLine } from './imports.queries.ts'

const column = (label: string, value: (line: ReportLine) => Cell): TableColumn<ReportLine> => ({
  label,
  value,
})

/** The report as it is taken away. */
export const findingColumns = [
  column('Ligne', ({ row }) => row),
  column('Code INSEE', ({ insee }) => insee),
  column('Commune', ({ commune }) => commune),
  column('Donnée', ({ field }) => fieldName(field)),
  column('Effet', ({ outcome }) => outcomeNames[outcome]),
  column('Avant, ou lu', ({ before }) => before),
  column('Après', ({ after }) => after),
  column('Raison', ({ reason }) => (reason === null ? null : reasonSentence(reason))),
]
