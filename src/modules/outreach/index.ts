export { addressSearchPaths } from './address-searches/address-searches.paths.ts'
export {
  hasDeadEmailSql,
  type OpenSearch,
  openAddressSearch,
  openSearchesOfCommune,
} from './address-searches/address-searches.queries.ts'
export { deliveryPaths } from './deliveries/deliveries.paths.ts'
export {
  deliveriesOfCommune,
  findDeliveryByReplyCode,
  findInvitationByCode,
  findSentEmail,
  type Invitation,
  messagesOfCommune,
  openEmailsTo,
  type SentEmail,
  type SentMessage,
  townHallsOfWave,
} from './deliveries/deliveries.queries.ts'
export { channelNames, stateLooks } from './deliveries/delivery.ts'
export { readSubAddress, readToken, subAddress, writeToken } from './deliveries/delivery-token.ts'
export { deliveryOfAttempt } from './deliveries/events.queries.ts'
export { hearCompany } from './deliveries/hear-company.action.ts'
export { markAnswered } from './deliveries/mark-answered.action.ts'
export { recordEvent } from './deliveries/record-event.action.ts'
export { deliveryToken, messageOfToken } from './deliveries/sign-token.action.ts'
export { demonstrateInvitation } from './demonstrate-invitation.action.ts'
export { hearPolicyRefusal } from './lanes/hear-refusal.action.ts'
export { emailPolicy } from './messages/email-policy.ts'
export { opposeAddress, opposeCompany, opposeTownHall } from './oppositions/oppose.action.ts'
export { opposedAmong } from './oppositions/opposed-among.queries.ts'
export { writableEmails } from './oppositions/writable-emails.queries.ts'
export { honourProbe } from './probes/honour-probe.action.ts'
export { findProbeByCode } from './probes/probes.queries.ts'
export { registerPaths } from './register/register.paths.ts'
export { WavesResponses } from './results/responses.tsx'
export { listWaveResults, type WaveRate } from './results/wave-results.queries.ts'
export { returnPaths } from './returns/returns.paths.ts'
export { unsubscribe } from './unsubscriptions/unsubscribe.action.ts'
export { readUnsubscription } from './unsubscriptions/unsubscription.ts'
export { audienceFilters, populationBand, populationBands, reachableNames } from './waves/audience-filters.ts'
export type { CompaniesToInvite, InvitableCompany } from './waves/companies-to-invite.ts'
export { outreachPaths } from './waves/waves.paths.ts'
export { type ListedWave, listWaves } from './waves/waves.queries.ts'
