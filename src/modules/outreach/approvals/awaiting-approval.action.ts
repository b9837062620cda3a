import type { Config } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { findMessage } from '../messages/messages.queries.ts'
import { findSender, type Wave } from '../waves/waves.queries.ts'
import { contentOf, standingOfApproval } from './content.action.ts'

/** Of these waves, those in preparation that the other organisation has not said yes or no to as they are now. */
export async function awaitingApproval(db: Database, config: Config, waves: readonly Wave[]) {
  const drafts = waves.filter(({ state }) => state === 'draft')
  if (drafts.length === 0) return new Set<string>()

  const sender = await findSender(db, config)
  const awaiting = await Promise.all(
    drafts.map(async (wave) => {
      const message = await findMessage(db, wave.messageId)
      const { state } = await standingOfApproval(db, wave, await contentOf(db, wave, { message, sender }))
      return state === 'awaited' || state === 'void' ? [wave.id] : []
    }),
  )
  return new Set(awaiting.flat())
}
