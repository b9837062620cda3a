import type { Database } from '#platform/database/database.ts'
import { isId, newId } from '#platform/ids.ts'
import { accept, refuse } from '#values/decision.ts'
import {
  countForPlanner,
  deleteFromPerimeter,
  findChange,
  insertIntoPerimeter,
  isUndone,
  type PerimeterChange,
  saveChange,
} from './perimeter.queries.ts'
import { findProgramme } from './programme.queries.ts'

type Order = Pick<PerimeterChange, 'kind' | 'byWhom'> & {
  readonly insees: readonly string[]
  readonly undoesId?: string
}

/** Puts communes in the perimeter or takes them out, and keeps the trace of it. Refuses what would change nothing. */
export function changePerimeter(db: Database, order: Order, now = new Date()) {
  return db.transaction(async (tx) => {
    const programme = await findProgramme(tx)
    const changed = await moves[order.kind](tx, programme.id, order.insees)
    if (changed.length === 0) return refuse('nothing-changes')

    const change = {
      id: newId(),
      programmeId: programme.id,
      kind: order.kind,
      insees: changed,
      at: now,
      byWhom: order.byWhom,
      undoesId: order.undoesId ?? null,
    }
    await countForPlanner(tx)
    await saveChange(tx, change)
    return accept(change)
  })
}

/** Takes a change back: what it added leaves, what it removed returns. Refuses one already taken back. */
export function undoChange(db: Database, id: string, byWhom: string, now = new Date()) {
  return db.transaction(async (tx) => {
    const change = isId(id) ? await findChange(tx, id) : undefined
    if (!change || (await isUndone(tx, id))) return refuse('nothing-to-undo')

    return changePerimeter(
      tx,
      { kind: opposite[change.kind], insees: change.insees, byWhom, undoesId: id },
      now,
    )
  })
}

const moves = { added: insertIntoPerimeter, removed: deleteFromPerimeter }
const opposite = { added: 'removed', removed: 'added' } as const
