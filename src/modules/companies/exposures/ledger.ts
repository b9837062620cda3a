import type { ShownAt } from './exposure.ts'

/** What a period of the ledger may be, in days that end today. */
export const periods = ['7', '30', '90', '365'] as const
export type Period = (typeof periods)[number]

export const periodNames: Record<Period, string> = {
  '7': 'Sept derniers jours',
  '30': 'Trente derniers jours',
  '90': 'Trois derniers mois',
  '365': 'Douze derniers mois',
}

export const ledgerSorts = ['shown', 'first', 'gap', 'asked', 'chosen', 'name'] as const
export type LedgerSort = (typeof ledgerSorts)[number]

export type LedgerFilter = {
  readonly q: string
  /** Days in Paris, both included. */
  readonly from: string
  readonly to: string
  readonly need?: string
  readonly place?: ShownAt
  readonly sort: LedgerSort
}

/** A line of the ledger: one that helps, what it was given, and what an equal share would have been. */
export type LedgerLine = {
  readonly provider: string
  readonly id: string
  readonly siren: string | null
  readonly name: string
  readonly isOrganisation: boolean
  readonly shown: number
  readonly first: number
  readonly leadingPlaces: number
  readonly fairFirst: number
  readonly fairLeading: number
  readonly asked: number
  readonly answered: number
  readonly chosen: number
}

const day = 86_400_000

/** The first day of a period that ends on this one. */
export const firstDayOf = (period: Period, now: Date) => new Date(now.getTime() - (Number(period) - 1) * day)
