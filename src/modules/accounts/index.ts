export { accountPaths } from './accounts.paths.ts'
export {
  addUser,
  introduceUser,
  joinOrganisation,
  listMembers,
  type MemberRow,
} from './accounts.queries.ts'
export { welcomeMember } from './welcome-member.action.ts'
