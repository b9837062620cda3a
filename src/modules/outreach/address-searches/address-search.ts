import { accept, refuse } from '#values/decision.ts'
import { parseEmail } from '#values/email.ts'
import { parsePhone } from '#values/phone.ts'

/** How the search of an address ends: found, given up, or the address works after all (a mailbox that was full). */
export const searchEndings = ['found', 'given-up', 'works'] as const
export type SearchEnding = (typeof searchEndings)[number]

export const searchEndingNames: Record<SearchEnding, string> = {
  found: 'Trouvée',
  'given-up': 'Abandonnée',
  works: 'L’adresse marche',
}

export const searchChannels = ['email', 'letter'] as const
export type SearchChannel = (typeof searchChannels)[number]

export const searchChannelNames: Record<SearchChannel, string> = {
  email: 'Adresse électronique',
  letter: 'Adresse postale',
}

/** What a person may have found instead: another address, or at least a number to call. */
export const foundKinds = ['email', 'address', 'phone'] as const
export type FoundKind = (typeof foundKinds)[number]

export const foundKindNames: Record<FoundKind, string> = {
  email: 'Une adresse électronique',
  address: 'Une adresse postale',
  phone: 'Un numéro de téléphone',
}

const readers: Record<FoundKind, (typed: string) => { ok: true; value: string } | { ok: false }> = {
  email: parseEmail,
  phone: parsePhone,
  address: readLines,
}

/** The address found, as contact points keep it; refuses what does not read as its kind, and the one that led nowhere. */
export function checkFound(kind: FoundKind, typed: string, deadEnd: { readonly address: string }) {
  const read = readers[kind](typed)
  if (!read.ok) return refuse(`not-${kind}` as const)
  if (plain(read.value) === plain(deadEnd.address)) return refuse('the-dead-one')

  return accept(read.value)
}

function readLines(typed: string) {
  const lines = typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  const isWhole = lines.length >= 2 && /^\d{5} \S/.test(lines.at(-1) ?? '')
  return isWhole ? accept(lines.join('\n')) : refuse('not-an-address')
}

const plain = (address: string) => address.trim().toLowerCase()
