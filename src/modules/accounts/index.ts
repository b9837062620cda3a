export {
  addUser,
  findMember,
  introduceUser,
  joinOrganisation,
  listMembers,
  type MemberRow,
} from './accounts.queries.ts'
export { users } from './accounts.tables.ts'
export { welcomeMember } from './welcome-member.action.ts'
