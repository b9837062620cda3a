export { accountPaths } from './accounts.paths.ts'
export {
  introduceUser,
  joinOrganisation,
  listMembers,
  type MemberRow,
} from './accounts.queries.ts'
