import { countPerimeter } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import { signed } from '../deliveries/email.ts'
import { envelopes } from '../letters/envelope.ts'
import { checkAddressFits } from '../letters/lot.ts'
import { checkMessage } from '../messages/check-message.ts'
import { findMessage } from '../messages/messages.queries.ts'
import { listAudienceCandidates } from './audience.queries.ts'
import { type AudienceRow, type Planned, planAudience } from './audience.ts'
import { audienceFilters } from './audience-filters.ts'
import { emptyVariables } from './empty-variables.ts'
import { readinessOf } from './readiness.ts'
import { findSender, type Wave } from './waves.queries.ts'

/** What a wave would be if it were launched now: its audience, its message, and the list to turn green. Changes nothing. */
export async function prepareLaunch(db: Database, { config, clock }: World, wave: Wave) {
  const now = clock()
  const filters = audienceFilters.parse(wave.filters)
  const [message, sender, perimeter, candidates] = await Promise.all([
    findMessage(db, wave.messageId),
    findSender(db, config),
    countPerimeter(db),
    listAudienceCandidates(db, {
      programmeId: wave.programmeId,
      filters,
      waveId: wave.id,
      secret: config.secret,
    }),
  ])
  const { channel, recentDays } = wave
  const audience = planAudience(candidates, { channel, recentDays, stage: filters.stage, now })
  const recipients = audience.filter(isRecipient)
  const letters = recipients.filter(({ planned }) => planned.channel === 'letter')
  const lines = readinessOf({
    perimeter,
    emails: recipients.length - letters.length,
    letters: letters.length,
    excluded: audience.length - recipients.length,
    messageName: message.name,
    messageProblems: checkMessage(signed(message)).map(({ sentence }) => sentence),
    emptyVariables: emptyVariables(
      signed(message),
      recipients.map(({ candidate }) => candidate),
      sender,
      now,
    ),
    tooLong: letters.flatMap(({ candidate, planned }) => tooLong(candidate.name, planned)),
    sender,
    hasRelay: config.smtpUrl !== undefined,
  })
  return { audience, recipients, message, sender, lines, now }
}

export type LaunchPlan = Awaited<ReturnType<typeof prepareLaunch>>

export type Recipient = Extract<AudienceRow, { planned: Planned }>
const isRecipient = (row: AudienceRow): row is Recipient => 'planned' in row

function tooLong(commune: string, planned: Planned) {
  if (planned.channel !== 'letter') return []
  const block = checkAddressFits(planned.parts, envelopes.dl45)
  return block.ok ? [] : [{ commune, line: block.line }]
}
