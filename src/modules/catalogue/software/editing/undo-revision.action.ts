import type { Database } from '#platform/database/database.ts'
import { isId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { reopenLikeness, splitSheets } from '../likenesses/likenesses.queries.ts'
import { listRecordsOf } from '../records.queries.ts'
import { mergeAgain } from '../save-record.action.ts'
import type { Software } from '../software.tables.ts'
import { ownOf, writeOwn } from './edit-software.action.ts'
import { changesOf, type Revised, withoutChanges } from './revision.ts'
import {
  findRevision,
  insertRevision,
  listRevisions,
  lockSheet,
  type Revision,
  setWithdrawn,
} from './revisions.queries.ts'

type Undoing = {
  readonly tx: Database
  readonly sheet: Software
  readonly revision: Revision
  readonly now: Date
}

/**
 * Takes an act back, whatever came after it: only what that act changed returns to what it was, and the undoing is an
 * act of its own, which can be undone. Refused when the same thing has been changed again since.
 */
export function undoRevision({ db, clock }: World, slug: string, id: string, by: string) {
  const now = clock()
  return db.transaction(async (tx) => {
    const sheet = await lockSheet(tx, slug)
    const revision = isId(id) ? await findRevision(tx, id) : undefined
    if (!sheet || sheet.mergedInto || revision?.softwareId !== sheet.id) return refuse('not-there')
    const isUndone = (await listRevisions(tx, sheet.id)).some(({ undoes }) => undoes === revision.id)
    if (isUndone) return refuse('already-undone')

    const undone = await undo({ tx, sheet, revision, now })
    if (!undone.ok) return undone
    await insertRevision(tx, {
      softwareId: sheet.id,
      at: now,
      by,
      kind: 'undone',
      before: undone.value.before,
      after: undone.value.after,
      undoes: revision.id,
    })
    return accept(revision.id)
  })
}

function undo(undoing: Undoing) {
  const { before, after } = undoing.revision as { before: Revised; after: Revised }
  if (after.merged !== undefined || before.merged !== undefined) return split(undoing, before, after)
  if (after.withdrawn !== undefined) return showAgain(undoing, before, after)
  if (before.own === null) return Promise.resolve(refuse('withdraw-instead'))
  return takeBack(undoing, before, after)
}

async function takeBack({ tx, sheet, now }: Undoing, before: Revised, after: Revised) {
  const records = await listRecordsOf(tx, [sheet.id])
  const own = ownOf(records, sheet.id)
  const restored = withoutChanges(own, changesOf(before.own, after.own))
  if (!restored) return refuse('changed-since')
  const isEmptied = records.every(({ source }) => source === 'beffroi') && !restored.fields.name
  if (isEmptied) return refuse('withdraw-instead')

  await writeOwn(tx, sheet.id, restored, now)
  return accept({ before: { own }, after: { own: restored } } satisfies Sides)
}

async function showAgain({ tx, sheet, now }: Undoing, before: Revised, after: Revised) {
  if (sheet.withdrawnReason !== (after.withdrawn ?? null)) return refuse('changed-since')

  await setWithdrawn(tx, sheet.id, before.withdrawn ?? null, now)
  return accept({
    before: { withdrawn: sheet.withdrawnReason },
    after: { withdrawn: before.withdrawn ?? null },
  } satisfies Sides)
}

async function split({ tx, sheet, now }: Undoing, before: Revised, after: Revised) {
  // to merge again is to answer the comparison again
  if (!after.merged) return refuse('compare-again')

  const { merged } = after
  await splitSheets(tx, merged.id, merged, now)
  await reopenLikeness(tx, merged.id, sheet.id)
  await mergeAgain(tx, [sheet.id, merged.id], now)
  return accept({ before: { merged }, after: { merged: before.merged ?? null } } satisfies Sides)
}

type Sides = { readonly before: Revised; readonly after: Revised }
