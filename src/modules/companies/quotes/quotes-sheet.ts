import type { TableColumn } from '#platform/files/write-table.ts'
import { dateTime } from '#ui/french.ts'
import { quoteStateNames } from './quote.ts'
import type { ListedQuote } from './quote-list.queries.ts'
import { eventNames } from './quote-words.ts'
import type { Invitation, QuoteEvent } from './quotes.queries.ts'

/** The requests as the operator takes them away. */
export const quoteColumns: readonly TableColumn<ListedQuote>[] = [
  { label: 'Commune', value: ({ commune }) => commune },
  { label: 'Code INSEE', value: ({ insee }) => insee },
  { label: 'Besoin', value: ({ needLabel }) => needLabel },
  { label: 'État', value: ({ state }) => quoteStateNames[state] },
  { label: 'Préparée le', value: ({ askedAt }) => askedAt },
  { label: 'Réponses jusqu’au', value: ({ answerBy }) => answerBy },
  { label: 'Interrogés', value: ({ asked }) => asked },
  { label: 'Réponses', value: ({ answered }) => answered },
  { label: 'Groupement', value: ({ groupAnswer }) => groupAnswer && { yes: 'oui', no: 'non' }[groupAnswer] },
]

/** A line of the town hall's own file: one that was asked, or something that happened. */
export type ArchiveLine =
  | { readonly kind: 'asked'; readonly invitation: Invitation }
  | { readonly kind: 'event'; readonly event: QuoteEvent; readonly name: string }
  | { readonly kind: 'text'; readonly body: string; readonly digest: string }

/** The whole file of a request as one sheet, for the archives of the town hall. */
export const archiveColumns: readonly TableColumn<ArchiveLine>[] = [
  { label: 'Quoi', value: (line) => what(line) },
  { label: 'Prestataire', value: (line) => nameIn(line) },
  {
    label: 'Quand',
    value: (line) =>
      line.kind === 'event'
        ? dateTime(line.event.at)
        : line.kind === 'asked' && line.invitation.answeredAt
          ? dateTime(line.invitation.answeredAt)
          : null,
  },
  {
    label: 'Prix TTC (euros)',
    value: (line) =>
      line.kind === 'asked' && line.invitation.price !== null ? line.invitation.price / 100 : null,
  },
  { label: 'Place du jour', value: (line) => (line.kind === 'asked' ? line.invitation.place : null) },
  {
    label: 'Nombre et tirage',
    value: (line) =>
      line.kind === 'asked' ? `${line.invitation.mark} ${line.invitation.draw.slice(0, 16)}` : null,
  },
  { label: 'Texte', value: (line) => textOf(line) },
]

function what(line: ArchiveLine) {
  if (line.kind === 'text') return `Texte de la demande (SHA-256 ${line.digest})`
  if (line.kind === 'event') return eventNames[line.event.kind]
  const { answer, isChosen } = line.invitation
  const said = answer === 'quote' ? 'Devis' : answer === 'declined' ? 'Refus motivé' : 'Sans réponse'
  return isChosen ? `${said}, retenu` : said
}

const nameIn = (line: ArchiveLine) =>
  line.kind === 'asked' ? line.invitation.name : line.kind === 'event' ? line.name : null

function textOf(line: ArchiveLine) {
  if (line.kind === 'text') return line.body
  return line.kind === 'asked' ? line.invitation.words : line.event.words
}
