import type { World } from '#platform/world.ts'
import { listRecordsOf } from '../records.queries.ts'
import { findSoftware } from '../software.queries.ts'
import { editSoftware, ownOf } from './edit-software.action.ts'
import { lastRevision } from './revisions.queries.ts'
import { undoRevision } from './undo-revision.action.ts'

/** A few acts of invented editors, so that a history has something to show; filled twice, it changes nothing. */
export async function demonstrateEdits(world: World) {
  await edit(world, 'scribus', 'Karima Exemple', {
    limits: [
      'N’ouvre pas les fichiers de Publisher ni d’InDesign ; la maquette est à refaire une fois.',
      'Une demi-journée de formation aide à bien commencer.',
    ],
  })
  const first = await edit(world, 'noethys', 'Claire Exemple', {
    summary: 'Gérer la cantine.',
  })
  if (first) await undoRevision(world, 'noethys', first, 'Karima Exemple')
}

type Changes = { readonly summary?: string; readonly limits?: readonly string[] }

/** Edits a sheet as its form would; gives the act, when it changed something. */
async function edit(world: World, slug: string, by: string, changes: Changes) {
  const sheet = await findSoftware(world.db, slug)
  if (!('id' in sheet)) return undefined
  const last = await lastRevision(world.db, sheet.id)
  if (last) return undefined

  const { identifiers } = ownOf(await listRecordsOf(world.db, [sheet.id]), sheet.id)
  const fields = { ...sheet, ...changes }
  await editSoftware(world, slug, { fields, identifiers, reverted: [], version: '', by })
  return (await lastRevision(world.db, sheet.id))?.id
}
