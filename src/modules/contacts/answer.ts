import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { type Channel, channels, type Standing, type Wish } from './contact.ts'
import { type Theme, themeName } from './theme.ts'

/** An exchange with a town hall, as it enters the record. */
export type Exchange = {
  readonly channel: Channel
  readonly wish: Wish | null
  readonly theme: Theme | null
  readonly body: string
}

type Named = { readonly name: string; readonly nameType: number }

/**
 * What an exchange changes in where a commune stands. « Pas maintenant » is an answer, but not yet a contact; an
 * exchange without a wish (a visit, a call) is a contact.
 */
export function reachOf(wish: Wish | null) {
  if (wish === 'not-now') return undefined

  return wish === 'do-not-write' ? 'declined' : 'in-contact'
}

/** An answer that asks nothing of anybody is settled at once, unless the town hall also wrote something to read. */
export function firstStanding({ wish, body }: Exchange, at: Date): Standing {
  const settlement = wish && silentSettlements[wish]
  if (!settlement || body.trim() !== '') return { state: 'new' }

  return { state: 'settled', settledBy: 'Beffroi', settledAt: at, settlement }
}

const silentSettlements: Partial<Record<Wish, string>> = {
  'not-now': 'La mairie ne demande rien pour l’instant.',
  'do-not-write': 'Opposition enregistrée : plus rien ne lui sera écrit.',
}

/**
 * The sentence of the journal. Every partner reads it on the commune's page, so it says neither the person nor their
 * words.
 */
export function sentenceOf({ channel, wish, theme }: Exchange, commune: Named) {
  const townHall = `la mairie ${ofCommune(commune.name, commune.nameType as NameLink)}`
  if (wish === null) return `${exchanges[channel]} ${townHall}${theme ? ` : ${lowerTheme(theme)}` : ''}.`

  return capital(`${introductions[channel]}${townHall} ${says(wish, theme)}.`)
}

const introductions: Record<Channel, string> = {
  answer: '',
  call: 'au téléphone, ',
  visit: 'lors d’une visite, ',
  email: 'par courriel, ',
  letter: 'par courrier, ',
}

const exchanges: Record<Channel, string> = {
  answer: 'Réponse de',
  call: 'Échange téléphonique avec',
  visit: 'Visite à',
  email: 'Courriel échangé avec',
  letter: 'Courrier échangé avec',
}

function says(wish: Wish, theme: Theme | null) {
  if (wish === 'call-back')
    return theme ? `demande à être rappelée : ${lowerTheme(theme)}` : 'demande à être rappelée'
  if (wish === 'need') return theme ? `dit un besoin : ${lowerTheme(theme)}` : 'dit un besoin'

  return wish === 'not-now' ? 'répond « pas maintenant »' : 'demande que plus rien ne lui soit écrit'
}

/** The channels a member records by hand: all but the town hall's own answer. */
export const handChannels = channels.filter((channel) => channel !== 'answer')

const lowerTheme = (theme: Theme) => themeName(theme).replace(/^./, (first) => first.toLowerCase())
const capital = (sentence: string) => sentence.replace(/^./, (first) => first.toUpperCase())
