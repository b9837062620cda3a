import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import { findMessage } from '../messages/messages.queries.ts'
import { listAudienceCandidates } from './audience.queries.ts'
import { type AudienceRow, type Planned, planAudience } from './audience.ts'
import { audienceFilters } from './audience-filters.ts'
import { listCompanyCandidates } from './company-audience.queries.ts'
import { planCompanies } from './company-audience.ts'
import { companyFilters } from './company-filters.ts'
import type { Keeping } from './retention.ts'
import { findSender, type Wave } from './waves.queries.ts'

/** What would leave if the wave were launched now: to whom, what, in whose name. Changes nothing. */
export async function planLaunch(db: Database, { config, clock }: World, wave: Wave) {
  const now = clock()
  const [message, sender, audience] = await Promise.all([
    findMessage(db, wave.messageId),
    findSender(db, config),
    wave.audienceKind === 'companies'
      ? companyAudience(db, config.secret, wave, now)
      : townHallAudience(db, config.secret, wave, now),
  ])

  return { audience, recipients: audience.filter(isRecipient), message, sender, now }
}

async function townHallAudience(db: Database, secret: string, wave: Wave, now: Date) {
  const filters = audienceFilters.parse(wave.filters)
  const { id: waveId, programmeId, channel, recentDays, topic, reminderOf, remindsAgain } = wave
  const reminder = reminderOf ? { of: reminderOf, isAgain: remindsAgain } : undefined
  const candidates = await listAudienceCandidates(db, {
    programmeId,
    filters,
    waveId,
    topic,
    reminder,
    secret,
  })
  return planAudience(candidates, { channel, recentDays, stage: filters.stage, now })
}

async function companyAudience(db: Database, secret: string, wave: Wave, now: Date) {
  const { id: waveId, topic, recentDays } = wave
  const filters = companyFilters.parse(wave.filters)
  return planCompanies(await listCompanyCandidates(db, { filters, waveId, topic, secret }), {
    recentDays,
    now,
  })
}

export type LaunchPlan = Awaited<ReturnType<typeof planLaunch>>

export type Recipient = Extract<AudienceRow, { planned: Planned }>
/** Since when a recipient's coordinates are kept, and when it was last heard. */
export const keepingOf = ({ planned, candidate }: Recipient): Keeping => ({
  collectedAt: planned.collectedAt,
  lastHeardAt: candidate.lastHeardAt,
})

const isRecipient = (row: AudienceRow): row is Recipient => 'planned' in row
