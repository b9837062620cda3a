import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import {
  type DomainAnswer,
  domainsToAsk,
  domainsWithoutLane,
  followLanes,
  saveDomains,
  suffixesInForce,
} from './domains.queries.ts'
import { type LaneSuffix, laneOf } from './lane-of.ts'

const hour = 3_600_000

/** At a launch, in its transaction: each e-mail goes on the lane known of its domain, without asking the network. */
export async function chooseLanes(db: Database, waveId: string) {
  const [suffixes, domains] = await Promise.all([suffixesInForce(db), domainsWithoutLane(db, waveId)])
  await saveDomains(
    db,
    domains.map((domain) => unasked(domain, suffixes)),
  )
  await followLanes(db, waveId)
}

const unasked = (domain: string, suffixes: readonly LaneSuffix[]): DomainAnswer => ({
  domain,
  exchanger: null,
  lane: laneOf(domain, [], suffixes),
  resolvedAt: null,
  triedAt: null,
})

/** Before a wave sends: asks about the domains not asked for a day, then follows what changed. */
export async function refreshLanesOfWave(world: World, waveId: string) {
  const now = world.clock().getTime()
  const domains = await domainsToAsk(world.db, waveId, {
    before: new Date(now - 24 * hour),
    tried: new Date(now - hour),
  })
  await askDirectory(world, domains)
  await followLanes(world.db, waveId)
}

const together = 16
const enough = 5

/**
 * Asks the directory of names who carries the mail of these domains, some at a time. One that does not answer keeps its lane;
 * when several in a row do not, the directory itself is out of reach and is left alone. Gives how many answered.
 */
export async function askDirectory({ db, dns, clock }: World, domains: readonly string[]) {
  const suffixes = await suffixesInForce(db)
  const queue = [...domains]
  const answers: DomainAnswer[] = []
  let silent = 0

  async function ask() {
    for (let domain = queue.shift(); domain && silent < enough; domain = queue.shift()) {
      const answer = await answerOf(domain)
      silent = answer.resolvedAt ? 0 : silent + 1
      answers.push(answer)
    }
  }
  const answerOf = (domain: string): Promise<DomainAnswer> =>
    dns.mx(domain).then(
      (exchangers) => ({
        domain,
        exchanger: exchangers[0]?.toLowerCase() ?? null,
        lane: laneOf(domain, exchangers, suffixes),
        resolvedAt: clock(),
        triedAt: clock(),
      }),
      () => ({ ...unasked(domain, suffixes), triedAt: clock() }),
    )

  await Promise.all(Array.from({ length: together }, ask))
  await saveDomains(db, answers)
  return answers.filter(({ resolvedAt }) => resolvedAt).length
}
