import { recordFact } from '#modules/journal/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { type OppositionChannel, oppositionChannelNames } from './opposition.ts'
import {
  addressHmac,
  excludeOpposed,
  insertAddressOpposition,
  insertOpposition,
  liftOpposition,
} from './oppositions.queries.ts'

type Opposing = {
  readonly insee: string
  readonly channel: OppositionChannel
  /** How it was said: « page de réponse », « téléphone », « courriel du 3 mars ». */
  readonly origin: string
  readonly by?: string
  readonly at: Date
}

/**
 * A town hall asks not to be written to. Kept for good, and everything that had not left is stopped, in the caller's
 * transaction. Saying it again changes nothing.
 */
export async function opposeTownHall(db: Database, { insee, channel, origin, by, at }: Opposing) {
  const isNew = await insertOpposition(db, insee, channel, { origin, by, at })
  await excludeOpposed(db, at)
  if (!isNew) return

  await recordFact(db, {
    insee,
    at,
    kind: 'opposition',
    sentence: `Ne veut plus recevoir ${refused[channel]} (${origin})`,
    path: '/oppositions',
    actor: by,
    reaches: channel === 'all' ? 'declined' : undefined,
  })
}

const refused: Record<OppositionChannel, string> = {
  all: 'aucun envoi',
  email: 'de courriel',
  letter: 'de lettre',
}

type OpposingAddress = {
  readonly address: string
  readonly origin: string
  readonly by?: string
  readonly at: Date
}

/** The holder of an address asks not to be written to: its keyed hash alone is kept. */
export async function opposeAddress(db: Database, secret: string, { address, ...said }: OpposingAddress) {
  await insertAddressOpposition(db, addressHmac(secret, address), said)
  await excludeOpposed(db, said.at)
}

/** Lifts an opposition, only with what proves that the town hall asked for it, by a named person. */
export function lift({ db, clock }: World, id: string, { evidence, by }: { evidence: string; by: string }) {
  if (evidence.trim() === '') return Promise.resolve(refuse('no-evidence'))

  return db.transaction(async (tx) => {
    const at = clock()
    const lifted = await liftOpposition(tx, id, { evidence: evidence.trim(), by, at })
    if (!lifted) return refuse('not-in-force')

    await recordFact(tx, {
      insee: lifted.insee,
      at,
      kind: 'opposition-lifted',
      sentence: `Accepte de nouveau d’être écrite (${oppositionChannelNames[lifted.channel].toLowerCase()}) : ${evidence.trim()}`,
      path: '/oppositions',
      actor: by,
    })
    return accept(lifted)
  })
}
