import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import { findMessage } from '../messages/messages.queries.ts'
import { listAudienceCandidates } from './audience.queries.ts'
import { type AudienceRow, type Planned, planAudience } from './audience.ts'
import { audienceFilters } from './audience-filters.ts'
import type { Keeping } from './retention.ts'
import { findSender, type Wave } from './waves.queries.ts'

/** What would leave if the wave were launched now: to whom, what, in whose name. Changes nothing. */
export async function planLaunch(db: Database, { config, clock }: World, wave: Wave) {
  const now = clock()
  const filters = audienceFilters.parse(wave.filters)
  const { programmeId, channel, recentDays, topic, reminderOf, remindsAgain } = wave
  const reminder = reminderOf ? { of: reminderOf, isAgain: remindsAgain } : undefined
  const [message, sender, candidates] = await Promise.all([
    findMessage(db, wave.messageId),
    findSender(db, config),
    listAudienceCandidates(db, {
      programmeId,
      filters,
      waveId: wave.id,
      topic,
      reminder,
      secret: config.secret,
    }),
  ])
  const audience = planAudience(candidates, { channel, recentDays, stage: filters.stage, now })

  return { audience, recipients: audience.filter(isRecipient), message, sender, now }
}

export type LaunchPlan = Awaited<ReturnType<typeof planLaunch>>

export type Recipient = Extract<AudienceRow, { planned: Planned }>
/** Since when a recipient's coordinates are kept, and when it was last heard. */
export const keepingOf = ({ planned, candidate }: Recipient): Keeping => ({
  collectedAt: planned.collectedAt,
  lastHeardAt: candidate.lastHeardAt,
})

const isRecipient = (row: AudienceRow): row is Recipient => 'planned' in row
