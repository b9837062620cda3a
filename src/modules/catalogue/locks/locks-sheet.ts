import type { TableColumn } from '#platform/files/write-table.ts'
import { lockForceNames } from './lock.ts'
import type { LockRow } from './lock-map.queries.ts'
import { lastWordOfLock } from './lock-words.ts'

/** Locks as they are taken away, one row a commune and a lock. */
export const lockColumns: readonly TableColumn<LockRow>[] = [
  { label: 'Commune', value: ({ commune }) => commune },
  { label: 'Code INSEE', value: ({ insee }) => insee },
  { label: 'Dit par l’ancienne commune', value: ({ formerName }) => formerName },
  { label: 'Habitants', value: ({ population }) => population },
  { label: 'Logiciel métier', value: ({ product }) => product },
  { label: 'Éditeur', value: ({ vendor }) => vendor },
  { label: 'Besoin', value: ({ needLabel }) => needLabel },
  { label: 'Impose', value: ({ forces }) => lockForceNames[forces] },
  { label: 'Lequel', value: ({ what }) => what },
  { label: 'À savoir', value: ({ note }) => note },
  { label: 'Source', value: ({ source }) => source },
  { label: 'Dit le', value: ({ declaredAt }) => declaredAt },
  { label: 'Dit par', value: ({ declaredBy }) => declaredBy },
  { label: 'Dernière parole', value: lastWordOfLock },
]
