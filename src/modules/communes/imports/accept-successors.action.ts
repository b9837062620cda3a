import type { Database } from '#platform/database/database.ts'
import { findImport, listProposedSuccessors } from './imports.queries.ts'
import { requestCheck } from './request-check.action.ts'

/** Applies rows of a code that no longer exists to the commune that succeeded it, or all such rows; checks again. */
export async function acceptSuccessors(db: Database, id: string, former: string | undefined) {
  const { acceptedSuccessors } = await findImport(db, id)
  const accepted = former ? [former] : await listProposedSuccessors(db, id)

  return requestCheck(db, id, { acceptedSuccessors: [...new Set([...acceptedSuccessors, ...accepted])] })
}
