export { accountPaths } from './accounts.paths.ts'
export {
  actsForSomebody,
  addUser,
  findMember,
  introduceUser,
  joinOrganisation,
  leaveOrganisation,
  listMembers,
  type MemberRow,
} from './accounts.queries.ts'
export { users } from './accounts.tables.ts'
export { welcomeMember } from './welcome-member.action.ts'
