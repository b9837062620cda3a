export { caseStateNames, outcomeNames } from './case.ts'
export { casePaths } from './cases.paths.ts'
export {
  type CaseLine,
  type CaseOfCommune,
  casesOfCommune,
  townHallsAccompanied,
} from './cases.queries.ts'
