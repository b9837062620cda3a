import { newId } from '#platform/ids.ts'
import type { Mail, Receipt, Transport } from '#platform/mail/mail.ts'
import { outboxTransport } from '#platform/mail/outbox.ts'
import { makeSigningKey } from '#platform/mail/signing-keys.ts'
import type { World } from '#platform/world.ts'
import { sendWave } from './deliveries/send-wave.job.ts'
import { demonstratePaperMeans, demonstratePosting, demonstrateReturns } from './demonstrate-paper.action.ts'
import { demonstrateReadiness, demonstrateRegister } from './demonstrate-readiness.action.ts'
import { demonstrateDeadEnds, demonstrateOppositions } from './demonstrate-refusals.action.ts'
import { knownDomains, saveDomains } from './lanes/domains.queries.ts'
import { composeOneLot } from './lots/compose-one-lot.action.ts'
import { listLots } from './lots/lots.queries.ts'
import { listMessages, saveMessage } from './messages/messages.queries.ts'
import { checkDomain } from './signing/check-domain.action.ts'
import { sendingDomain } from './signing/signing.queries.ts'
import type { FilterWords } from './waves/audience-filters.ts'
import { drawInWaves } from './waves/draw-waves.action.ts'
import { launchWave } from './waves/launch-wave.action.ts'
import { insertWave, type WaveChoices } from './waves/waves.queries.ts'

const coordinator = 'Claire Exemple'

/**
 * Lives the first months of a programme: a wave of letters posted six weeks ago, a wave of e-mails three weeks ago with
 * a refusal and a doubt, its reminder in preparation, the larger communes spread over the weeks. Nothing leaves the machine.
 */
export async function demonstrateWaves(world: World) {
  const [letter, email, reminder] = await signedModels(world)
  const small: FilterWords = { population: '-1000' }
  const middle: FilterWords = { population: '1000-3500' }

  await demonstrateRegister(at(world, 45))
  const envelopeId = await demonstratePaperMeans(at(world, 45))

  const first = at(world, 44)
  const letters = await prepare(first, 'Première lettre, petites communes', letter, {
    channel: 'letter',
    filters: small,
    envelopeId,
    letterBudgetCents: 10_000,
  })
  await demonstrateReturns(world, letters)
  await demonstrateLanes(at(world, 22))
  await demonstrateSigning(at(world, 22))
  const second = at(world, 21)
  const emails = await prepare(second, 'Courriel, communes moyennes', email, {
    channel: 'email-first',
    filters: middle,
  })
  const then = (daysAgo: number) => at(world, daysAgo)
  await demonstrateDeadEnds(then)
  await demonstrateOppositions(then)
  await insertWave(
    world.db,
    newId(),
    {
      name: 'Relance de décembre',
      messageId: reminder,
      channel: 'email-first',
      filters: {},
      recentDays: 15,
      purpose: 'outreach',
      reminderOf: emails,
    },
    coordinator,
    at(world, 1).clock(),
  )
  await spreadOverWeeks(at(world, 1), email)
}

/** The larger communes, five a week by a draw: the weeks wait to be launched. */
async function spreadOverWeeks(world: World, messageId: string) {
  const id = newId()
  const choices = { channel: 'email-first', filters: { population: '3500-' }, recentDays: 30 } as const
  const name = 'Grandes communes'
  await insertWave(
    world.db,
    id,
    { name, messageId, ...choices, purpose: 'outreach' },
    coordinator,
    world.clock(),
  )
  await drawInWaves(world, id, { size: 5, by: coordinator })
}

/** Invented domains have no exchanger: some are said to be at an operator, about as the town halls of the Nord are. */
async function demonstrateLanes({ db, clock }: World) {
  const operators = [
    'orange',
    'orange',
    'orange',
    'orange',
    'orange',
    'ovh',
    'ovh',
    'microsoft',
    'default',
    'default',
  ]
  const domains = (await knownDomains(db)).toSorted()
  await saveDomains(
    db,
    domains.map((domain, rank) => {
      const lane = operators[rank % operators.length] ?? 'default'
      return {
        domain,
        exchanger: `${lane}.demonstration.example`,
        lane,
        resolvedAt: clock(),
        triedAt: clock(),
      }
    }),
  )
}

/** A key is made and the domain checked: nothing is published for an invented domain, and the page says what to publish. */
async function demonstrateSigning(world: World) {
  const { db, config, clock } = world
  await makeSigningKey(db, config.secret, sendingDomain(config), coordinator, clock())
  await checkDomain(world)
}

/** The three models, signed, in the order letter, e-mail, reminder. */
async function signedModels(world: World) {
  const messages = await listMessages(world.db)
  const named = (start: string) => {
    const found = messages.find(({ name }) => name.startsWith(start))
    if (!found) throw new Error(`no message is named ${start}`)
    return found
  }
  const models = [named('La première lettre'), named('Le premier courriel'), named('La relance')] as const
  for (const { id, name, subject, body } of models) {
    const signature = 'Claire Exemple, coordinatrice'
    await saveMessage(world.db, id, { name, subject, body, signature }, coordinator, at(world, 45).clock())
  }
  return models.map(({ id }) => id) as [string, string, string]
}

type Choices = Pick<WaveChoices, 'channel' | 'filters' | 'envelopeId' | 'letterBudgetCents'>

async function prepare(world: World, name: string, messageId: string, choices: Choices) {
  const id = newId()
  await insertWave(
    world.db,
    id,
    { name, messageId, ...choices, recentDays: 30, purpose: 'outreach' },
    coordinator,
    world.clock(),
  )
  await demonstrateReadiness(world, id)
  const launched = await launchWave(world, id, coordinator)
  if (!launched.ok) throw new Error(`the demonstration's wave « ${name} »: ${launched.reason}`)

  await sendWave.run({ waveId: id }, world)
  for (const lot of await listLots(world.db, id)) {
    await composeOneLot(world, lot.id)
    await demonstratePosting(world, lot.id)
  }
  return id
}

/** The same world some days ago, its mail answered as a real relay might. */
const at = (world: World, daysAgo: number): World => {
  const then = new Date(world.clock().getTime() - daysAgo * 86_400_000)
  return { ...world, clock: () => then, mail: moodyTransport(outboxTransport(world.db, () => then)) }
}

// One address refuses, one server refuses us, one answer is lost: the ledger has something to say.
const moods: Readonly<Record<string, Receipt>> = {
  'mairie@haulchin.example': {
    outcome: 'refused-permanent',
    answer: '550 5.1.1 boîte inconnue (démonstration)',
    step: 'recipient',
    code: 550,
    status: '5.1.1',
  },
  'mairie@haveluy.example': {
    outcome: 'refused-permanent',
    answer: '550 5.7.1 signature absente (démonstration)',
    step: 'after-data',
    code: 550,
    status: '5.7.1',
  },
  'mairie@hordain.example': {
    outcome: 'uncertain',
    answer: 'liaison coupée après le point final (démonstration)',
  },
}

const moodyTransport = (mail: Transport): Transport => ({
  ...mail,
  send: async (message: Mail) => moods[message.to] ?? mail.send(message),
})
