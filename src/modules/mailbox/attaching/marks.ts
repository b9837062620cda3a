import { readSubAddress, readToken, readUnsubscription } from '#modules/outreach/index.ts'
import type { Classification } from '../classification/classify.ts'
import { messageIdsIn } from '../mail/header-fields.ts'
import type { ParsedMail } from '../mail/parse-mail.ts'

type Token = NonNullable<ReturnType<typeof readToken>>

/** Something in a mail that may name one of our messages; a token is still to be checked, a Message-ID to be known. */
export type Mark = { readonly sentence: string; readonly proof: string } & (
  | { readonly by: 'attempt'; readonly attemptId: string }
  | { readonly by: 'token'; readonly token: Token }
)

/** What of a mail may name the message that it comes from, the surest first. */
export function marksOf(mail: ParsedMail, { envelopeId }: Pick<Classification, 'envelopeId'>): Mark[] {
  const returned = mail.reportParts.map(({ text }) => text).join('\n')
  return [
    ...attempts([envelopeId], 'Le rapport cite le numéro que nous avions donné à l’envoi (ENVID).'),
    ...tokens(
      mail.recipients.flatMap(subAddressToken),
      'Il est adressé à l’adresse propre à un de nos envois.',
    ),
    ...tokens([readUnsubscription(mail) ?? []].flat(), 'Son objet porte la marque d’un de nos envois.'),
    ...attempts(mail.references, 'Il répond à un de nos messages (In-Reply-To, References).'),
    ...attempts(messageIdsIn(returned), 'Le message renvoyé porte un de nos Message-ID.'),
    ...tokens(tokensIn(returned), 'Le message renvoyé porte une adresse propre à un de nos envois.'),
    ...(mail.reportParts.length === 0 ? fromWords(mail.text) : []),
  ]
}

// An old-style return copies our headers in its text.
const fromWords = (text: string) => [
  ...attempts(messageIdsIn(text), 'Son texte cite un de nos Message-ID.'),
  ...tokens(tokensIn(text), 'Son texte cite une adresse propre à un de nos envois.'),
]

const attempts = (ids: readonly string[], sentence: string): Mark[] =>
  ids.flatMap((id) => {
    const [attemptId] = uuid.exec(id.toLowerCase()) ?? []
    return attemptId ? [{ by: 'attempt' as const, attemptId, sentence, proof: id }] : []
  })

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

const tokens = (found: readonly Token[], sentence: string): Mark[] =>
  found.map((token) => ({ by: 'token', token, sentence, proof: token.id }))

const subAddressToken = (address: string) => readSubAddress(address)?.token ?? []

const tokensIn = (text: string): Token[] =>
  [...text.matchAll(/(?:\+[br]-|\/o\/)([0-9a-z]{58})\b/gi)].flatMap(
    ([, written = '']) => readToken(written) ?? [],
  )
