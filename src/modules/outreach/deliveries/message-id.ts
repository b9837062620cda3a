import { v5 } from 'uuid'

// The namespace of our deliveries' attempts: drawn once, never changed.
const attempts = '3f0c8d4e-7a54-4f0e-9d4b-52a7c1a1e0d6'

/** The Message-ID of an attempt, without brackets: the same however often it is computed, so twins can be told. */
export const messageIdOf = (deliveryId: string, attempt: number, domain: string) =>
  `${v5(`${deliveryId}/${attempt}`, attempts)}@${domain}`
