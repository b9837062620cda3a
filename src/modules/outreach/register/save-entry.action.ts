import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import {
  confirmVersion,
  findEntry,
  insertVersion,
  lockRegister,
  type RegisterEntry,
} from './register.queries.ts'
import { type EntryText, isSameText, problemsOf } from './register-entry.ts'

type Saving = {
  readonly organisationId: string
  readonly purpose: string
  readonly text: EntryText
  /** The number of the version that the form was filled from; 0 for a draft. */
  readonly version: number
  /** Whether its author also answers for it. */
  readonly isConfirmed: boolean
  readonly by: { readonly name: string; readonly organisationId: string }
}

/**
 * Saves a new version of an entry, or confirms the one in place when nothing changed. Each body writes its own entries;
 * one that lacks something is saved, and not confirmed. The same form posted twice has one effect.
 */
export function saveEntry({ db, clock }: World, saving: Saving) {
  const { organisationId, purpose, text, version, isConfirmed, by } = saving
  if (by.organisationId !== organisationId) return Promise.resolve(refuse('other-body'))

  return db.transaction(async (tx) => {
    await lockRegister(tx)
    const entry = await findEntry(tx, organisationId, purpose)
    const isSame = entry.version !== undefined && isSameText(entry.version.text, text)
    if (!isSame && version !== (entry.version?.number ?? 0)) return refuse('changed-meanwhile')
    if (isConfirmed && problemsOf(text, entry.organisation.kind).length > 0) return refuse('incomplete')

    await write(tx, entry, { text, isSame, isConfirmed, by: by.name, at: clock() })
    return accept(entry)
  })
}

type Writing = { text: EntryText; isSame: boolean; isConfirmed: boolean; by: string; at: Date }

async function write(
  db: Database,
  { organisation, purpose, version }: RegisterEntry,
  { text, isSame, isConfirmed, by, at }: Writing,
) {
  if (isSame && version) {
    if (isConfirmed) await confirmVersion(db, version.id, by, at)
    return
  }

  await insertVersion(db, {
    organisationId: organisation.id,
    purpose,
    number: (version?.number ?? 0) + 1,
    text,
    savedAt: at,
    savedBy: by,
    ...(isConfirmed ? { confirmedAt: at, confirmedBy: by } : {}),
  })
}
