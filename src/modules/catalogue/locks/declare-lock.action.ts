import { plainName } from '#modules/communes/index.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { accept, refuse } from '#values/decision.ts'
import { isTooOften } from '../usages/declare.action.ts'
import { askTownHallsJob } from '../usages/town-halls.job.ts'
import type { LockForce } from './lock.ts'
import { insertLock, productNamed, saveSurveys } from './new-locks.queries.ts'

/** What somebody says holds a commune; the form's own identifier names it, so that posting twice has one effect. */
export type LockDeclaration = {
  readonly id: string
  readonly insee: string
  readonly product: string
  readonly need: string | null
  readonly forces: LockForce
  readonly what: string
  readonly note: string
  readonly source: string
  readonly declaredBy: string
}

/** Writes what holds a commune, which waits for its word; to say it counts as having been asked. `from`: see declareUsage. */
export function declareLock(world: World, declaration: LockDeclaration, from?: string) {
  const now = world.clock()
  return world.db.transaction(async (tx) => {
    if (from !== undefined && (await isTooOften({ ...world, db: tx }, from))) return refuse('too-often')

    const { product: name, note, ...said } = declaration
    const product = (await productNamed(tx, name)) ?? null
    const id = await insertLock(tx, {
      ...said,
      product,
      productName: product === null ? name : null,
      note: note || null,
      whatPlain: plainName(said.what),
      declaredAt: now,
    })
    await enqueue(tx, askTownHallsJob, {}, { singletonKey: 'ask' })
    return accept(id)
  })
}

type Asked = { readonly insee: string; readonly source: string; readonly saidBy: string }

/** A member asked a commune, and nothing holds it: that counts as much as a lock. Said again, the last date stays. */
export const recordFreeCommune = ({ db, clock }: World, asked: Asked) =>
  saveSurveys(db, [{ ...asked, isFree: true, askedOn: isoDate(clock()), saidAt: clock() }])
