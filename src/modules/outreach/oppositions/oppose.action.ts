import { recordFact } from '#modules/journal/index.ts'
import type { Database } from '#platform/database/database.ts'
import { kindOf } from './compared-address.ts'
import { type AddressKind, type OppositionChannel, type Topic, topicNames } from './opposition.ts'
import {
  addressHmac,
  excludeOpposed,
  insertAddressOpposition,
  insertOpposition,
} from './oppositions.queries.ts'

type Opposing = {
  readonly insee: string
  readonly channel: OppositionChannel
  /** All topics unless one is said. */
  readonly topic?: Topic
  /** How it was said: « page de réponse », « téléphone », « courriel du 3 mars ». */
  readonly origin: string
  readonly by?: string
  readonly at: Date
}

/**
 * A town hall asks not to be written to. Kept for good, and everything that had not left is stopped, in the caller's
 * transaction. Saying it again changes nothing.
 */
export async function opposeTownHall(db: Database, opposing: Opposing) {
  const { insee, channel, topic = 'all', origin, by, at } = opposing
  const isNew = await insertOpposition(db, opposing)
  await excludeOpposed(db, at)
  if (!isNew) return

  await recordFact(db, {
    insee,
    at,
    kind: 'opposition',
    sentence: `Ne veut plus recevoir ${refused[channel]}${about(topic)} (${origin})`,
    path: '/oppositions',
    actor: by,
    reaches: channel === 'all' && topic === 'all' ? 'declined' : undefined,
  })
}

const refused: Record<OppositionChannel, string> = {
  all: 'aucun envoi',
  email: 'de courriel',
  letter: 'de lettre',
}

const about = (topic: Topic) => (topic === 'all' ? '' : ` sur ${topicNames[topic].toLowerCase()}`)

type OpposingCompany = Omit<Opposing, 'insee'> & {
  readonly companyId: string
  readonly companyName: string
}

/** A company asks not to be written to: kept for good, and its invitation that had not left is stopped. */
export async function opposeCompany(db: Database, opposing: OpposingCompany) {
  await insertOpposition(db, opposing)
  await excludeOpposed(db, opposing.at)
}

type OpposingAddress = {
  readonly address: string
  /** Read from the address itself unless said. */
  readonly kind?: AddressKind
  readonly origin: string
  readonly by?: string
  readonly at: Date
}

/** The holder of an address asks not to be written to, or called: its keyed hash alone is kept. */
export async function opposeAddress(db: Database, secret: string, { address, ...said }: OpposingAddress) {
  const kind = said.kind ?? kindOf(address) ?? 'email'
  await insertAddressOpposition(db, { ...said, kind, addressHmac: addressHmac(secret, address, kind) })
  await excludeOpposed(db, said.at)
}
