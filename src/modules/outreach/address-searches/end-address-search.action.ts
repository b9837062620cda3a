import { sayContactPoint } from '#modules/communes/index.ts'
import { recordFact } from '#modules/journal/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { activeAddresses, addressHmac } from '../oppositions/oppositions.queries.ts'
import { checkFound, type FoundKind, searchChannelNames } from './address-search.ts'
import { addressSearchPaths } from './address-searches.paths.ts'
import {
  closeAddressSearch,
  findAddressSearch,
  reopenAddressSearch,
  type SearchRow,
} from './address-searches.queries.ts'

type Found = { readonly kind: FoundKind; readonly typed: string; readonly by: string }

/**
 * A person found how to reach a town hall: it becomes a contact point under their name and the day, and the search ends.
 * Says whether the address is in opposition: it is kept, and not written to.
 */
export function giveFoundAddress({ db, clock, config }: World, id: string, { kind, typed, by }: Found) {
  const at = clock()
  return db.transaction(async (tx) => {
    const search = await findAddressSearch(tx, id)
    if (!search || search.closedAt) return refuse('closed')
    const found = checkFound(kind, typed, search)
    if (!found.ok) return found

    const { insee } = search
    const source = `trouvée par ${by} le ${dayFormat.format(at)}`
    await sayContactPoint(tx, { insee, kind, value: found.value, label: null, by, at, source })
    await closeAddressSearch(tx, id, { closedAs: 'found', outcome: found.value, by, at })
    await tell(tx, search, `${name(search)} : une autre coordonnée a été trouvée.`, by, at)
    const hmac = addressHmac(config.secret, found.value, kind)
    return accept({ isOpposed: (await activeAddresses(tx, [hmac])).has(hmac) })
  })
}

type Ending = { readonly reason: string; readonly by: string }

/** Nobody found it: the search ends with the reason, and the address is not written to again. */
export const giveUpSearch = (world: World, id: string, ending: Ending) =>
  end(world, id, 'given-up', ending, 'personne ne l’a trouvée')

/** The address works after all: it may be written to again, on the word of a named person. */
export const sayAddressWorks = (world: World, id: string, ending: Ending) =>
  end(world, id, 'works', ending, 'elle marche de nouveau')

function end({ db, clock }: World, id: string, closedAs: 'given-up' | 'works', said: Ending, words: string) {
  const at = clock()
  if (said.reason.trim() === '') return Promise.resolve(refuse('no-reason'))

  return db.transaction(async (tx) => {
    const search = await findAddressSearch(tx, id)
    const outcome = said.reason.trim()
    if (!search || !(await closeAddressSearch(tx, id, { closedAs, outcome, by: said.by, at })))
      return refuse('closed')
    await tell(tx, search, `${name(search)} : ${words} (${outcome})`, said.by, at)
    return accept(search)
  })
}

/** Takes an ending back; what was found stays among the contact points. */
export async function reopenSearch({ db }: World, id: string) {
  return (await reopenAddressSearch(db, id)) ? accept(id) : refuse('not-closed')
}

const name = ({ channel }: SearchRow) => `${searchChannelNames[channel]} à trouver`

const tell = (db: Database, { id, insee }: SearchRow, sentence: string, actor: string, at: Date) =>
  recordFact(db, {
    insee,
    at,
    kind: 'address-search-ended',
    sentence,
    path: addressSearchPaths.show(id),
    actor,
  })

const dayFormat = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' })
