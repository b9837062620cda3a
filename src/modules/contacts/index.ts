export { ChooseCommunePage } from './choose-commune.page.tsx'
export { channelNames, stateNames, wishNames } from './contact.ts'
export { contactPaths, replyPaths } from './contacts.paths.ts'
export {
  answersOfWave,
  type Contact,
  type ContactOfCommune,
  contactsOfCommune,
  findContact,
  isHandledBy,
  listContacts,
} from './contacts.queries.ts'
export { contactColumns } from './contacts-sheet.ts'
export { settleContact } from './follow-contact.action.ts'
export { type ReceivedEmail, receiveEmail } from './receive-email.action.ts'
export type { Theme } from './theme.ts'
