import { listNeeds } from '#modules/catalogue/index.ts'
import { listPerimeter } from '#modules/programme/index.ts'
import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { writeExposures } from '../exposures/count-showings.action.ts'
import { listHelpers } from '../order/list-helpers.action.ts'
import { askQuotes } from './ask-quotes.action.ts'
import { answerQuote, confirmRequest, settleRequest } from './follow-request.action.ts'
import { offeredProviders } from './offered-providers.action.ts'
import { fewestAsked } from './quote.ts'
import { sendRequest, writeToTownHall } from './quote-mails.job.ts'
import { findRequest, listInvitations } from './quotes.queries.ts'

const day = 86_400_000
const daysShown = 30

/**
 * Fills the ledger with a month of showings and asks for a few quotes, each at another point of its life, with the very
 * actions that a town hall uses. Does nothing before companies have stated what they do.
 */
export async function demonstrateQuotes(world: World) {
  const insees = await listPerimeter(world.db)
  const needs = await servedNeeds(world, insees[0])
  if (needs.length === 0) return
  await showForAMonth(world, needs, insees)

  let asked = 0
  for (const insee of insees) {
    const need = needs[asked % needs.length]
    const life = lives[asked]
    if (!need || !life) return
    if (await live(world, { need, insee, life })) asked += 1
  }
}

/** The needs for which three may be asked in the perimeter, a few of them. */
async function servedNeeds(world: World, insee: string | undefined) {
  const found: string[] = []
  for (const { slug } of insee ? await listNeeds(world.db) : []) {
    const { lines } = await listHelpers(world, { need: slug, insee })
    if (lines.length >= fewestAsked) found.push(slug)
    if (found.length === 4) break
  }
  return found
}

async function showForAMonth(world: World, needs: readonly string[], insees: readonly string[]) {
  const now = world.clock().getTime()
  for (let ago = daysShown; ago > 0; ago--) {
    const then = { ...world, clock: () => new Date(now - ago * day) }
    for (const [rank, insee] of insees.slice(0, 4).entries()) {
      const need = needs[(rank + ago) % needs.length]
      if (need) await listHelpers(then, { need, insee }, 'need')
    }
  }
  await writeExposures(world.db)
}

// How long ago each was asked, how far it has gone, and what each of those asked says.
const lives = [
  { ago: 30, days: 21, isConfirmed: true, answers: ['quote', 'quote', 'declined'], isClosed: true },
  { ago: 24, days: 21, isConfirmed: true, answers: ['quote', 'declined'], isClosed: false },
  { ago: 6, days: 21, isConfirmed: true, answers: ['quote'], isClosed: false },
  { ago: 3, days: 24, isConfirmed: true, answers: [], isClosed: false },
  { ago: 1, days: 21, isConfirmed: false, answers: [], isClosed: false },
] as const

type Life = (typeof lives)[number]

async function live(
  world: World,
  { need, insee, life }: { readonly need: string; readonly insee: string; readonly life: Life },
) {
  const start = world.clock().getTime() - life.ago * day
  const at = (days: number): World => ({ ...world, clock: () => new Date(start + days * day) })
  const { offered } = await offeredProviders(at(0), { need, insee })
  const first = offered.flatMap(({ key, email }) => (email ? [key] : [])).slice(0, fewestAsked)
  const id = newId()
  const asked = await askQuotes(at(0), {
    id,
    need,
    insee,
    providers: first,
    why: '',
    answerBy: isoDate(new Date(start + life.days * day)),
    ...words,
  })
  if (!asked.ok) return false
  await writeToTownHall.run({ requestId: id, kind: 'confirm' }, at(0))
  if (!life.isConfirmed) return true

  await confirmRequest(at(1), await request(world, id))
  await sendRequest.run({ requestId: id }, at(1))
  for (const [rank, { provider }] of (await listInvitations(world.db, id)).entries()) {
    const answer = life.answers[rank]
    if (answer)
      await answerQuote(at(3 + rank), await request(world, id), provider, { answer, ...said[answer] })
  }
  if (life.isClosed) await choose(at(life.days + 3), id)
  return true
}

async function choose(world: World, id: string) {
  const chosen = (await listInvitations(world.db, id)).find(({ answer }) => answer === 'quote')
  await settleRequest(world, await request(world, id), {
    provider: chosen?.provider ?? 'none',
    why: 'Reprise des données comprise, et une formation sur place.',
  })
}

async function request(world: World, id: string) {
  const found = await findRequest(world.db, id)
  if (!found) throw new Error(`request ${id} was not written`)
  return found
}

const words = {
  situation: 'Deux postes à l’accueil, un tableur tenu depuis quinze ans, des plans sur papier.',
  wanted: 'Reprendre nos données, former deux agents, être aidés par téléphone la première année.',
  size: '1 200 habitants, deux postes',
  contact: 'Secrétariat de mairie, le matin',
}

const said = {
  quote: {
    words:
      'Installation et reprise des données : une journée et demie. Formation de deux agents : une journée sur place. Assistance la première année comprise. Données hébergées en France, export complet à tout moment.',
    price: 184_000,
  },
  declined: {
    words: 'Notre carnet est plein jusqu’à l’été : nous ne pourrions pas tenir le délai.',
    price: null,
  },
}
