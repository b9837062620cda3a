import { accept, refuse } from '#values/decision.ts'

/** What a town hall may choose when it answers. */
export const wishes = ['call-back', 'need', 'not-now', 'do-not-write'] as const
export type Wish = (typeof wishes)[number]

export const wishNames: Record<Wish, string> = {
  'call-back': 'À rappeler',
  need: 'Dit un besoin',
  'not-now': 'Pas maintenant',
  'do-not-write': 'Ne plus écrire',
}

/** How the exchange reached us; `answer` is the code of a letter, typed by the town hall itself. */
export const channels = ['answer', 'call', 'visit', 'email', 'letter'] as const
export type Channel = (typeof channels)[number]

export const channelNames: Record<Channel, string> = {
  answer: 'Code de la lettre',
  call: 'Appel',
  visit: 'Visite',
  email: 'Courriel',
  letter: 'Courrier',
}

/** Where a contact stands in the inbox of the organisation that handles it. */
export type Standing =
  | { readonly state: 'new' }
  | { readonly state: 'taken'; readonly takenBy: string; readonly takenAt: Date }
  | {
      readonly state: 'settled'
      readonly settledBy: string
      readonly settledAt: Date
      readonly settlement: string
    }
export type ContactState = Standing['state']

export const contactStates: readonly ContactState[] = ['new', 'taken', 'settled']
export const stateNames: Record<ContactState, string> = {
  new: 'À prendre',
  taken: 'Pris en charge',
  settled: 'Réglé',
}

type Gesture = { readonly by: string; readonly at: Date }

/** « Je m’en occupe »: taking twice is taking once, and nobody takes what a colleague holds. */
export function take(standing: Standing, { by, at }: Gesture) {
  if (standing.state === 'settled') return refuse('already-settled')
  if (standing.state === 'taken')
    return standing.takenBy === by ? accept(standing) : refuse('taken-by-another')

  return accept<Standing>({ state: 'taken', takenBy: by, takenAt: at })
}

/** Puts a contact back among those to take; any colleague may, as the one who took it may be away. */
export function release(standing: Standing) {
  if (standing.state === 'settled') return refuse('already-settled')

  return accept<Standing>({ state: 'new' })
}

/** Settles a contact with the sentence that says how; the same sentence twice is once. */
export function settle(standing: Standing, { by, at, settlement }: Gesture & { settlement: string }) {
  if (settlement.trim() === '') return refuse('settlement-missing')
  if (standing.state === 'settled')
    return standing.settlement === settlement ? accept(standing) : refuse('already-settled')

  return accept<Standing>({ state: 'settled', settledBy: by, settledAt: at, settlement })
}

/** Takes up a settled contact again: it was settled too soon, or by mistake. */
export function reopen(standing: Standing, { by, at }: Gesture) {
  if (standing.state !== 'settled') return refuse('not-settled')

  return accept<Standing>({ state: 'taken', takenBy: by, takenAt: at })
}

type Move = { readonly from: string; readonly to: string; readonly reason: string }

/** Hands a contact to another organisation, which finds it among those to take. A settled contact stays where it is. */
export function transfer(standing: Standing, { from, to, reason }: Move) {
  if (standing.state === 'settled') return refuse('already-settled')
  if (from === to) return refuse('already-there')
  if (reason.trim() === '') return refuse('reason-missing')

  return accept<Standing>({ state: 'new' })
}

type RefusalOf<Rule extends (...given: never[]) => { ok: boolean }> =
  Extract<ReturnType<Rule>, { ok: false }> extends { reason: infer Reason } ? Reason : never

export type ContactRefusal =
  | RefusalOf<typeof take>
  | RefusalOf<typeof release>
  | RefusalOf<typeof settle>
  | RefusalOf<typeof reopen>
  | RefusalOf<typeof transfer>

/** Why a gesture is refused, and what to do, for the person at the screen. */
export const contactRefusals: Record<ContactRefusal, string> = {
  'already-settled': 'Ce contact est déjà réglé. Rouvrez-le d’abord s’il reste à faire.',
  'taken-by-another': 'Un collègue s’en occupe déjà. Demandez-lui, ou remettez le contact à prendre.',
  'settlement-missing': 'Dites en une phrase comment le contact est réglé : elle reste dans le journal.',
  'not-settled': 'Ce contact n’est pas réglé : il n’y a rien à rouvrir.',
  'already-there': 'Ce contact est déjà suivi par cet organisme.',
  'reason-missing': 'Dites pourquoi vous le transférez : l’organisme qui le reçoit le lira.',
}
