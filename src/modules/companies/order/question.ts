import type { ServiceKind } from '../services/service.ts'

/** What a list of those who help answers: a need or software, a commune, a kind of service; all may be left out. */
export type HelpSought = {
  readonly need?: string
  readonly softwareIds?: readonly string[]
  readonly insee?: string
  readonly kind?: ServiceKind
}

/** The word of the question in the seed and in the ledger: the need, else the software, else everything. */
export const aboutOf = ({ need, softwareIds }: HelpSought) =>
  need ?? (softwareIds ? [...softwareIds].sort().join('+') || 'rien' : 'tout')

/** The word of the place in the seed. */
export const placeOf = ({ insee }: HelpSought) => insee ?? 'france'
