import { findOrganisation } from '#modules/organisations/index.ts'
import { countPerimeter, findProgramme } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import { mailboxReadiness } from '#platform/mail/mailbox-readings.ts'
import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { contentOf, letterDigest, standingOfApproval } from '../approvals/content.action.ts'
import { type LiveCheck, liveChecks } from '../checks/run-live-checks.action.ts'
import { checkStanding } from '../checks/wave-check.ts'
import { listChecks } from '../checks/wave-checks.queries.ts'
import { signed } from '../deliveries/email.ts'
import type { EnvelopeProfile } from '../envelopes/envelope.ts'
import { envelopeOfWave } from '../envelopes/envelopes.queries.ts'
import { checkAddressFits } from '../letters/lot.ts'
import { weighLot } from '../letters/lot-weight.ts'
import { checkMessage } from '../messages/check-message.ts'
import { listPrices } from '../postage/postage.queries.ts'
import { postageCost } from '../postage/postage.ts'
import { entriesOf } from '../register/register.queries.ts'
import { domainReadiness } from '../signing/signing.queries.ts'
import { listTestCopies } from '../test-copies/test-copies.queries.ts'
import { lookStanding } from '../test-copies/test-copy.ts'
import type { Planned } from './audience.ts'
import { emailNoticeGaps } from './email-notice-gaps.ts'
import { emptyVariables } from './empty-variables.ts'
import { keepingOf, type LaunchPlan } from './plan-launch.action.ts'
import type { LaunchFacts } from './readiness/readiness.ts'
import { isPastRetention } from './retention.ts'
import type { Wave } from './waves.queries.ts'

/** Gathers what the lines of the list look at. Changes nothing, and asks nothing outside the database. */
export async function launchFacts(
  db: Database,
  world: World,
  wave: Wave,
  plan: LaunchPlan,
): Promise<LaunchFacts> {
  return {
    waveId: wave.id,
    audienceKind: wave.audienceKind,
    perimeter: await countPerimeter(db),
    hasRelay: world.config.smtpUrl !== undefined,
    domain: await domainReadiness(db, world.config, plan.now),
    mailbox: await mailboxReadiness(db, world.config, plan.now),
    ...contentFacts(plan, await envelopeOfWave(db, wave.id)),
    ...(await postageFacts(db, wave, plan)),
    ...(await registerFacts(db, wave)),
    ...(await approvalFacts(db, wave, plan)),
    ...(await triedFacts(db, wave, plan)),
  }
}

/** What is read from the plan and its envelope alone. */
function contentFacts({ audience, recipients, message, sender, now }: LaunchPlan, envelope: EnvelopeProfile) {
  const letters = recipients.filter(({ planned }) => planned.channel === 'letter')
  const candidates = recipients.map(({ candidate }) => candidate)

  return {
    emails: recipients.length - letters.length,
    letters: letters.length,
    excluded: audience.length - recipients.length,
    messageId: message.id,
    messageName: message.name,
    messageProblems: checkMessage(signed(message)).map(({ sentence }) => sentence),
    emptyVariables: emptyVariables(signed(message), candidates, sender, now),
    tooLong: letters.flatMap(({ candidate, planned }) => tooLong(candidate.name, planned, envelope)),
    envelopeName: envelope.name,
    withoutSource: namesOf(recipients.filter(({ planned }) => planned.source.trim() === '')),
    pastRetention: namesOf(recipients.filter((recipient) => isPastRetention(keepingOf(recipient), now))),
    noticeGaps: emailNoticeGaps({ recipients, message, sender, now }),
    sender,
  }
}

async function postageFacts(db: Database, { postageProduct, letterBudgetCents }: Wave, plan: LaunchPlan) {
  const count = plan.recipients.filter(({ planned }) => planned.channel === 'letter').length
  const letters = { count, sheets: 1, grams: oneSheet, product: postageProduct }

  return {
    postageProduct,
    postage: postageCost(await listPrices(db), letters, isoDate(plan.now)),
    budgetCents: letterBudgetCents,
  }
}

// A letter is composed after the launch: until then it is counted as one sheet.
const oneSheet = weighLot([{ from: 1, to: 1 }], 'one-side').heaviest

async function registerFacts(db: Database, { purpose }: Wave) {
  const entries = purpose ? await entriesOf(db, purpose) : []

  return {
    purpose: purpose ?? undefined,
    entries: entries.map(({ organisation: { id, name, kind }, text: { base }, version }) => ({
      organisationId: id,
      organisation: name,
      kind,
      base,
      confirmedBy: version?.confirmedBy ?? undefined,
    })),
  }
}

async function approvalFacts(db: Database, wave: Wave, plan: LaunchPlan) {
  const { associationId } = await findProgramme(db)
  const [otherBody, parts] = await Promise.all([
    findOrganisation(db, associationId),
    contentOf(db, wave, plan),
  ])
  return { otherBody: otherBody.name, approval: await standingOfApproval(db, wave, parts) }
}

/** What people looked at and what was tried, lately enough to count. */
async function triedFacts(db: Database, { id }: Wave, plan: LaunchPlan) {
  const [checks, copies] = await Promise.all([listChecks(db, id), listTestCopies(db, id)])
  const standingOf = ({ kind, digest }: LiveCheck) =>
    checkStanding(checks, { kind, digest: digest(plan) }, plan.now)
  const means: LiveCheck[] = [liveChecks.replyPage, liveChecks.oneClick]

  return {
    letterNotice: standingOf(liveChecks.letterNotice),
    oppositionChecks: means.filter(({ concerns }) => concerns(plan)).map(standingOf),
    look: lookStanding(copies, letterDigest(plan), plan.now),
  }
}

const namesOf = (recipients: LaunchPlan['recipients']) => recipients.map(({ candidate }) => candidate.name)

function tooLong(commune: string, planned: Planned, envelope: EnvelopeProfile) {
  if (planned.channel !== 'letter') return []
  const block = checkAddressFits(planned.parts, envelope)
  return block.ok ? [] : [{ commune, line: block.line }]
}
