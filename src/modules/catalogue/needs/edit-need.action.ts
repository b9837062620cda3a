import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { forgetFinding } from '../finding/finding.action.ts'
import {
  checkFit,
  checkUndoing,
  type EditKind,
  type FitState,
  type NeedEdit,
  type WordState,
} from './need-edit.ts'
import {
  deleteFit,
  deleteWords,
  editsOfNeed,
  fitOf,
  holdNeed,
  insertWords,
  markUndone,
  saveEdit,
  setRetired,
  softwareNamed,
  upsertFit,
} from './need-edits.queries.ts'
import { findNeed } from './needs.queries.ts'

type By = { readonly by: string }
type Typed = { readonly words: string; readonly kind: 'synonym' | 'phrase' }

/** Makes words lead to a need; posted twice, they are there once. */
export const addWords = (world: World, need: string, { words, kind, by }: Typed & By) =>
  edit(world, need, async (tx, at) => {
    const after: WordState = { kind, source: by }
    if (!(await insertWords(tx, need, words, after, at))) return refuse('already-there')
    await keep(tx, { need, kind: 'word-added', subject: words, before: null, after, by, at })
    return accept(words)
  })

/** Takes words away from a need; those of the shipped vocabulary do not come back with its next edition. */
export const removeWords = (world: World, need: string, { words, by }: { words: string } & By) =>
  edit(world, need, async (tx, at) => {
    const before = await deleteWords(tx, need, words)
    if (!before) return refuse('not-there')
    await keep(tx, { need, kind: 'word-removed', subject: words, before, after: null, by, at })
    return accept(words)
  })

type SaidFit = { readonly software: string; readonly level: 'full' | 'part'; readonly missing: string }

/** Says how far a software meets a need; from then on the shipped vocabulary is silent about the two. */
export const setFit = (world: World, need: string, { software, by, ...said }: SaidFit & By) =>
  edit(world, need, async (tx, at) => {
    const fit = checkFit(said)
    if (!fit.ok) return fit
    const sheet = await softwareNamed(tx, software)
    if (!sheet) return refuse('unknown-software')
    const before = (await fitOf(tx, need, sheet.slug)) ?? null
    if (before && before.level === fit.value.level && before.missing === fit.value.missing)
      return refuse('same-fit')

    const after: FitState = { ...fit.value, source: by }
    await upsertFit(tx, need, sheet.slug, after, at)
    await keep(tx, { need, kind: 'fit-set', subject: sheet.slug, before, after, by, at })
    return accept(sheet.slug)
  })

/** Says that a software does not meet a need. */
export const removeFit = (world: World, need: string, { software, by }: { software: string } & By) =>
  edit(world, need, async (tx, at) => {
    const before = await fitOf(tx, need, software)
    if (!before) return refuse('not-there')
    await deleteFit(tx, need, software)
    await keep(tx, { need, kind: 'fit-removed', subject: software, before, after: null, by, at })
    return accept(software)
  })

/** Takes a need out of the directory, or brings it back; what names it stays. */
export const retire = (world: World, need: string, { isRetired, by }: { isRetired: boolean } & By) =>
  edit(world, need, async (tx, at) => {
    if (!(await setRetired(tx, need, isRetired ? at : null))) return refuse('not-there')
    const kind = isRetired ? 'retired' : 'restored'
    await keep(tx, { need, kind, subject: null, before: null, after: null, by, at })
    return accept(need)
  })

/** Puts a need back as it was before one edit. */
export const undo = (world: World, need: string, { id, by }: { id: string } & By) =>
  edit(world, need, async (tx, at) => {
    const edits = await editsOfNeed(tx, need)
    const found = edits.find((one) => one.id === id)
    if (!found) return refuse('not-there')
    const checked = checkUndoing(found, edits)
    if (!checked.ok) return checked

    await putBack[found.kind](tx, found, at)
    await markUndone(tx, id, by, at)
    return accept(found)
  })

const putBack: Record<EditKind, (tx: Database, edit: NeedEdit, at: Date) => Promise<unknown>> = {
  'word-added': (tx, { need, subject }) => deleteWords(tx, need, subject ?? ''),
  'word-removed': async (tx, { need, subject, before }, at) =>
    before && 'kind' in before ? insertWords(tx, need, subject ?? '', before, at) : undefined,
  'fit-set': (tx, { need, subject, before }, at) =>
    before && 'level' in before
      ? upsertFit(tx, need, subject ?? '', before, at)
      : deleteFit(tx, need, subject ?? ''),
  'fit-removed': async (tx, { need, subject, before }, at) =>
    before && 'level' in before ? upsertFit(tx, need, subject ?? '', before, at) : undefined,
  retired: (tx, { need }) => setRetired(tx, need, null),
  restored: (tx, { need }, at) => setRetired(tx, need, at),
}

async function edit<Answer extends { ok: boolean }>(
  { db, clock }: World,
  need: string,
  run: (tx: Database, at: Date) => Promise<Answer>,
) {
  await findNeed(db, need)
  const answer = await db.transaction(async (tx) => {
    await holdNeed(tx, need)
    return run(tx, clock())
  })
  if (answer.ok) forgetFinding(db)
  return answer
}

const keep = (tx: Database, edit: Omit<NeedEdit, 'id' | 'undoneAt' | 'undoneBy'>) =>
  saveEdit(tx, { id: newId(), ...edit })
