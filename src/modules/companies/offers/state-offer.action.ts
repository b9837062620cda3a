import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { areasNamed } from '../services/area-named.action.ts'
import { needIsKnown, softwareNamed } from '../services/subjects.queries.ts'
import type { OfferHolder } from './offer.ts'
import { addOffer, type NewOffer } from './save-offers.queries.ts'

type Typed = Omit<NewOffer, 'softwareId' | 'areas'> & { readonly software: string; readonly areas: string }

/** Keeps an offer that somebody operates, on a software and a need of the directory, in areas that exist. */
export function stateOffer(world: World, holder: OfferHolder, { software, areas: where, ...typed }: Typed) {
  return world.db.transaction(async (tx) => {
    const found = await softwareNamed(tx, software)
    if (!found) return refuse('unknown-software')
    if (!(await needIsKnown(tx, typed.need))) return refuse('unknown-need')
    const { areas, faults } = await areasNamed(tx, where)
    if (faults.length > 0) return { ...refuse('unknown-areas'), faults }
    if (areas.length === 0) return refuse('no-area')

    await addOffer(tx, holder, { ...typed, softwareId: found.id, areas }, world.clock())
    return accept(typed.id)
  })
}
