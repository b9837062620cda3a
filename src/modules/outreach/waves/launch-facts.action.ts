import { countPerimeter } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { signed } from '../deliveries/email.ts'
import type { EnvelopeProfile } from '../envelopes/envelope.ts'
import { envelopeOfWave } from '../envelopes/envelopes.queries.ts'
import { checkAddressFits } from '../letters/lot.ts'
import { weighLot } from '../letters/lot-weight.ts'
import { checkMessage } from '../messages/check-message.ts'
import { listPrices } from '../postage/postage.queries.ts'
import { postageCost } from '../postage/postage.ts'
import type { Planned } from './audience.ts'
import { emptyVariables } from './empty-variables.ts'
import { keepingOf, type LaunchPlan } from './plan-launch.action.ts'
import type { LaunchFacts } from './readiness/readiness.ts'
import { isPastRetention } from './retention.ts'
import type { Wave } from './waves.queries.ts'

/** Gathers what the lines of the list look at. Changes nothing, and asks nothing outside the database. */
export async function launchFacts(
  db: Database,
  { config }: World,
  wave: Wave,
  { audience, recipients, message, sender, now }: LaunchPlan,
): Promise<LaunchFacts> {
  const letters = recipients.filter(({ planned }) => planned.channel === 'letter')
  const envelope = await envelopeOfWave(db, wave.id)
  const candidates = recipients.map(({ candidate }) => candidate)

  return {
    waveId: wave.id,
    perimeter: await countPerimeter(db),
    emails: recipients.length - letters.length,
    letters: letters.length,
    excluded: audience.length - recipients.length,
    messageId: message.id,
    messageName: message.name,
    messageProblems: checkMessage(signed(message)).map(({ sentence }) => sentence),
    emptyVariables: emptyVariables(signed(message), candidates, sender, now),
    tooLong: letters.flatMap(({ candidate, planned }) => tooLong(candidate.name, planned, envelope)),
    envelopeName: envelope.name,
    postageProduct: wave.postageProduct,
    postage: postageCost(
      await listPrices(db),
      { count: letters.length, sheets: 1, grams: oneSheet, product: wave.postageProduct },
      isoDate(now),
    ),
    budgetCents: wave.letterBudgetCents,
    withoutSource: recipients
      .filter(({ planned }) => planned.source.trim() === '')
      .map(({ candidate }) => candidate.name),
    pastRetention: recipients
      .filter((recipient) => isPastRetention(keepingOf(recipient), now))
      .map(({ candidate }) => candidate.name),
    sender,
    hasRelay: config.smtpUrl !== undefined,
  }
}

// A letter is composed after the launch: until then it is counted as one sheet.
const oneSheet = weighLot([{ from: 1, to: 1 }], 'one-side').heaviest

function tooLong(commune: string, planned: Planned, envelope: EnvelopeProfile) {
  if (planned.channel !== 'letter') return []
  const block = checkAddressFits(planned.parts, envelope)
  return block.ok ? [] : [{ commune, line: block.line }]
}
