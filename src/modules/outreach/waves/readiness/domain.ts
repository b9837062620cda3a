import { signingPaths } from '../../signing/signing.paths.ts'
import type { LineStanding } from './line.ts'

export type DomainFacts = {
  readonly emails: number
  /** Absent without a relay: nothing leaves the machine. */
  readonly domain:
    | { readonly isGood: boolean; readonly sentence: string; readonly whoMends: string }
    | undefined
}

/** The sending domain passes SPF, DKIM and DMARC, by a live check of the last day. */
export const domain = ({ emails, domain: standing }: DomainFacts): LineStanding | undefined =>
  standing && emails > 0
    ? {
        group: 'machine',
        label: 'Le domaine d’envoi est reconnu',
        isReady: standing.isGood,
        sentence: standing.sentence,
        whoMends: standing.whoMends,
        mends: [{ label: 'Contrôler le domaine', href: signingPaths.page(), by: ['operator'] }],
      }
    : undefined
