import { enqueue } from '#platform/jobs/enqueue.ts'
import { keyedHash } from '#platform/keyed-hash.ts'
import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { accept, refuse } from '#values/decision.ts'
import { declarationsADay } from './declaring.ts'
import { countDeclarer, findWaiting, insertUsages, type NewUsage } from './new-usages.queries.ts'
import { askTownHallsJob } from './town-halls.job.ts'

/** What somebody says that a commune uses; the form's own identifier names it, so that posting twice has one effect. */
export type Declaration = Pick<
  NewUsage,
  | 'id'
  | 'insee'
  | 'softwareId'
  | 'need'
  | 'state'
  | 'whyLeft'
  | 'sinceOn'
  | 'operatedBy'
  | 'acceptsCall'
  | 'declaredBy'
>

/**
 * Writes a declaration, which waits for its town hall's word; one of the same already waiting takes its place. `from` is the
 * address of a stranger, counted and not kept; a member of the partnership has none.
 */
export function declareUsage(world: World, declaration: Declaration, from?: string) {
  const now = world.clock()
  return world.db.transaction(async (tx) => {
    const waiting = await findWaiting(tx, declaration.insee, declaration.softwareId)
    if (waiting) return accept(waiting.id)
    if (from !== undefined && (await isTooOften({ ...world, db: tx }, from))) return refuse('too-often')

    await insertUsages(tx, [{ ...declaration, declaredAt: now }])
    await enqueue(tx, askTownHallsJob, {}, { singletonKey: 'ask' })
    return accept(declaration.id)
  })
}

/** Counts a stranger's word; true past what one person may say in a day. */
export async function isTooOften(
  { db, config, clock }: Pick<World, 'db' | 'config' | 'clock'>,
  from: string,
) {
  const today = isoDate(clock())
  const who = keyedHash(config.secret, `usages/declarer/${today}`, from)
  return (await countDeclarer(db, today, who)) > declarationsADay
}
