import { newId } from '#platform/ids.ts'
import type { Mail, Receipt, Transport } from '#platform/mail/mail.ts'
import { outboxTransport } from '#platform/mail/outbox.ts'
import type { World } from '#platform/world.ts'
import { type Invitation, invitationsOfWave } from './deliveries/deliveries.queries.ts'
import { sendWave } from './deliveries/send-wave.job.ts'
import { demonstrateReadiness } from './demonstrate-readiness.action.ts'
import { listMessages } from './messages/messages.queries.ts'
import { isForCompanies } from './messages/models.ts'
import { launchWave } from './waves/launch-wave.action.ts'
import { insertWave } from './waves/waves.queries.ts'

type Demonstrated = {
  readonly name: string
  /** The source of the companies that it invites. */
  readonly source: string
  readonly daysAgo: number
  /** What the server says of some addresses; the others are accepted. */
  readonly said: Readonly<Record<string, Receipt>>
}

const coordinator = 'Claire Exemple'

/** Launches a wave to companies as people would, some days ago, into the outbox; gives the invitations that left. */
export async function demonstrateInvitation(
  today: World,
  { name, source, daysAgo, said }: Demonstrated,
): Promise<readonly Invitation[]> {
  const world = then(today, daysAgo, said)
  const [message] = (await listMessages(world.db)).filter(isForCompanies)
  if (!message) throw new Error('the demonstration has no message for companies')

  const id = newId()
  const choices = {
    name,
    messageId: message.id,
    channel: 'email',
    audienceKind: 'companies',
    purpose: 'census',
    filters: { source },
    recentDays: 180,
  } as const
  await insertWave(world.db, id, choices, coordinator, world.clock())
  await demonstrateReadiness(world, id)
  const launched = await launchWave(world, id, coordinator)
  if (!launched.ok) throw new Error(`the demonstration's invitation: ${launched.reason}`)

  await sendWave.run({ waveId: id }, world)
  return invitationsOfWave(world.db, id)
}

function then(world: World, daysAgo: number, said: Demonstrated['said']): World {
  const at = new Date(world.clock().getTime() - daysAgo * 86_400_000)
  const outbox = outboxTransport(world.db, () => at)
  const mail: Transport = {
    ...outbox,
    send: async (message: Mail) => said[message.to] ?? outbox.send(message),
  }
  return { ...world, clock: () => at, mail }
}
