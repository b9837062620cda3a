import type { Mail } from '#platform/mail/mail.ts'
import { typo } from '#ui/french.ts'
import { claimDays } from './claim.ts'

type Written = {
  readonly id: string
  readonly from: string
  readonly email: string
  readonly company: string
}

/** Carries the link that proves a mailbox: plain text, nothing to load, nothing decided until somebody presses a button. */
export const claimMail = ({
  id,
  from,
  email,
  company,
  personName,
  siren,
  link,
}: Written & { readonly personName: string; readonly siren: string; readonly link: string }): Mail => ({
  messageId: `${id}@claims.beffroi`,
  from,
  to: email,
  subject: typo(`Tenir la fiche de ${oneLine(company)} dans l’annuaire des entreprises du libre`),
  text: typo(`Bonjour,

${oneLine(personName)} demande à tenir la fiche de ${oneLine(company)} (SIREN ${siren}) dans l’annuaire public des entreprises qui aident les mairies à passer au logiciel libre.

Si c’est bien vous, ouvrez cette page et pressez le bouton :

${link}

Ce lien marche ${claimDays} jours et une seule fois. Si vous n’avez rien demandé, laissez ce message : sans votre geste, rien ne change.

Beffroi
`),
  headers: { 'Auto-Submitted': 'auto-generated' },
})

/** Tells a claimant what a person decided. */
export const decisionMail = (
  { id, from, email, company }: Written,
  decision:
    | { readonly accepted: true; readonly signIn: string }
    | { readonly accepted: false; readonly reason: string },
): Mail => ({
  messageId: `${id}.decision@claims.beffroi`,
  from,
  to: email,
  subject: typo(`Votre demande pour la fiche de ${oneLine(company)}`),
  text: typo(`Bonjour,

${
  decision.accepted
    ? `Votre demande est acceptée : vous tenez maintenant la fiche de ${oneLine(company)}. Entrez avec cette adresse, un code vous y sera envoyé :\n\n${decision.signIn}`
    : `Votre demande de tenir la fiche de ${oneLine(company)} n’est pas acceptée. Motif :\n\n${decision.reason}\n\nVous pouvez refaire une demande avec d’autres pièces.`
}

Beffroi
`),
  headers: { 'Auto-Submitted': 'auto-generated' },
})

/** A line of a header holds no line break, whatever was typed. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
