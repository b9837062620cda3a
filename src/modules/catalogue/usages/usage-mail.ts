import type { Mail } from '#platform/mail/mail.ts'
import { typo } from '#ui/french.ts'

type Writing = {
  readonly messageId: string
  readonly from: string
  readonly to: string
  readonly replyTo?: string
  /** « la mairie d’Abscon ». */
  readonly townHall: string
  /** Who runs this Beffroi, as a town hall knows it. */
  readonly sender: string
  readonly link: string
}

/** Asks a town hall whether what was said of it is true: one mail for all that waits, one link, nothing decided for it. */
export const confirmationMail = (writing: Writing, lines: readonly string[]): Mail =>
  mailOf(writing, {
    subject: `Ce que l’on dit des logiciels de ${writing.townHall} : est-ce exact ?`,
    text: `Bonjour,

Dans l’annuaire public des logiciels libres des mairies, quelqu’un a indiqué pour ${writing.townHall} :

${listed(lines)}

Rien n’est publié sans votre accord. Pour dire si c’est exact, ou que ce n’est pas vous :

${writing.link}

Ce lien marche trente jours et ne sert qu’à cela. Sans réponse, rien ne paraît.`,
  })

/** Once a year: is it still true? One link, one button. */
export const renewalMail = (writing: Writing, lines: readonly string[]): Mail =>
  mailOf(writing, {
    subject: `Les logiciels libres de ${writing.townHall} : toujours d’actualité ?`,
    text: `Bonjour,

Il y a un an, ${writing.townHall} nous a dit :

${listed(lines)}

Si c’est toujours le cas, un bouton suffit. Sinon, la même page permet de corriger ou de retirer :

${writing.link}

Ce lien marche trente jours. Sans réponse, ces lignes seront grisées au bout d’un an, puis retirées au bout de deux.`,
  })

type Call = {
  readonly asker: string
  readonly reach: string
  readonly software: string
  readonly question: string
}

/** Hands a colleague's question to the town hall that said it accepts a call; its address was told to nobody. */
export const callMail = (writing: Omit<Writing, 'link'>, { asker, reach, software, question }: Call): Mail =>
  mailOf(writing, {
    subject: `${asker} voudrait vous parler de ${software}`,
    text: `Bonjour,

${writing.townHall} utilise ${software} et a dit accepter un appel. ${asker} demande à vous en parler :

${question
  .split('\n')
  .map((line) => `  > ${line}`)
  .join('\n')}

Pour l’appeler ou lui écrire : ${reach}

Vous racontez votre expérience, rien de plus : ni assistance, ni engagement. Vous êtes libre de ne pas répondre. Nous ne transmettons pas plus de trois demandes par trimestre, et votre adresse ne lui a pas été donnée.`,
  })

const listed = (lines: readonly string[]) => lines.map((line) => `  • ${line}`).join('\n')

function mailOf(writing: Omit<Writing, 'link'>, { subject, text }: { subject: string; text: string }): Mail {
  const { messageId, from, to, replyTo, sender } = writing
  return {
    messageId,
    from,
    to,
    replyTo,
    subject: typo(oneLine(subject)),
    text: typo(`${text}

Vous recevez ce message à l’adresse officielle de la mairie. Pour ne plus en recevoir, répondez « Ne nous écrivez plus ».

${sender}
`),
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

/** A line of a header holds no line break, whatever was typed. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
