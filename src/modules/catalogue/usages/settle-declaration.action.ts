import type { Database } from '#platform/database/database.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { tell } from './answer-mail.action.ts'
import { applyChange, findSaid, lockSaid, restore, type SaidKind } from './said.queries.ts'
import { askAgain } from './said-again.queries.ts'
import { askTownHallsJob } from './town-halls.job.ts'

type Settling = { readonly kind: SaidKind; readonly id: string; readonly by: string }

/** A person confirms in the town hall's place, and says what they hold: a signed slip, a letter, an exchange. */
export const confirmByHand = (world: World, settling: Settling, evidence: string) =>
  settle(world, settling, async (tx, { said, insee, now }) => {
    if (evidence === '') return refuse('no-evidence')
    if (said.withdrawnAt) return refuse('withdrawn')
    const { kind, id, by } = settling
    await applyChange(tx, { kind, id, change: 'confirm', now, by, evidence })
    await tell(tx, { insee, said, change: said.confirmedAt ? 'renew' : 'confirm', now, actor: by })
    return accept(id)
  })

/** Takes a word off the pages, with why; it can be put back. */
export const withdrawSaid = (world: World, settling: Settling, why: string) =>
  settle(world, settling, async (tx, { said, insee, now }) => {
    if (said.withdrawnAt) return accept(said.id)
    if (why === '') return refuse('no-reason')
    const { kind, id, by } = settling
    await applyChange(tx, { kind, id, change: 'withdraw', now, by, why })
    await tell(tx, { insee, said, change: 'withdraw', now, actor: by })
    return accept(id)
  })

/** Puts back what was withdrawn, unless another has taken its place since. */
export const restoreSaid = (world: World, settling: Settling) =>
  settle(world, settling, async (tx, { said }) => {
    if (!said.withdrawnAt) return accept(said.id)
    return (await restore(tx, settling.kind, settling.id)) ? accept(said.id) : refuse('replaced')
  })

/** Asks the town hall once more; its mail of the day is still one, and an opposition still holds. */
export const askOnceMore = (world: World, settling: Settling) =>
  settle(world, settling, async (tx, { said, insee }) => {
    if (said.confirmedAt || said.withdrawnAt || said.refusedAt) return refuse('not-waiting')
    await askAgain(tx, insee)
    await enqueue(tx, askTownHallsJob, {}, { singletonKey: 'ask' })
    return accept(said.id)
  })

type Found = Awaited<ReturnType<typeof findSaid>>
type Scene = NonNullable<Found> & { readonly now: Date }

async function settle<Result>(
  world: World,
  { kind, id }: Settling,
  run: (tx: Database, scene: Scene) => Promise<Result>,
) {
  const now = world.clock()
  return world.db.transaction(async (tx) => {
    const found = await findSaid(tx, kind, id)
    if (!found) return refuse('unknown')
    await lockSaid(tx, found.insee)
    return run(tx, { ...found, now })
  })
}

export type SettlingRefusal =
  | 'unknown'
  | 'no-evidence'
  | 'withdrawn'
  | 'no-reason'
  | 'replaced'
  | 'not-waiting'
