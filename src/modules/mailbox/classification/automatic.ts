import { fieldOf, fieldsOf } from '../mail/header-fields.ts'
import type { ParsedMail } from '../mail/parse-mail.ts'
import type { Evidence } from './kinds.ts'

/**
 * The signs that a program answered, from the headers that answering programs write (RFC 3834 §5 and their own); none for
 * a person. « X-Auto-Response-Suppress » alone proves nothing: it only asks us not to answer.
 */
export function automaticSigns(mail: ParsedMail): Evidence[] {
  const written = markers.flatMap(({ name, says, sentence }) =>
    fieldsOf(mail.headers, name)
      .filter((value) => says.test(value))
      .map((value) => ({ sentence, proof: `${name}: ${value}` })),
  )
  return written.length > 0 ? written : weakSigns(mail)
}

type Marker = { readonly name: string; readonly says: RegExp; readonly sentence: string }

const markers: readonly Marker[] = [
  {
    name: 'auto-submitted',
    // « auto-forwarded » is a person's message that a rule sent on.
    says: /^(?!no\b|auto-forwarded)\S/i,
    sentence: 'Son en-tête « Auto-Submitted » dit qu’un programme l’a écrit.',
  },
  {
    name: 'precedence',
    says: /^auto_?reply/i,
    sentence: 'Son en-tête « Precedence » annonce une réponse automatique.',
  },
  ...[
    'x-autoreply',
    'x-autorespond',
    'x-autoreply-from',
    'x-autoresponder',
    'x-mail-autoreply',
    'x-vacation',
  ].map((name) => ({
    name,
    says: /^(?!no$|false$|0$)/i,
    sentence: 'Un répondeur a signé ce message dans ses en-têtes.',
  })),
]

const subjects =
  /^\W*(?:r[eé]ponse automatique|message automatique|absen(?:t|ce)\b|message d['’]absence|en cong[eé]s|out of (?:the )?office|automatic reply|auto(?:matic)?[- ]?(?:reply|response|r[eé]ponse)|accus[eé] (?:de )?r[eé]ception|ticket|\[?(?:demande|ticket|incident) ?(?:n[°o] ?)?#?\d)/i

/** A subject of a machine is believed only with something else that no person's message has. */
function weakSigns({ headers, subject, returnPath, from }: ParsedMail): Evidence[] {
  if (!subjects.test(subject)) return []

  const companions: Evidence[] = [
    ...(returnPath === ''
      ? [{ sentence: 'Il n’accepte aucun retour (chemin « <> »), ce qu’aucune personne ne demande.' }]
      : []),
    ...(/^(?:bulk|junk)/i.test(fieldOf(headers, 'precedence'))
      ? [
          {
            sentence: 'Son en-tête « Precedence » est celui d’un envoi de machine.',
            proof: `precedence: ${fieldOf(headers, 'precedence')}`,
          },
        ]
      : []),
    ...(/^(?:no-?reply|ne-?pas-?repondre|nepasrepondre)\b/.test(from)
      ? [{ sentence: 'Son expéditeur ne lit pas de réponse.', proof: from }]
      : []),
  ]
  return companions.length === 0
    ? []
    : [{ sentence: 'Son objet est celui d’un répondeur.', proof: subject }, ...companions]
}
