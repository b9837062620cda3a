import { findCommunes, listSuccessors } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'

/** A commune by its code; one that has merged answers by the commune it became. Undefined for a code of nobody. */
export async function placeFor(db: Database, insee: string | undefined) {
  const [commune] = insee === undefined ? [] : await findCommunes(db, [insee])
  if (!commune?.endedOn) return commune
  const [successor] = await listSuccessors(db, [commune.insee])
  return successor ? (await findCommunes(db, [successor.insee]))[0] : commune
}
