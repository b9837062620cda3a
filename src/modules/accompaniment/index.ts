export { caseStateNames, outcomeNames } from './case.ts'
export { casePaths } from './cases.paths.ts'
export {
  type CaseLine,
  type CaseOfCommune,
  casesOfCommune,
  listCases,
  townHallsAccompanied,
} from './cases.queries.ts'
export { caseColumns } from './cases-sheet.ts'
