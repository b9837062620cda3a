import type { TableColumn } from '#platform/files/write-table.ts'
import { caseStateNames, outcomeNames } from './case.ts'
import type { CaseLine } from './cases.queries.ts'

/** The columns of the exported list of cases. */
export const caseColumns: readonly TableColumn<CaseLine>[] = [
  { label: 'Code INSEE', value: ({ insee }) => insee },
  { label: 'Commune', value: ({ commune }) => commune },
  { label: 'But', value: ({ goal }) => goal },
  { label: 'Organisme', value: ({ organisation }) => organisation },
  { label: 'Référent', value: ({ referent }) => referent },
  { label: 'État', value: ({ state }) => caseStateNames[state] },
  { label: 'Issue', value: ({ outcome }) => outcome && outcomeNames[outcome] },
  { label: 'Étapes', value: ({ steps }) => steps },
  { label: 'Étapes faites', value: ({ done }) => done },
  { label: 'Prochaine étape', value: ({ nextStep }) => nextStep },
  { label: 'Pour le', value: ({ nextDueOn }) => nextDueOn },
  { label: 'Ouvert le', value: ({ openedAt }) => openedAt },
  { label: 'Clos le', value: ({ closedAt }) => closedAt },
]
