import type { Mail } from '#platform/mail/mail.ts'
import { typo } from '#ui/french.ts'

type Writing = {
  readonly messageId: string
  readonly from: string
  readonly to: string
  readonly townHall: string
  readonly need: string
  readonly link: string
}

/** Asks the official address whether the request is the town hall's: until it says so, nobody is asked anything. */
export const confirmMail = (writing: Writing, asked: readonly string[]): Mail =>
  mailOf(writing, {
    subject: `Demande de devis de ${writing.townHall} : est-ce bien vous ?`,
    text: `Bonjour,

Une demande de devis a été préparée au nom de ${writing.townHall}, pour : ${writing.need}.

Elle partirait à : ${asked.join(', ')}.

Rien n’est parti. Pour la relire et l’envoyer, ouvrez cette page et pressez le bouton :

${writing.link}

Gardez ce lien : c’est aussi la page où vous lirez les réponses. Si vous n’avez rien demandé, laissez ce message : sans votre geste, rien ne part.`,
  })

/** Tells the town hall that the date has passed: the answers are open. */
export const toReadMail = (
  writing: Writing,
  { asked, answered }: { asked: number; answered: number },
): Mail =>
  mailOf(writing, {
    subject: `Vos devis sont là : ${writing.need}`,
    text: `Bonjour,

La date de réponse à votre demande de devis est passée. Réponses reçues : ${answered} sur ${asked}.

Elles sont sur votre page, toutes ensemble, avec le registre de qui a été interrogé et quand :

${writing.link}

Vous n’êtes tenus à rien. Dites-y ce que vous avez retenu, même si c’est aucune : cela clôt la demande.`,
  })

/** Proposes to a town hall to ask together with others for the same need. */
export const groupingMail = (writing: Writing, words: string): Mail =>
  mailOf(writing, {
    subject: `Demander ensemble : ${writing.need}`,
    text: `Bonjour,

D’autres communes demandent la même chose que ${writing.townHall}. On vous propose de la demander ensemble :

${words}

Pour dire oui ou non, sur votre page :

${writing.link}`,
  })

/** The request as it leaves, the same for all; only the link is the reader's own. */
export const requestMail = (writing: Writing, body: string): Mail =>
  mailOf(writing, {
    subject: `Demande de devis de ${writing.townHall} : ${writing.need}`,
    text: `${body}

Pour répondre, devis ou refus motivé :

${writing.link}

Ce lien est le vôtre : ne le transmettez pas. Sans réponse à la date dite, votre fiche le dira (« réponses sur demandes en douze mois »). Pour ne plus recevoir de demande, répondez « Ne nous écrivez plus ».`,
  })

function mailOf(
  { messageId, from, to }: Writing,
  { subject, text }: { readonly subject: string; readonly text: string },
): Mail {
  return {
    messageId,
    from,
    to,
    subject: typo(subject.replace(/\s+/g, ' ').trim()),
    text: typo(`${text}\n\nBeffroi\n`),
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}
