import { together } from '#platform/together.ts'
import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { catalogueVersionNow } from './shelf/shelf.queries.ts'

const ask = together<string>()

/**
 * A word that changes with all that the public pages of the directories show, and each day, when declarations age and equals are
 * drawn anew. A commune's new name or population reaches them at the next change.
 */
export async function directoryEdition({ db, clock }: Pick<World, 'db' | 'clock'>) {
  const version = await ask(db, 'version', () => catalogueVersionNow(db))
  return `${version} ${isoDate(clock())}`
}
