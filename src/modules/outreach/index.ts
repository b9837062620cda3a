export { deliveryPaths } from './deliveries/deliveries.paths.ts'
export {
  deliveriesOfCommune,
  findDeliveryByReplyCode,
  townHallsOfWave,
} from './deliveries/deliveries.queries.ts'
export { channelNames, stateLooks } from './deliveries/delivery.ts'
export { markAnswered } from './deliveries/mark-answered.action.ts'
export { recordEvent } from './deliveries/record-event.action.ts'
export { opposeAddress, opposeTownHall } from './oppositions/oppose.action.ts'
export { oppositionsOf } from './oppositions/oppositions.queries.ts'
export { listAudienceCandidates } from './waves/audience.queries.ts'
export {
  type AudienceFilters,
  audienceFilters,
  populationBand,
  populationBands,
  reachableNames,
} from './waves/audience-filters.ts'
export { outreachPaths } from './waves/waves.paths.ts'
export { findSender, type ListedWave, listWaves, waveFunnel } from './waves/waves.queries.ts'
