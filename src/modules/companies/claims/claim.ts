import { accept, type Decision, refuse } from '#values/decision.ts'
import { parseEmail } from '#values/email.ts'
import { parseSiren, parseSiret, type Siren, sirenOf } from '#values/siren.ts'
import { isShared } from './shared-domains.ts'

/** How long the link that proves a mailbox may be followed, in days. */
export const claimDays = 7

/** Reads the number that a claimant types: a SIREN, or a SIRET from which it is taken (La Poste's key is INSEE's exception). */
export function readClaimedSiren(typed: string): Decision<Siren, 'not-a-siren' | 'wrong-key'> {
  const digits = typed.replace(/[\s.]/g, '')
  const read = digits.length === 14 ? parseSiret(digits) : parseSiren(digits)
  if (!read.ok) return refuse(read.reason === 'wrong-check-digit' ? 'wrong-key' : 'not-a-siren')

  return accept(digits.length === 14 ? sirenOf(read.value) : read.value)
}

type Known = { readonly email: string | null; readonly website: string | null }

/** The mailboxes to which a claim's link may go, and no other: the one that the census gives, or one on the site's own domain. */
export function mailboxesOf({ email, website }: Known) {
  return { census: email, domain: website ? ownDomain(website) : undefined }
}

// A site lodged with a provider that lodges everybody says nothing of who reads mail at that name.
function ownDomain(website: string) {
  if (!/^https?:\/\//i.test(website) || !URL.canParse(website)) return undefined
  const host = new URL(website).hostname.replace(/^www\./, '')
  return isShared(host) || !host.includes('.') ? undefined : host
}

/** What a claimant chose: the mailbox of the census, or the part before the at sign on the site's domain. */
export type MailboxChoice = { readonly mailbox: 'census' | 'domain'; readonly local: string }

/** The address to which the link goes; what is typed never names a domain. */
export function chosenMailbox(known: Known, { mailbox, local }: MailboxChoice) {
  const { census, domain } = mailboxesOf(known)
  if (mailbox === 'census') return census ? accept(census) : refuse('no-mailbox')
  if (!domain) return refuse('no-mailbox')
  if (local.includes('@')) return refuse('not-a-local-part')

  const address = parseEmail(`${local.trim()}@${domain}`)
  return address.ok ? address : refuse('not-a-local-part')
}

/** Whether the link of a claim asked then may still be followed. */
export const isFollowable = (askedAt: Date, now: Date) =>
  now.getTime() - askedAt.getTime() < claimDays * 86_400_000

/** Why a claim, or the inscription of a company, is not taken. */
export type ClaimRefusal =
  | 'not-a-siren'
  | 'wrong-key'
  | 'another-siren'
  | 'siren-known'
  | 'name-known'
  | 'already-claimed'
  | 'withdrawn'
  | 'no-mailbox'
  | 'not-a-local-part'
  | 'opposed'
  | 'too-often'
  | 'mail-refused'
  | 'already-elsewhere'
  | 'unknown-link'
  | 'used'
  | 'expired'

type Told = { readonly field: string; readonly message: string }

/** Each refusal in words, beside the field that it is about. */
export const claimRefusals: Record<ClaimRefusal, Told> = {
  'not-a-siren': {
    field: 'siren',
    message: 'Un SIREN compte neuf chiffres ; un SIRET, quatorze. Recopiez l’un ou l’autre.',
  },
  'wrong-key': {
    field: 'siren',
    message: 'Ce numéro n’existe pas : sa clé de contrôle est fausse. Vérifiez chaque chiffre.',
  },
  'another-siren': {
    field: 'siren',
    message:
      'Le recensement connaît cette entreprise sous un autre SIREN. Demandez à l’opérateur de vérifier.',
  },
  'siren-known': {
    field: 'siren',
    message: 'Ce SIREN est déjà celui d’une autre fiche du recensement : prenez celle-là.',
  },
  'name-known': {
    field: 'name',
    message:
      'Une entreprise de ce nom est déjà dans le recensement : prenez sa fiche, elle ne se double pas.',
  },
  'already-claimed': {
    field: 'siren',
    message:
      'Cette fiche est déjà tenue par l’entreprise : un collègue déjà inscrit peut vous accueillir. En cas de litige, signalez-le depuis la fiche.',
  },
  withdrawn: { field: 'siren', message: 'Cette fiche a été retirée : écrivez à l’opérateur du programme.' },
  'no-mailbox': {
    field: 'mailbox',
    message: 'Aucune boîte de cette entreprise n’est connue : demandez à l’opérateur de vérifier vous-même.',
  },
  'not-a-local-part': {
    field: 'local',
    message: 'Écrivez seulement ce qui précède l’arobase, comme « contact ».',
  },
  opposed: {
    field: 'mailbox',
    message:
      'Cette boîte a demandé à ne plus recevoir de message : nous n’y écrivons pas. Demandez à l’opérateur de vérifier.',
  },
  'too-often': {
    field: 'siren',
    message:
      'Trois demandes sont déjà parties en un jour pour cette fiche. Regardez la boîte, ou revenez demain.',
  },
  'mail-refused': {
    field: 'mailbox',
    message: 'Cette boîte a refusé notre message. Choisissez l’autre, ou demandez à l’opérateur de vérifier.',
  },
  'already-elsewhere': {
    field: 'siren',
    message:
      'Cette adresse agit déjà pour un autre organisme. Qu’elle le quitte d’abord, ou prenez une autre boîte.',
  },
  'unknown-link': {
    field: '',
    message: 'Ce lien est coupé, ou n’est pas de nous. Copiez-le en entier depuis le courriel.',
  },
  used: { field: '', message: 'Ce lien a déjà servi : la fiche est prise. Entrez avec un code.' },
  expired: { field: '', message: `Ce lien a plus de ${claimDays} jours. Recommencez la demande.` },
}
