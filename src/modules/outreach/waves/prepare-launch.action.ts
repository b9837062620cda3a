import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import { launchFacts } from './launch-facts.action.ts'
import { planLaunch } from './plan-launch.action.ts'
import { readinessOf } from './readiness/readiness.ts'
import type { Wave } from './waves.queries.ts'

/** What a wave would be if it were launched now: its audience, its message, and the list to turn green. Changes nothing. */
export async function prepareLaunch(db: Database, world: World, wave: Wave) {
  const plan = await planLaunch(db, world, wave)
  const facts = await launchFacts(db, world, wave, plan)

  return { ...plan, lines: readinessOf(facts), approval: facts.approval }
}
