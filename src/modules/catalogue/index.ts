export { cataloguePaths } from './catalogue.paths.ts'
export { understand } from './finding/finding.action.ts'
export type { FoundNeed, Understanding } from './finding/finding.ts'
export { recordSilentSearch } from './finding/silent-searches.queries.ts'
export { harvestPaths } from './harvest/harvest-description.ts'
export { driftOf, type LicenceDrift } from './licences/licence-story.ts'
export { licenceWarningWords } from './licences/licence-words.ts'
export { type LicenceWarning, type ReadLicence, readLicence } from './licences/read-licence.ts'
export { LockLines } from './locks/lock-lines.tsx'
export { lockLine } from './locks/lock-words.ts'
export { lockPaths } from './locks/locks.paths.ts'
export { type HoldingLock, locksAgainst } from './locks/locks-against.queries.ts'
export { type Audience, audienceNames, audiences, type Fit } from './needs/need.ts'
export { needPaths } from './needs/needs.paths.ts'
export { findNeed, listNeeds, type Need, productsOfNeed } from './needs/needs.queries.ts'
// For the joins of a screen; these tables are written to by this module alone.
export { needs } from './needs/needs.tables.ts'
export { attributeDefinitions } from './software/attributes.ts'
export { descriptionHtml } from './software/description.ts'
export { licenceStory } from './software/editing/revisions.queries.ts'
export { directoryEdition } from './software/edition.action.ts'
export type { RecordFields, RecordFinding, RecordInput } from './software/record.ts'
export { slugOf } from './software/slug.ts'
export { softwarePaths } from './software/software.paths.ts'
export {
  findSoftware,
  type NeedMet,
  needsMetBy,
  productsReplacedBy,
  type ReplacedProduct,
  type Software,
  softwareMeeting,
} from './software/software.queries.ts'
export { meets, software } from './software/software.tables.ts'
export { hintsOfRecord, type UsageHint } from './sources/live/hints.queries.ts'
export { type Layer, type Source, sourceOf } from './sources/source.ts'
export { linkDays, mailsADay } from './usages/declaring.ts'
export { communeMeant } from './usages/named-commune.action.ts'
export type { Neighbour } from './usages/neighbour.ts'
export { NeighbourLines } from './usages/neighbour-lines.tsx'
export { countUsages, neighboursUsing } from './usages/neighbours.action.ts'
export {
  type LockOfCommune,
  locksOfRecord,
  type UsageOfCommune,
  usagesOfRecord,
} from './usages/said-of-commune.queries.ts'
export { senderOf } from './usages/town-hall-mails.action.ts'
export { goneLimit } from './usages/usage-age.ts'
// Whoever asks a town hall asks by these: one mail a day, claimed by its row before it leaves.
export {
  askedOn,
  claimMail as claimTownHallMail,
  countMails as countTownHallMails,
  findUsageMail as findTownHallMail,
  markMailAnswered as markTownHallMailAnswered,
  settleMail as settleTownHallMail,
} from './usages/usage-mails.queries.ts'
export { saidInWords } from './usages/usage-words.ts'
export { usagePaths } from './usages/usages.paths.ts'
