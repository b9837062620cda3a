import type { World } from '#platform/world.ts'
import { addWords } from '../needs/edit-need.action.ts'
import { settleSilentSearch } from './silent-searches.queries.ts'

type Answer = {
  readonly searched: string
  readonly added: string
  readonly need: string
  readonly by: string
}

/** Makes what was searched in vain lead to a need, and settles it. Words already there are no fault: the search is settled. */
export async function answerSilentSearch(world: World, { searched, added, need, by }: Answer) {
  const kind = added.trim().includes(' ') ? 'phrase' : 'synonym'
  const decision = await addWords(world, need, { words: added, kind, by })
  if (!decision.ok && decision.reason !== 'already-there') return decision

  await settleSilentSearch(world.db, searched, world.clock())
  return { ok: true, value: need } as const
}
