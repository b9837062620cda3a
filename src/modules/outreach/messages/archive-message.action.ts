import type { Database } from '#platform/database/database.ts'
import { accept, refuse } from '#values/decision.ts'
import { countWavesUsing, setArchivedAt } from './message-desk.queries.ts'
import { findMessage } from './messages.queries.ts'

/** Takes a message out of the list, unless a wave uses it; it can be taken back. */
export function archiveMessage(db: Database, id: string, now: Date) {
  return db.transaction(async (tx) => {
    const message = await findMessage(tx, id)
    if ((await countWavesUsing(tx, message.id)) > 0) return refuse('used-by-a-wave')

    await setArchivedAt(tx, id, now)
    return accept(message)
  })
}
