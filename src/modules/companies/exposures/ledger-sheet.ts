import type { TableColumn } from '#platform/files/write-table.ts'
import type { LedgerLine } from './ledger.ts'

const rounded = (value: number) => Math.round(value * 100) / 100

/** The public ledger as it is taken away. */
export const ledgerColumns: readonly TableColumn<LedgerLine>[] = [
  { label: 'Qui', value: ({ name }) => name },
  { label: 'SIREN', value: ({ siren }) => siren },
  { label: 'Clé du tirage', value: ({ provider }) => provider },
  { label: 'Affichages', value: ({ shown }) => shown },
  { label: 'En premier', value: ({ first }) => first },
  { label: 'En premier, à parts égales', value: ({ fairFirst }) => rounded(fairFirst) },
  { label: 'Parmi les trois premières', value: ({ leadingPlaces }) => leadingPlaces },
  { label: 'Parmi les trois premières, à parts égales', value: ({ fairLeading }) => rounded(fairLeading) },
  { label: 'Devis demandés', value: ({ asked }) => asked },
  { label: 'Réponses', value: ({ answered }) => answered },
  { label: 'Choisie', value: ({ chosen }) => chosen },
]
