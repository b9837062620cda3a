import { type AudienceKind, addresseeWords } from '../waves/addressee.ts'
import { capitalised, frenchTypography } from './french-typography.ts'

type Sources = {
  /** Whom it is written to; town halls unless said. */
  readonly audience?: AudienceKind
  readonly operator: string
  readonly association: string
  readonly dpoEmail: string
  /** Where the town hall's contact point was found: « l’Annuaire de l’administration (service-public.fr) ». */
  readonly source: string
  /** The page where a code is typed, to answer or to oppose: `https://beffroi.example/r`. */
  readonly answerUrl: string
  /** Where the essence of the joint controllers' arrangement is published (art. 26.2): `https://beffroi.example`. */
  readonly baseUrl: string
}

/** One heading and its sentences, plain text. */
export type LegalNotice = readonly { readonly title: string; readonly text: string }[]

/**
 * What articles 13, 14, 21 and 26 of the GDPR have us say in every first message: who, why, on which base, which data
 * and from where, for whom, how long, which rights and how to oppose.
 */
export function legalNotice({
  audience = 'town-halls',
  operator,
  association,
  dpoEmail,
  source,
  answerUrl,
  baseUrl,
}: Sources): LegalNotice {
  const { why, data, whom } = toldOf[audience]
  return [
    {
      title: 'Qui vous écrit',
      text: `${capitalised(operator)} et ${association}, ensemble responsables du traitement ; l’essentiel de leur accord se lit sur ${baseUrl.replace(/^https?:\/\//, '')}/register/essence. Délégué à la protection des données : ${dpoEmail}.`,
    },
    {
      title: 'Pourquoi, et à quel titre',
      text: `${why} : mission d’intérêt public (${operator} ; RGPD, art. 6.1.e) et intérêt légitime, mis en balance avec vos droits (${association} ; art. 6.1.f).`,
    },
    {
      title: 'Quelles données',
      text: `${data} Source : ${source}. Le code de réponse nous dit quelle ${addresseeWords[audience].one} a répondu.`,
    },
    {
      title: 'Pour qui, combien de temps',
      text: `${whom} Trois ans après le dernier contact venu de vous.`,
    },
    {
      title: 'Vos droits',
      text: `Accéder à vos données, les rectifier, les effacer, en limiter l’usage. Vous opposer à tout nouvel envoi, sans motif et sans frais : ${answerUrl}, un mot à ${dpoEmail}, ou une simple réponse à cet envoi. Réclamation possible auprès de la CNIL (cnil.fr).`,
    },
  ].map(({ title, text }) => ({ title, text: frenchTypography(text) }))
}

/** What differs with whom it is written to; the elements that a test looks for are these very words. */
const toldOf: Record<AudienceKind, { readonly why: string; readonly data: string; readonly whom: string }> = {
  'town-halls': {
    why: 'Faire connaître les logiciels libres aux mairies et suivre leurs réponses',
    data: 'Les nom, fonction et coordonnées professionnelles de la mairie et de ses responsables ; vos réponses.',
    whom: 'Les deux organismes et, avec votre accord, le partenaire qui traite votre demande.',
  },
  companies: {
    why: 'Recenser les entreprises qui servent les logiciels libres et inviter chacune à tenir sa page',
    data: 'Les nom, SIREN et coordonnées professionnelles de l’entreprise ; vos réponses.',
    whom: 'Les deux organismes ; le nom de l’entreprise et ce qu’elle déclare sont publics dans l’annuaire, jusqu’à ce qu’elle demande à en être retirée.',
  },
}
