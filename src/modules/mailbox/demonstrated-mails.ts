/** An e-mail of the demonstration that something comes back to. */
export type Occasion = {
  readonly messageId: string
  readonly subject: string
  readonly townHall: string
  readonly returnTo: string
  readonly replyTo: string
}

type Told = (occasion: Occasion) => readonly string[]

/** Messages of every sort, invented and visibly so, each about another e-mail as far as there are. */
export const demonstratedMails = (occasions: readonly Occasion[]) =>
  tellings.flatMap((tell, rank) => {
    const occasion = occasions[rank % Math.max(1, occasions.length)]
    return occasion ? [tell(occasion)] : []
  })

const plain = [
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
]

const answering = ({ messageId, replyTo, subject }: Occasion, from: string) => [
  `From: ${from}`,
  `To: ${replyTo}`,
  `Subject: Re: ${encoded(subject)}`,
  `In-Reply-To: <${messageId}>`,
  ...plain,
]

const quoting = ({ subject }: Occasion) => [
  '',
  'Le centre de gestion a écrit :',
  `> ${subject}`,
  '> Pour ne plus recevoir : désinscription',
]

const tellings: readonly Told[] = [
  (occasion) => [
    ...answering(occasion, '"Secrétariat (démonstration)" <secretaire.exemple@particulier.example>'),
    'Bonjour,',
    '',
    'Je vous réponds de ma boîte personnelle, celle de la mairie est capricieuse.',
    'Le maire serait d’accord pour un rendez-vous sur les vieux postes de l’école.',
    ...quoting(occasion),
  ],
  (occasion) =>
    reportOn(
      occasion,
      '5.1.1',
      '550 5.1.1 Adresse d au moins un destinataire invalide. OFR_416 (démonstration)',
    ),
  (occasion) => [
    `From: postmaster@${occasion.townHall.replace(/^.*@/, '')}`,
    'Return-Path: <>',
    `To: ${occasion.replyTo}`,
    `Subject: ${encoded(`Réponse automatique : ${occasion.subject}`)}`,
    'Auto-Submitted: auto-generated',
    'X-Auto-Response-Suppress: All',
    ...plain,
    'Bonjour, la mairie est fermée jusqu’au 4 janvier 2027.',
    `En cas d’urgence, merci d’écrire à urgence-${occasion.townHall}`,
  ],
  (occasion) => [
    ...answering(occasion, `"Mairie (démonstration)" <${occasion.townHall}>`),
    'STOP, merci. Nous avons déjà un prestataire.',
    ...quoting(occasion),
  ],
  (occasion) => [
    'From: "Signal Spam (démonstration)" <signalement@signalement.example>',
    `To: ${occasion.returnTo}`,
    'Subject: Signalement de courrier indésirable',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary=plainte',
    '',
    '--plainte',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'User-Agent: SignalSpam/demonstration',
    'Version: 1',
    'Original-Rcpt-To: <redacted@redacted.example>',
    '',
    '--plainte--',
  ],
  (occasion) => [
    'From: "M. Exemple, adjoint" <adjoint.exemple@particulier.example>',
    'To: contact@operateur.example',
    'Subject: Votre courrier aux mairies',
    ...plain,
    'Bonjour, on m’a transmis votre courrier. Avez-vous une brochure sur les suites bureautiques ?',
    '',
    'Un adjoint (démonstration)',
    `Mairie de ${townOf(occasion)}`,
  ],
  (occasion) => [
    'From: MAILER-DAEMON@serveur-etrange.example',
    'Return-Path: <>',
    `To: ${occasion.returnTo}`,
    'Subject: Notification 0x8004010F',
    ...plain,
    'Module TNEF-17, code 44. (démonstration)',
  ],
]

const reportOn = ({ returnTo, townHall }: Occasion, status: string, diagnostic: string) => [
  'From: MAILER-DAEMON@relais.example',
  'Return-Path: <>',
  `To: ${returnTo}`,
  'Subject: Undelivered Mail Returned to Sender',
  'MIME-Version: 1.0',
  'Content-Type: multipart/report; report-type=delivery-status; boundary=rejet',
  '',
  '--rejet',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; relais.example',
  '',
  `Final-Recipient: rfc822; ${townHall}`,
  'Action: failed',
  `Status: ${status}`,
  `Diagnostic-Code: smtp; ${diagnostic}`,
  '',
  '--rejet--',
]

/** The demonstration's addresses are `mairie@nom-de-la-commune.example`. */
const townOf = ({ townHall }: Occasion) =>
  townHall
    .replace(/^.*@|\.example$/g, '')
    .replace(/(^|-)(\p{L})/gu, (_, dash, letter: string) => `${dash}${letter.toUpperCase()}`)

const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`
