import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import { readToken } from '../deliveries/delivery-token.ts'
import { messageOfToken } from '../deliveries/sign-token.action.ts'
import { opposeAddress, opposeTownHall } from '../oppositions/oppose.action.ts'
import { activeAddresses, addressHmac } from '../oppositions/oppositions.queries.ts'
import { listAudienceCandidates } from '../waves/audience.queries.ts'
import { findProbe, findWilling, markHonoured, type Probe } from './probes.queries.ts'

/** The probe that the token of a one-click link was signed for, if it is one of ours. */
export async function probeOfToken({ db, config }: World, token: string): Promise<Probe | undefined> {
  const read = readToken(token)
  const id = read && messageOfToken(config.secret, read)
  return id === undefined ? undefined : findProbe(db, id)
}

/**
 * Takes the opposition of a probe as that of a town hall: written by the same action, seen by the same queries that keep
 * an opposed town hall out of every wave. Then it is undone, and only the probe remembers. Nothing changes for anybody.
 */
export async function honourProbe(world: World, probe: Probe) {
  const isHeld = await world.db.transaction((tx) =>
    undone(tx, (trial) => isOpposedAfter(trial, world, probe)),
  )
  if (isHeld) await markHonoured(world.db, probe.id, world.clock())

  return isHeld
}

async function isOpposedAfter(trial: Database, { config: { secret }, clock }: World, probe: Probe) {
  const said = { origin: 'essai', at: clock() }
  const willing = await findWilling(trial)
  if (!willing) return false

  const { insee, programme_id: programmeId } = willing
  await opposeTownHall(trial, { insee, channel: 'all', ...said })
  const candidates = await listAudienceCandidates(trial, { programmeId, filters: { q: insee }, secret })
  const townHall = candidates.find((candidate) => candidate.insee === insee)

  // a name of no domain at all (RFC 6761 §6.4): nobody reads there
  const address = `essai-${probe.id}@beffroi.invalid`
  await opposeAddress(trial, secret, { address, ...said })
  const hmac = addressHmac(secret, address)
  const isAddressHeld = (await activeAddresses(trial, [hmac])).has(hmac)

  return townHall?.opposesEmail === true && townHall.opposesLetter && isAddressHeld
}

class Undone extends Error {}

/** Does something, reads what came of it, and takes it all back. */
async function undone<Read>(db: Database, run: (trial: Database) => Promise<Read>): Promise<Read> {
  let read: { value: Read } | undefined
  try {
    await db.transaction(async (trial) => {
      read = { value: await run(trial) }
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  if (!read) throw new Error('the trial was not run')
  return read.value
}
