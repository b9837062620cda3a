import { readSubAddress, readUnsubscription } from '#modules/outreach/index.ts'
import { fieldOf } from '../mail/header-fields.ts'
import type { ParsedMail } from '../mail/parse-mail.ts'
import { type Absence, readAbsence } from './absence.ts'
import { automaticSigns } from './automatic.ts'
import { type Complaint, isAboutSpam, readComplaint } from './complaint.ts'
import { type DeliveryReport, type RecipientReport, readDeliveryReport } from './delivery-report.ts'
import type { Evidence, MailKind } from './kinds.ts'
import { readOldBounce } from './old-bounce.ts'
import { stopWordsIn } from './stop-words.ts'

/** What a received mail was taken for, every reason of it, and what it says that matters. */
export type Classification = {
  readonly kind: MailKind
  readonly evidence: readonly Evidence[]
  /** What a report says of each recipient. */
  readonly reports: readonly RecipientReport[]
  readonly envelopeId: string
  readonly complaint?: Complaint
  readonly absence?: Absence
  /** The words by which a person asks to be left alone. */
  readonly stopWords?: string
  /** What could not be read of it. */
  readonly unreadable: readonly string[]
}

type Rule = (mail: ParsedMail) => Partial<Classification> | undefined

/** The first rule that recognises a mail decides: the order matters, from what proves itself to what is left. */
export function classify(mail: ParsedMail): Classification {
  const found = rules.map((rule) => rule(mail)).find((decided) => decided !== undefined) ?? asHuman(mail)

  return {
    kind: 'human',
    evidence: [],
    reports: [],
    envelopeId: '',
    ...found,
    unreadable: [...mail.unreadable, ...(found.unreadable ?? [])],
  }
}

const rules: readonly Rule[] = [asComplaint, asReport, asReceipt, asUnsubscription, asAutomatic, asOldBounce]

const partOf = ({ reportParts }: ParsedMail, type: RegExp) => reportParts.find((part) => type.test(part.type))

/** A report inside a person's message is one they forward: it counts only when the whole is a report, or a machine's. */
const isReport = (mail: ParsedMail, reportType: string) =>
  mail.reportType === reportType ||
  (mail.type === 'multipart/report' && mail.reportType === '') ||
  isMachines(mail)

function asComplaint(mail: ParsedMail): ReturnType<Rule> {
  const part = partOf(mail, /^message\/feedback-report$/)
  const isSaid = mail.reportType === 'feedback-report'
  if (!isSaid && !(part && isReport(mail, 'feedback-report'))) return undefined

  const complaint = readComplaint(part?.text ?? '')
  const from = complaint.reporter ? ` par ${complaint.reporter}` : ''
  return {
    kind: isAboutSpam(complaint) ? 'complaint' : 'notice',
    complaint,
    evidence: [
      {
        sentence: isAboutSpam(complaint)
          ? `C’est un signalement de courrier indésirable (ARF), transmis${from}.`
          : `C’est un rapport technique (ARF), transmis${from}, qui n’est pas une plainte.`,
        proof: complaint.feedbackType ? `Feedback-Type: ${complaint.feedbackType}` : undefined,
      },
      ...(complaint.recipients.length === 0
        ? [{ sentence: 'L’adresse y est masquée : le message renvoyé dit de quel envoi il s’agit.' }]
        : []),
    ],
    unreadable: complaint.missing.map((field) => `Le signalement ne dit pas son champ « ${field} ».`),
  }
}

function asReport(mail: ParsedMail): ReturnType<Rule> {
  const part = partOf(mail, /^message\/(?:global-)?delivery-status$/)
  if (part ? !isReport(mail, 'delivery-status') : mail.reportType !== 'delivery-status') return undefined

  const report = part ? readDeliveryReport(part.text) : missingReport
  return report.recipients.length > 0 ? fromReport(report) : fromWords(mail, report)
}

const missingReport: DeliveryReport = {
  envelopeId: '',
  recipients: [],
  unreadable: ['Le rapport annoncé manque : le message a été coupé avant lui.'],
}

function fromReport({ recipients, envelopeId, unreadable }: DeliveryReport) {
  return {
    kind: recipients.some(({ action }) => action === 'failed') ? ('bounce' as const) : ('notice' as const),
    reports: recipients,
    envelopeId,
    evidence: [
      { sentence: 'C’est un rapport de remise normalisé (RFC 3464).' },
      ...recipients.map(({ recipient, action, status, diagnostic, effect }) => ({
        sentence: `${recipient} : ${actionNames[action]}${action === 'failed' || action === 'delayed' ? `, ${effect.meaning}` : ''}${status ? ` (${status})` : ''}.`,
        proof: diagnostic || undefined,
      })),
    ],
    unreadable,
  }
}

const actionNames = {
  failed: 'refusé',
  delayed: 'pas encore remis, le serveur continue d’essayer',
  delivered: 'remis',
  relayed: 'passé à un serveur qui ne rend pas compte',
  expanded: 'remis à une liste',
} as const

// A report without its fields still explains itself in words to whoever sent the message.
function fromWords(mail: ParsedMail, { unreadable, envelopeId }: DeliveryReport) {
  const told = oldBounceOf(mail)
  const sentence = 'Il s’annonce comme un rapport de remise, mais ses champs manquent ou sont abîmés.'
  if (!told) return { kind: 'undeciphered' as const, evidence: [{ sentence }], envelopeId, unreadable }

  return {
    kind: told.action === 'delayed' ? ('notice' as const) : ('bounce' as const),
    reports: [told],
    envelopeId,
    evidence: [{ sentence: `${sentence} Ses mots disent : ${told.effect.meaning}.`, proof: told.diagnostic }],
    unreadable,
  }
}

function asReceipt(mail: ParsedMail): ReturnType<Rule> {
  const part = partOf(mail, /^message\/(?:global-)?disposition-notification$/)
  if (mail.reportType !== 'disposition-notification' && !part) return undefined

  return {
    kind: 'receipt',
    evidence: [
      {
        sentence:
          'C’est un accusé de lecture (RFC 8098) : il dit qu’un message a été ouvert ou effacé, il ne répond pas.',
        proof: /^disposition:.*$/im.exec(part?.text ?? '')?.[0],
      },
    ],
  }
}

/** What the « se désinscrire » of a mail program sends: a subject that says nothing else, our token in it or in the address. */
function asUnsubscription(mail: ParsedMail): ReturnType<Rule> {
  const isSaid = /^\W*(?:unsubscribe|d[eé]sinscription|se d[eé]sinscrire)(?:\s+[0-9a-z]{58})?\W*$/i.test(
    mail.subject,
  )
  const ours = readUnsubscription(mail) ?? mail.recipients.find((address) => readSubAddress(address))
  if (!isSaid || !ours) return undefined

  return {
    kind: 'unsubscribe',
    evidence: [
      {
        sentence: 'Il porte l’objet convenu pour se désinscrire, et la marque d’un de nos envois.',
        proof: mail.subject,
      },
    ],
  }
}

function asAutomatic(mail: ParsedMail): ReturnType<Rule> {
  const signs = automaticSigns(mail)
  if (signs.length === 0 || isReturnDespiteSigns(mail)) return undefined

  return {
    kind: 'automatic',
    evidence: signs,
    absence: readAbsence(mail.reply || mail.text),
  }
}

// Old servers sign their returns as automatic replies; Microsoft 365 sends people's absences from postmaster@.
function isReturnDespiteSigns(mail: ParsedMail) {
  if (fieldOf(mail.headers, 'x-failed-recipients') !== '') return true
  const isPostmasters = isDaemon(mail.from) || /^postmaster@/.test(mail.from)
  return (
    isPostmasters &&
    (isDaemon(mail.from) || returnSubjects.test(mail.subject)) &&
    oldBounceOf(mail) !== undefined
  )
}

function asOldBounce(mail: ParsedMail): ReturnType<Rule> {
  const reasons = returnSigns(mail)
  if (reasons.length === 0) return undefined

  const told = oldBounceOf(mail)
  const isSure = isMachines(mail) || returnSubjects.test(mail.subject)
  if (told && isSure)
    return {
      kind: told.action === 'delayed' ? 'notice' : 'old-bounce',
      reports: [told],
      evidence: [
        ...reasons,
        {
          sentence: `Ses premières lignes disent : ${told.effect.meaning}${told.status ? ` (${told.status})` : ''}.`,
          proof: told.diagnostic,
        },
      ],
    }
  if (isAnswer(mail) && mail.returnPath !== '' && !isDaemon(mail.from)) return undefined

  return isMachines(mail) || !isPersons(mail)
    ? {
        kind: 'undeciphered',
        evidence: [
          ...reasons,
          { sentence: 'Aucun de ses mots ne dit pourquoi il revient : une personne doit le lire.' },
        ],
      }
    : undefined
}

function returnSigns({ recipients, returnPath, from }: ParsedMail): Evidence[] {
  const verp = recipients.find((address) => readSubAddress(address)?.kind === 'b')
  return [
    ...(verp ? [{ sentence: 'Il est adressé à l’adresse de retour d’un de nos envois.', proof: verp }] : []),
    ...(returnPath === '' ? [{ sentence: 'Il n’accepte aucun retour (chemin « <> »).' }] : []),
    ...(isDaemon(from) || /^postmaster@/.test(from)
      ? [{ sentence: 'Il vient du facteur d’un serveur.', proof: from }]
      : []),
  ]
}

const isDaemon = (from: string) => /^(?:mailer-?daemon|mail-daemon|maildelivery)\b/.test(from)
const isMachines = ({ returnPath, from }: ParsedMail) => returnPath === '' || isDaemon(from)

const returnSubjects =
  /undeliver|delivery (?:status|fail|notification)|mail delivery|returned mail|failure notice|non remis|non distribu|[eé]chec|retour (?:de|à)|message refus|could not send|unzustellbar|^(?:ndr|dsn)\b|avis de non/i

/** A postmaster who writes as a person does: an answer to something, or nothing that a server would say. */
const isAnswer = ({ references, subject }: ParsedMail) =>
  references.length > 0 || /^(?:re|tr|fwd?)\s*:/i.test(subject)
const isPersons = (mail: ParsedMail) => mail.returnPath !== '' && !returnSubjects.test(mail.subject)

const oldBounceOf = (mail: ParsedMail) =>
  readOldBounce({
    text: mail.text,
    failedRecipients: fieldOf(mail.headers, 'x-failed-recipients'),
    isOurs: (address) => mail.recipients.includes(address) || address === mail.from,
  })

/** What nothing marks as a machine's is a person's: nobody may be taken for a program. */
function asHuman(mail: ParsedMail): Partial<Classification> {
  const suppress = fieldOf(mail.headers, 'x-auto-response-suppress')
  return {
    kind: 'human',
    evidence: [
      {
        sentence:
          'Rien n’y est la marque d’un programme : ni rapport, ni en-tête de réponse automatique, ni retour de serveur.',
      },
      ...(suppress
        ? [
            {
              sentence:
                'Son en-tête « X-Auto-Response-Suppress » demande seulement qu’aucun robot ne lui réponde.',
              proof: `x-auto-response-suppress: ${suppress}`,
            },
          ]
        : []),
    ],
    stopWords: stopWordsIn(mail.meant) ?? (isAnswer(mail) ? undefined : stopWordsIn(mail.subject)),
  }
}
