import { findNeed } from '#modules/catalogue/index.ts'
import { findCommune } from '#modules/communes/index.ts'
import { writableEmails } from '#modules/outreach/index.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { World } from '#platform/world.ts'
import { date, isoDate } from '#ui/french.ts'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { accept, refuse } from '#values/decision.ts'
import { fingerprint } from '../order/draw-seed.action.ts'
import { offeredProviders } from './offered-providers.action.ts'
import { checkAnswerBy, chooseProviders } from './quote.ts'
import { writeToTownHall } from './quote-mails.job.ts'
import { quoteText } from './quote-text.ts'
import { addEvent, addRequest, countUnconfirmed, findRequest } from './quotes.queries.ts'

/** What a town hall fills in, and whom it wants to ask. */
export type Asking = {
  /** Names this filling of the form: posted twice it has one effect. */
  readonly id: string
  readonly need: string
  readonly insee: string
  readonly situation: string
  readonly wanted: string
  readonly size: string
  readonly contact: string
  readonly answerBy: string
  readonly providers: readonly string[]
  readonly why: string
}

const mostUnconfirmed = 3
const day = 86_400_000

/**
 * Prepares a request: the text is fixed with its fingerprint, those asked with their place in the order, and the official
 * address is asked to confirm. Nobody else is written to.
 */
export async function askQuotes(world: World, asking: Asking) {
  const { db, clock } = world
  const now = clock()
  const { id, need, insee, providers, why, answerBy } = asking
  if (await findRequest(db, id)) return accept(id)
  const dated = checkAnswerBy(answerBy, isoDate(now))
  if (!dated.ok) return dated
  const [commune, { label }, emails, { offered, seed }] = await Promise.all([
    findCommune(db, insee),
    findNeed(db, need),
    writableEmails(world, [insee], 'free-software'),
    offeredProviders(world, { need, insee }),
  ])
  const chosen = chooseProviders({
    offered: offered.flatMap(({ key, email }) => (email ? [key] : [])),
    chosen: providers,
    why,
  })
  if (!chosen.ok) return chosen
  const sentTo = emails.get(insee)
  if (!sentTo) return refuse('no-official-address')
  if ((await countUnconfirmed(db, insee, new Date(now.getTime() - day))) >= mostUnconfirmed)
    return refuse('too-often')

  const body = quoteText({
    ...asking,
    townHall: `Mairie ${ofCommune(commune.name, commune.nameType as NameLink)}`,
    need: label,
    answerBy: date(new Date(`${answerBy}T12:00:00Z`)),
    asked: chosen.value.length,
  })
  const chosenBy = new Map(chosen.value.map((one) => [one.key, one.chosenBy]))
  const invitations = offered.flatMap(({ key, name, email, mark, draw }, place) => {
    const by = chosenBy.get(key)
    return by ? [{ provider: key, name, email, place: place + 1, mark, draw, chosenBy: by }] : []
  })
  await db.transaction(async (tx) => {
    const isNew = await addRequest(
      tx,
      {
        id,
        insee,
        need,
        body,
        digest: fingerprint(body),
        answerBy,
        sentTo,
        seed,
        whyOthers: why.trim() || null,
        askedAt: now,
      },
      invitations,
    )
    if (!isNew) return
    await addEvent(tx, { requestId: id, at: now, kind: 'asked' })
    await enqueue(tx, writeToTownHall, { requestId: id, kind: 'confirm' })
  })
  return accept(id)
}

export type AskRefusal = Extract<Awaited<ReturnType<typeof askQuotes>>, { ok: false }>['reason']
