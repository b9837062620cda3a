import { enqueue } from '#platform/jobs/enqueue.ts'
import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { accept, refuse } from '#values/decision.ts'
import { daysBetween, fewestDaysLeft, stateOf } from './quote.ts'
import { sendRequest, writeToTownHall } from './quote-mails.job.ts'
import {
  type AskedRequest,
  addEvent,
  claimToTell,
  closeRequest,
  listEvents,
  listInvitations,
  markConfirmed,
  saveAnswer,
} from './quotes.queries.ts'

/** The town hall says that the request is its own: it leaves to all at once. Confirmed twice, it leaves once. */
export async function confirmRequest({ db, clock }: World, request: AskedRequest) {
  const now = clock()
  if (request.confirmedAt) return accept(request.id)
  if (daysBetween(isoDate(now), request.answerBy) < fewestDaysLeft) return refuse('too-late')
  await db.transaction(async (tx) => {
    if (!(await markConfirmed(tx, request.id, now))) return
    await addEvent(tx, { requestId: request.id, at: now, kind: 'confirmed' })
    await enqueue(tx, sendRequest, { requestId: request.id })
  })
  return accept(request.id)
}

/** What one who was asked says: a quote, or a refusal with its reason. */
export type ProviderAnswer = {
  readonly answer: 'quote' | 'declined'
  readonly words: string
  /** In cents, all taxes included. */
  readonly price: number | null
}

/** Writes an answer before the date; the last one counts, and each is in the log. */
export async function answerQuote(
  { db, clock }: World,
  request: AskedRequest,
  provider: string,
  { answer, words, price }: ProviderAnswer,
) {
  const now = clock()
  if (stateOf(request, isoDate(now)) !== 'open') return refuse('too-late')
  if (words.trim() === '') return refuse(answer === 'quote' ? 'no-quote' : 'no-reason')
  await db.transaction(async (tx) => {
    const said = { answer, words: words.trim(), price: answer === 'quote' ? price : null, answeredAt: now }
    await saveAnswer(tx, request.id, provider, said)
    await addEvent(tx, {
      requestId: request.id,
      at: now,
      provider,
      kind: answer === 'quote' ? 'answered' : 'declined',
    })
  })
  return accept(request.id)
}

/** The first time that the town hall reads the answers is in the log, like everything else. */
export async function openAnswers({ db, clock }: World, request: AskedRequest) {
  const events = await listEvents(db, request.id)
  if (!events.some(({ kind }) => kind === 'opened'))
    await addEvent(db, { requestId: request.id, at: clock(), kind: 'opened' })
}

type Choice = { readonly provider: string; readonly why: string }

/** Closes a request by its town hall: one of those who answered, or none, with the reason. */
export async function settleRequest({ db, clock }: World, request: AskedRequest, { provider, why }: Choice) {
  const now = clock()
  const state = stateOf(request, isoDate(now))
  if (state === 'closed') return accept(request.id)
  if (state !== 'to-read') return refuse('not-yet')
  if (why.trim() === '') return refuse('no-reason')
  const isNone = provider === 'none'
  const answered = (await listInvitations(db, request.id)).filter(({ answer }) => answer === 'quote')
  if (!isNone && !answered.some((one) => one.provider === provider)) return refuse('nobody')
  await db.transaction(async (tx) => {
    const closing = isNone ? ({ outcome: 'none' } as const) : ({ outcome: 'chosen', provider } as const)
    if (!(await closeRequest(tx, request.id, { ...closing, why: why.trim(), at: now }))) return
    await addEvent(tx, {
      requestId: request.id,
      at: now,
      kind: 'closed',
      provider: isNone ? undefined : provider,
    })
  })
  return accept(request.id)
}

/** Tells each town hall once, the day after its date, that the answers are there. */
export function tellTownHalls({ db, clock }: World) {
  const now = clock()
  return db.transaction(async (tx) => {
    const passed = await claimToTell(tx, isoDate(now), now)
    for (const { id } of passed) {
      await addEvent(tx, { requestId: id, at: now, kind: 'told' })
      await enqueue(tx, writeToTownHall, { requestId: id, kind: 'to-read' })
    }
    return passed.length
  })
}

type Refused<Answer> = Extract<Awaited<Answer>, { ok: false }>

export type ConfirmRefusal = Refused<ReturnType<typeof confirmRequest>>['reason']
export type AnswerRefusal = Refused<ReturnType<typeof answerQuote>>['reason']
export type ClosingRefusal = Refused<ReturnType<typeof settleRequest>>['reason']
