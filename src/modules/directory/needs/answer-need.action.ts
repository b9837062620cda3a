import { createHash } from 'node:crypto'
import {
  countUsages,
  locksAgainst,
  type Need,
  neighboursUsing,
  productsOfNeed,
  softwareMeeting,
} from '#modules/catalogue/index.ts'
import { listHelpers, type ServiceKind } from '#modules/companies/index.ts'
import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { inOrder } from './software-order.ts'

export type NeedAsked = {
  readonly need: Need
  readonly insee?: string
  readonly kind?: ServiceKind
}

/** How many software are told in full, and how many communes beside each. */
const mostTold = 3
const mostNeighbours = 3

export type NeedAnswer = Awaited<ReturnType<typeof answerNeed>>

/** All that the page of a need says: software, those who use each near here, who helps, what may block, what is replaced. */
export async function answerNeed(world: World, { need, insee, kind }: NeedAsked) {
  const { db, clock } = world
  const now = clock()
  const meeting = await softwareMeeting(db, need.slug)
  const softwareIds = meeting.map(({ id }) => id)
  const [counts, helpers, locks, products] = await Promise.all([
    countUsages(db, softwareIds, now),
    listHelpers(world, { need: need.slug, insee, kind }),
    locksAgainst(db, { need: need.slug, softwareIds, insee, now }),
    productsOfNeed(db, need.slug),
  ])
  const drawn = meeting.map((software) => ({
    ...software,
    communes: counts.get(software.id) ?? 0,
    draw: drawOf(isoDate(now), need.slug, software.slug),
  }))
  const software = inOrder(drawn)
  const told = software.slice(0, mostTold)
  const neighbours = await neighboursUsing(db, {
    softwareIds: told.map(({ id }) => id),
    need: need.slug,
    insee,
    now,
    limit: mostNeighbours,
  })

  return {
    need,
    kind,
    helpers,
    locks,
    products,
    told: told.map((one) => ({ ...one, neighbours: neighbours.get(one.id) ?? [] })),
    others: software.slice(mostTold),
  }
}

/** The draw that settles equals: SHA-256 of « beffroi/day/need/slug », which anybody can compute again. */
const drawOf = (day: string, need: string, slug: string) =>
  createHash('sha256').update(`beffroi/${day}/${need}/${slug}`).digest('hex')
