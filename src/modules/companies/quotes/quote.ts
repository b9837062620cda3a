import { accept, refuse } from '#values/decision.ts'

/** At least so many are asked, or all those who serve when they are fewer; more than the second would be a mailing. */
export const fewestAsked = 3
export const mostAsked = 10

/** Days that are left to answer: enough to write a quote, not so many that the need is forgotten. */
export const fewestDays = 7
export const mostDays = 120

/** Whom the town hall wants to ask, among those offered in the order of the day. */
export type Choice = {
  /** Keys of those who can be written to, first in the order first. */
  readonly offered: readonly string[]
  readonly chosen: readonly string[]
  /** Why it does not keep to the first of the order, in its words. */
  readonly why: string
}

/**
 * Whom a request goes to: at least three, the first of the order or others with a reason that is kept. The order alone needs
 * no reason.
 */
export function chooseProviders({ offered, chosen, why }: Choice) {
  const wanted = offered.filter((key) => chosen.includes(key))
  if (offered.length === 0) return refuse('nobody')
  if (wanted.length < new Set(chosen).size) return refuse('not-offered')
  if (wanted.length < Math.min(fewestAsked, offered.length)) return refuse('too-few')
  if (wanted.length > mostAsked) return refuse('too-many')
  const first = offered.slice(0, wanted.length)
  const others = wanted.filter((key) => !first.includes(key))
  if (others.length > 0 && why.trim() === '') return refuse('no-reason')

  return accept(
    wanted.map((key) => ({
      key,
      chosenBy: others.includes(key) ? ('town-hall' as const) : ('order' as const),
    })),
  )
}

/** The last day to answer: neither so near that only one is ready, nor so far. Days as `2026-11-24`. */
export function checkAnswerBy(answerBy: string, today: string) {
  const days = daysBetween(today, answerBy)
  if (Number.isNaN(days)) return refuse('no-date')
  if (days < fewestDays) return refuse('too-near')
  if (days > mostDays) return refuse('too-far')
  return accept(answerBy)
}

/** A confirmation that comes so late that those asked would have less than five days is refused. */
export const fewestDaysLeft = 5

export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)

export type ChoiceRefusal = Extract<ReturnType<typeof chooseProviders>, { ok: false }>['reason']
export type DateRefusal = Extract<ReturnType<typeof checkAnswerBy>, { ok: false }>['reason']

/** Where a request stands on a day. `lapsed`: never confirmed, and its date has passed. */
export const quoteStates = ['waiting', 'open', 'to-read', 'closed', 'lapsed'] as const
export type QuoteState = (typeof quoteStates)[number]

export const quoteStateNames: Record<QuoteState, string> = {
  waiting: 'À confirmer par la mairie',
  open: 'Réponses attendues',
  'to-read': 'Réponses à lire',
  closed: 'Close',
  lapsed: 'Jamais confirmée',
}

type Dated = {
  readonly confirmedAt: Date | null
  readonly closedAt: Date | null
  readonly answerBy: string
}

/** The answers are opened together, the day after the date. */
export function stateOf({ confirmedAt, closedAt, answerBy }: Dated, today: string): QuoteState {
  if (closedAt) return 'closed'
  if (!confirmedAt) return today > answerBy ? 'lapsed' : 'waiting'
  return today > answerBy ? 'to-read' : 'open'
}

/** A request and its answers are emptied a year after its date; who was asked and whether they answered stay. */
export const monthsKept = 12
