import type { InvitableCompany } from './companies-to-invite.ts'

/** An e-mail address as an audience knows it. */
export type Email = {
  readonly value: string
  readonly source: string
  readonly isValid: boolean
  readonly isOpposed: boolean
  /** It led nowhere, and nobody said since that it works. */
  readonly isDead?: boolean
  readonly collectedAt?: Date
}

/** A company of the census, with what decides whether it is invited. */
export type CompanyCandidate = {
  readonly insee?: undefined
  readonly companyId: string
  readonly companyName: string
  readonly name: string
  readonly email?: Email
  /** Where its page is, without the site's own address; and from where its coordinates are held. */
  readonly path: string
  readonly source: string
  readonly leftOut?: InvitableCompany['leftOut']
  readonly opposes: boolean
  readonly lastWrittenAt?: Date
  readonly hasAnswered: boolean
  readonly lastHeardAt?: Date
  readonly handExclusion?: string
  readonly exclusionCause?: 'excluded-by-hand' | 'past-retention'
}
