import type { Evidence } from '../classification/kinds.ts'

/** How surely a mail is tied to a commune: `certain` and `probable` tie it, `suggestion` waits for a person. */
export type Tie = 'certain' | 'probable' | 'suggestion' | 'none' | 'hand'

export const tieNames: Record<Tie, string> = {
  certain: 'Certain',
  probable: 'Probable',
  suggestion: 'À confirmer',
  none: 'Inconnu',
  hand: 'Attaché à la main',
}

/** One reason to think that a mail comes from a commune. `isSender`: the address that we wrote to is the one that writes. */
export type Clue = {
  readonly insee: string
  readonly deliveryId?: string
  readonly evidence: Evidence
} & (
  | { readonly from: 'reference' | 'token' | 'domain' | 'signature' | 'name' }
  | { readonly from: 'code'; readonly isSender: boolean }
  | { readonly from: 'sender'; readonly isAlone: boolean }
)

/** A commune to propose to a person, with why. */
export type Candidate = { readonly insee: string; readonly why: string }

/** A company that answers its invitation, or whose invitation came back: no commune, and so no contact. */
export type AnsweringCompany = {
  readonly companyId: string
  readonly name: string
  readonly deliveryId: string
  readonly evidence: Evidence
}

export type Attachment = {
  readonly tie: Tie
  readonly insee?: string
  readonly deliveryId?: string
  readonly company?: AnsweringCompany
  readonly evidence: readonly Evidence[]
  /** At most three, the likeliest first. */
  readonly candidates: readonly Candidate[]
}

/**
 * Ties a mail to a commune by the strongest of its clues, and keeps every clue that agrees. Two communes equally likely
 * tie nothing: a person chooses.
 */
export function attach(clues: readonly Clue[]): Attachment {
  const ranked = clues
    .map((clue) => ({ ...clue, weight: weightOf(clue) }))
    .toSorted((one, other) => other.weight - one.weight)
  const best = ranked[0]
  const candidates = likeliest(ranked)
  if (!best) return { tie: 'none', evidence: [], candidates }

  const rivals = ranked.filter(({ weight, insee }) => weight === best.weight && insee !== best.insee)
  if (best.weight < probable || rivals.length > 0)
    return { tie: 'suggestion', evidence: ranked.map(({ evidence }) => evidence), candidates }

  const agreeing = ranked.filter(({ insee }) => insee === best.insee)
  return {
    tie: best.weight >= certain ? 'certain' : 'probable',
    insee: best.insee,
    deliveryId: agreeing.find(({ deliveryId }) => deliveryId)?.deliveryId,
    evidence: agreeing.map(({ evidence }) => evidence),
    candidates,
  }
}

const certain = 90
const probable = 50

// A code is copied easily from a letter: alone it proves nothing, with the address that we wrote to it does.
function weightOf(clue: Clue) {
  if (clue.from === 'code') return clue.isSender ? 90 : 30
  if (clue.from === 'sender') return clue.isAlone ? 60 : 40

  return weights[clue.from]
}

const weights = { reference: 100, token: 95, domain: 50, signature: 35, name: 20 } as const

function likeliest(ranked: readonly Clue[]): Candidate[] {
  const byCommune = new Map<string, string>()
  for (const { insee, evidence } of ranked) if (!byCommune.has(insee)) byCommune.set(insee, evidence.sentence)
  return [...byCommune].slice(0, 3).map(([insee, why]) => ({ insee, why }))
}

/** What comes from a company is tied to its invitation, and to no commune: its words may well name one. */
export const attachToCompany = (company: AnsweringCompany): Attachment => ({
  tie: 'none',
  company,
  deliveryId: company.deliveryId,
  evidence: [
    { sentence: `Il répond à notre invitation, ou en revient : ${company.name}.` },
    company.evidence,
  ],
  candidates: [],
})
