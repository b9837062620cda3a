/** What a town hall refuses: everything, or one way of writing. */
export const oppositionChannels = ['all', 'email', 'letter'] as const
export type OppositionChannel = (typeof oppositionChannels)[number]

export const oppositionChannelNames: Record<OppositionChannel, string> = {
  all: 'Tout envoi',
  email: 'Les courriels',
  letter: 'Les lettres',
}

/** What a wave is about and what may be refused: the two domains of the programme, those that route an answer. */
export const topics = ['all', 'e-administration', 'free-software'] as const
export type Topic = (typeof topics)[number]

export const topicNames: Record<Topic, string> = {
  all: 'Tous les sujets',
  'e-administration': 'Les démarches en ligne',
  'free-software': 'Les logiciels libres',
}

/** What a person may oppose for: a mailbox, a number, a postal address. */
export const addressKinds = ['email', 'phone', 'address'] as const
export type AddressKind = (typeof addressKinds)[number]

export const addressKindNames: Record<AddressKind, string> = {
  email: 'Adresse électronique',
  phone: 'Téléphone',
  address: 'Adresse postale',
}

/** An opposition never ends by itself; after three years a person looks at it again (CNIL: kept at least three years). */
export const yearsBeforeReview = 3

/** The moment before which an opposition neither written nor looked at since is to be reviewed. */
export function reviewLimit(now: Date) {
  const limit = new Date(now)
  limit.setUTCFullYear(limit.getUTCFullYear() - yearsBeforeReview)
  return limit
}
