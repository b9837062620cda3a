import type { PriceModel } from '../offers/offer.ts'
import { type Area, isServed, type ServedPlace } from '../services/area.ts'
import type { ServiceKind, ServiceLevel } from '../services/service.ts'

export type CandidateService = {
  readonly kind: ServiceKind
  readonly level: ServiceLevel
  readonly need: string | null
  readonly softwareId: string | null
  readonly areas: readonly Area[]
  readonly statedAt: Date
}

export type CandidateOffer = {
  readonly id: string
  readonly softwareId: string
  readonly softwareName: string
  readonly need: string
  readonly areas: readonly Area[]
  readonly priceModel: PriceModel
  readonly hostingCountry: string
  readonly signup: string
  readonly statedAt: Date
}

/** Bare facts about one who may help: no rank, no score, nothing to order by but what is published. */
export type Candidate = {
  /** `company:…` or `organisation:…`: what its exposures are counted under. */
  readonly key: string
  readonly id: string
  readonly siren: string | null
  readonly name: string
  /** An organisation of the partnership, here only through an offer that it operates. */
  readonly isOrganisation: boolean
  readonly path: string
  readonly services: readonly CandidateService[]
  readonly offers: readonly CandidateOffer[]
  readonly confirmedReferences: number
  readonly declaredReferences: number
  /** Null when no place was asked for. */
  readonly serves: boolean | null
}

/** Whether one of its services or offers covers the place; null without a place. */
export function servesPlace(
  { services, offers }: Pick<Candidate, 'services' | 'offers'>,
  place: ServedPlace | undefined,
) {
  if (!place) return null
  return [...services, ...offers].some(({ areas }) => isServed(areas, place))
}
