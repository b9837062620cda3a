import { parseEmail } from '#values/email.ts'

/** What a town hall refuses: everything, or one way of writing. */
export const oppositionChannels = ['all', 'email', 'letter'] as const
export type OppositionChannel = (typeof oppositionChannels)[number]

export const oppositionChannelNames: Record<OppositionChannel, string> = {
  all: 'Tout envoi',
  email: 'Les courriels',
  letter: 'Les lettres',
}

/** An e-mail address as oppositions compare it: lower case, ASCII domain; `+tag` and dots are kept. */
export function comparedAddress(address: string) {
  const email = parseEmail(address)
  return email.ok ? email.value : address.trim().toLowerCase()
}
