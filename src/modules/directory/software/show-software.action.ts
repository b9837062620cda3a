import {
  driftOf,
  licenceStory,
  needsMetBy,
  neighboursUsing,
  productsReplacedBy,
  readLicence,
  type Software,
} from '#modules/catalogue/index.ts'
import { listHelpers, type ServiceKind } from '#modules/companies/index.ts'
import type { World } from '#platform/world.ts'

export type SheetAsked = { readonly software: Software; readonly insee?: string; readonly kind?: ServiceKind }

const mostNeighbours = 6

export type ShownSheet = Awaited<ReturnType<typeof showSoftware>>

/** All that the page of a software says, beside its sheet: needs, communes, helpers, what it replaces. */
export async function showSoftware(world: World, { software, insee, kind }: SheetAsked) {
  const { db, clock } = world
  const softwareIds = [software.id]
  const [needs, neighbours, helpers, replaced, story] = await Promise.all([
    needsMetBy(db, software.id),
    neighboursUsing(db, { softwareIds, insee, now: clock(), limit: mostNeighbours }),
    listHelpers(world, { softwareIds, insee, kind }),
    productsReplacedBy(db, software.id),
    licenceStory(db, software.id),
  ])

  return {
    software,
    kind,
    needs,
    helpers,
    replaced,
    neighbours: neighbours.get(software.id) ?? [],
    drift: driftOf(story),
    licence: readLicence(software.licenceRaw ?? software.licenceSpdx),
  }
}
