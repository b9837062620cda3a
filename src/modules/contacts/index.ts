import type { Database } from '#platform/database/database.ts'
import type { Visitor } from '#values/visitor.ts'
import { type Contact, listContactsOfCommune } from './contacts.queries.ts'

export { channelNames, stateNames, wishNames } from './contact.ts'
export { contactPaths, replyPaths } from './contacts.paths.ts'
export {
  answersOfWave,
  type Contact,
  findContact,
  listContacts,
  townHallsAnswering,
} from './contacts.queries.ts'
export { settleContact } from './follow-contact.action.ts'
export { type Theme, themeName } from './theme.ts'

/** The contacts of a commune that a visitor may see: those their organisation handles; none for anybody else. */
export async function contactsOfCommune(db: Database, insee: string, visitor: Visitor): Promise<Contact[]> {
  return 'organisation' in visitor ? listContactsOfCommune(db, insee, visitor) : []
}
export { ChooseCommunePage } from './choose-commune.page.tsx'
