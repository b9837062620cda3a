import { findCommunes } from '#modules/communes/index.ts'
import type { World } from '#platform/world.ts'
import { listAddressSearches, openAddressSearch } from './address-searches/address-searches.queries.ts'
import { giveUpSearch } from './address-searches/end-address-search.action.ts'
import { lift } from './oppositions/lift-opposition.action.ts'
import { opposeAddress, opposeTownHall } from './oppositions/oppose.action.ts'
import { listOppositions } from './oppositions/opposition-list.queries.ts'

const coordinator = 'Claire Exemple'
type Then = (daysAgo: number) => World

/**
 * What a programme hears besides answers: a town hall that wants letters only, a refusal of one topic, one to look at
 * again, one lifted on request, the addresses of two people. Everything is invented, and says so.
 */
export async function demonstrateOppositions(then: Then) {
  const { db, config } = then(0)
  const townHalls = [
    { insee: '59491', channel: 'email', topic: 'all', origin: 'téléphone (démonstration)', days: 12 },
    {
      insee: '59526',
      channel: 'all',
      topic: 'e-administration',
      origin: 'courriel (démonstration)',
      days: 9,
    },
    { insee: '59179', channel: 'letter', topic: 'all', origin: 'ancien fichier (démonstration)', days: 1200 },
    { insee: '59172', channel: 'letter', topic: 'all', origin: 'courrier (démonstration)', days: 20 },
  ] as const
  for (const { days, ...refusal } of townHalls) {
    if ((await findCommunes(db, [refusal.insee])).length === 0) continue
    await db.transaction((tx) => opposeTownHall(tx, { ...refusal, by: coordinator, at: then(days).clock() }))
  }
  for (const address of ['elue@wallers.example', '03 27 00 00 00']) {
    const said = { origin: 'lien d’un courriel (démonstration)', at: then(8).clock() }
    await opposeAddress(db, config.secret, { address, ...said })
  }
  const lifted = (await listOppositions(db, { q: '59172', state: 'active' }, then(0).clock()))[0]
  if (lifted)
    await lift(then(5), lifted.id, {
      words: 'Courriel de la secrétaire : « vous pouvez de nouveau nous écrire » (démonstration)',
      requestedOn: then(6).clock().toISOString().slice(0, 10),
      by: coordinator,
    })
}

/** An address that led nowhere last month and that nobody found: the search was given up, with its reason. */
export async function demonstrateDeadEnds(then: Then) {
  const { db } = then(0)
  const deadEnd = { insee: '59632', channel: 'email', address: 'secretariat@wallers.example' } as const
  if ((await findCommunes(db, [deadEnd.insee])).length === 0) return

  await openAddressSearch(db, {
    ...deadEnd,
    reason: '550 5.1.1 boîte inconnue (démonstration)',
    at: then(40).clock(),
  })
  const [search] = await listAddressSearches(db, { q: deadEnd.address, state: 'open' })
  const reason = 'La mairie n’a plus de secrétariat séparé (démonstration)'
  if (search) await giveUpSearch(then(30), search.id, { reason, by: coordinator })
}
