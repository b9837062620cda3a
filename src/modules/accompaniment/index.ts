import type { Database } from '#platform/database/database.ts'
import type { Visitor } from '#values/visitor.ts'
import { type CaseLine, listCasesOfCommune } from './cases.queries.ts'

export { caseStateNames, outcomeNames } from './case.ts'
export { casePaths } from './cases.paths.ts'
export { type CaseLine, countCasesOfWave, townHallsAccompanied } from './cases.queries.ts'

/** The cases of a commune that a visitor may see: those their organisation follows; none for anybody else. */
export async function casesOfCommune(db: Database, insee: string, visitor: Visitor): Promise<CaseLine[]> {
  return 'organisation' in visitor ? listCasesOfCommune(db, insee, visitor) : []
}
