import { isId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { insertRevision, lockSheets } from '../editing/revisions.queries.ts'
import { proposeLikenesses } from '../records.queries.ts'
import { mergeAgain } from '../save-record.action.ts'
import { findSheets } from '../software.queries.ts'
import { lockLikeness, mergeSheets, settleLikeness } from './likenesses.queries.ts'

type Answer =
  | { readonly verdict: 'distinct' }
  | { readonly verdict: 'reopen' }
  | { readonly verdict: 'merged'; readonly keep: string }

/**
 * Says of two sheets that they are one, and which is kept, or that they are two, which is remembered. A merge moves the
 * records, sends the old address to the new one, and can be undone from the history of the sheet kept.
 */
export function settle({ db, clock }: World, id: string, answer: Answer, by: string) {
  const at = clock()
  return db.transaction(async (tx) => {
    const likeness = isId(id) ? await lockLikeness(tx, id) : undefined
    if (!likeness) return refuse('not-there')
    if (answer.verdict === 'reopen') {
      if (likeness.verdict !== 'distinct') return refuse('already-settled')
      await settleLikeness(tx, id, null)
      return accept({ keptSlug: null })
    }
    if (likeness.verdict) return refuse('already-settled')
    if (answer.verdict === 'distinct') {
      await settleLikeness(tx, id, { verdict: 'distinct', by, at })
      return accept({ keptSlug: null })
    }
    const pair = [likeness.one, likeness.other]
    await lockSheets(tx, pair)
    const sheets = await findSheets(tx, pair)
    const kept = sheets.find((sheet) => sheet.id === answer.keep)
    const gone = sheets.find((sheet) => sheet.id !== answer.keep)
    if (!kept || !gone || kept.mergedInto || gone.mergedInto) return refuse('not-there')

    const moved = await mergeSheets(tx, gone.id, kept.id, at)
    await mergeAgain(tx, [kept.id], at)
    await settleLikeness(tx, id, { verdict: 'merged', by, at })
    const { id: goneId, slug, name } = gone
    await insertRevision(tx, {
      softwareId: kept.id,
      at,
      by,
      kind: 'merged',
      before: { merged: null },
      after: { merged: { id: goneId, slug, name, ...moved } },
    })
    return accept({ keptSlug: kept.slug })
  })
}

/** A person proposes to compare two sheets, by their addresses. */
export function proposeComparison({ db, clock }: World, slugs: readonly [string, string], by: string) {
  const at = clock()
  return db.transaction(async (tx) => {
    const [one, other] = await Promise.all(
      slugs.map((slug) => findSheets(tx, [], slug).then(([sheet]) => sheet)),
    )
    if (!one || !other || one.mergedInto || other.mergedInto) return refuse('unknown-sheet')
    if (one.id === other.id) return refuse('same-sheet')

    const open = await proposeLikenesses(
      tx,
      [{ one: one.id, other: other.id, doubt: 'said-by-person' as const, evidence: by }],
      at,
    )
    return open.length > 0 ? accept(open.length) : refuse('already-settled')
  })
}
