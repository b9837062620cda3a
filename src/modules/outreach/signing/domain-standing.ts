import type { DomainLine } from './domain-lines.ts'

export type DomainCheck = {
  readonly domain: string
  readonly checkedAt: Date
  readonly isGood: boolean
  readonly lines: readonly DomainLine[]
}

/** Where the sending domain stands, for the list before a launch. */
export type DomainStanding = {
  readonly isGood: boolean
  readonly sentence: string
  readonly checkedAt: Date | undefined
  readonly whoMends: string
}

// A record may leave a zone at any time: what was seen the day before yesterday proves nothing.
const validity = 24 * 3_600_000

/** Judges the last check of the domain we send from: it must be good, and of the last day. */
export function standingOf(domain: string, check: DomainCheck | undefined, now: Date): DomainStanding {
  const whoMends =
    'La personne qui tient le nom de domaine publie ce qui manque ; l’opérateur relance le contrôle.'
  const told = { checkedAt: check?.checkedAt, whoMends }
  if (!check) return { ...told, isGood: false, sentence: `${domain} n’a jamais été contrôlé.` }
  if (now.getTime() - check.checkedAt.getTime() > validity)
    return { ...told, isGood: false, sentence: `Le dernier contrôle de ${domain} a plus d’un jour.` }
  if (!check.isGood) {
    const wrong = check.lines.filter(({ isGood }) => !isGood).map(({ found }) => found)
    return { ...told, isGood: false, sentence: wrong.join(' ') }
  }
  return { ...told, isGood: true, sentence: `${domain} passe SPF, DKIM et DMARC.` }
}
