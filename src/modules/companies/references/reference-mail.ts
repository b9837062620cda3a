import type { Mail } from '#platform/mail/mail.ts'
import { typo } from '#ui/french.ts'

type Writing = Pick<Mail, 'messageId' | 'from' | 'to' | 'replyTo'> & {
  readonly sender: string
  /** « la mairie d’Abscon ». */
  readonly townHall: string
  readonly link: string
  readonly lines: readonly string[]
}

/** Asks a town hall whether companies worked for it as they say: one mail, one link, nothing decided for it. */
export const referenceMail = ({ sender, townHall, link, lines, ...mail }: Writing): Mail => ({
  ...mail,
  subject: typo(`Ces entreprises disent avoir travaillé pour ${townHall} : est-ce exact ?`),
  text: typo(`Bonjour,

Dans l’annuaire public des entreprises du logiciel libre, il est indiqué pour ${townHall} :

${lines.map((line) => `  • ${line}`).join('\n')}

Pour dire si c’est exact, ou que ce ne l’est pas :

${link}

Ce lien marche trente jours et ne sert qu’à cela. Sans réponse, ces travaux restent « déclarés par l’entreprise, non confirmés ».

Vous recevez ce message à l’adresse officielle de la mairie. Pour ne plus en recevoir, répondez « Ne nous écrivez plus ».

${sender}
`),
  headers: { 'Auto-Submitted': 'auto-generated' },
})
