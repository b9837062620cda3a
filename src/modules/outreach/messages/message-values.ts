import { type NameLink, ofCommune, toCommune } from '#values/commune-name.ts'
import { type ReplyCode, showReplyCode } from '#values/reply-code.ts'
import type { MessageValues } from './variables.ts'

/** What is known of a town hall when it is written to. What is not known is left empty: the check then says so. */
export type Addressee = {
  readonly commune: { readonly name: string; readonly link: NameLink; readonly population?: number }
  readonly epciName?: string
  readonly mayor?: { readonly name: string; readonly civility?: 'M' | 'F' }
  readonly code: ReplyCode
}

/** What all the messages of a wave share. */
export type Undertaking = {
  readonly operator: string
  readonly operatorContact: string
  readonly association: string
  /** Where the platform answers, without a final slash: `https://beffroi.example`. */
  readonly baseUrl: string
  readonly date: Date
}

/** The value of each variable for one town hall, in the French of a letter. */
export function messageValues(
  { commune, epciName, mayor, code }: Addressee,
  sent: Undertaking,
): MessageValues {
  return {
    commune: commune.name.replaceAll("'", '’'),
    du_commune: ofCommune(commune.name, commune.link),
    de_commune: ofCommune(commune.name, commune.link),
    a_commune: toCommune(commune.name, commune.link),
    maire: mayor?.name ?? '',
    civilite_maire: civilities[mayor?.civility ?? 'unknown'],
    code: showReplyCode(code),
    lien_reponse: answerUrl(sent.baseUrl, code),
    epci: epciName ?? '',
    population: commune.population === undefined ? '' : numbers.format(commune.population),
    ...ofNoCompany,
    ...sharedValues(sent),
  }
}

const ofNoCompany = { entreprise: '', page_entreprise: '', source_adresse: '' }

/** A company of the census as its invitation names it. */
export type InvitedCompany = {
  readonly name: string
  /** Where its page is, without the site's own address. */
  readonly path: string
  readonly source: string
  readonly code: ReplyCode
}

/** The value of each variable for one company: what speaks of a town hall is empty, and the check then says so. */
export function companyValues(
  { name, path, source, code }: InvitedCompany,
  sent: Undertaking,
): MessageValues {
  return {
    ...ofNoTownHall,
    entreprise: name.replaceAll("'", '’'),
    page_entreprise: `${sent.baseUrl}${path}/claim`,
    source_adresse: source,
    code: showReplyCode(code),
    lien_reponse: answerUrl(sent.baseUrl, code),
    ...sharedValues(sent),
  }
}

const ofNoTownHall = {
  commune: '',
  du_commune: '',
  de_commune: '',
  a_commune: '',
  maire: '',
  civilite_maire: '',
  epci: '',
  population: '',
}

const sharedValues = ({ operator, association, operatorContact, date }: Undertaking) => ({
  operateur: operator,
  association,
  contact_operateur: operatorContact,
  date: frenchDate(date),
})

const civilities = { M: 'Monsieur le Maire', F: 'Madame la Maire', unknown: 'Madame, Monsieur le Maire' }

/** The page where one addressee answers. */
export function answerUrl(baseUrl: string, code: ReplyCode) {
  return `${baseUrl}/r/${code}`
}

// Made once: each format weighs some 30 kB, and a wave may hold 35,000 town halls.
const numbers = new Intl.NumberFormat('fr-FR')
const days = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Paris',
})

/** « 1er mars 2026 », on the calendar of metropolitan France. */
export function frenchDate(date: Date) {
  return days.format(date).replace(/^1 /, '1er ')
}
