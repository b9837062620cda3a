import type { AudienceKind } from './addressee.ts'
import type { ExclusionReason } from './audience.ts'

/** The reasons for being left out, as short headings of a list. */
export const exclusionNames: Record<ExclusionReason, string> = {
  opposed: 'A demandé à ne plus recevoir d’envoi',
  answered: 'A déjà répondu',
  'excluded-by-hand': 'Retirée à la main',
  'past-retention': 'Coordonnées gardées trop longtemps',
  'not-reached': 'Le premier envoi ne l’a pas atteinte',
  complained: 'A signalé le premier envoi comme indésirable',
  'already-reminded': 'Déjà relancée',
  'contacted-recently': 'Écrite récemment',
  'no-address': 'Sans adresse connue',
  'invalid-address': 'Adresse électronique invalide',
  'dead-address': 'Adresse électronique qui ne mène nulle part',
  'returned-letter': 'Lettre revenue',
  'duplicate-of': 'Même adresse qu’une autre',
  claimed: 'A déjà pris sa page en main',
  withdrawn: 'S’est retirée de l’annuaire',
}

const ofCompaniesAlone: readonly string[] = ['claimed', 'withdrawn']
const ofTownHallsAlone: readonly string[] = [
  'not-reached',
  'complained',
  'already-reminded',
  'returned-letter',
]

/** The reasons that a list of addressees may be filtered by. */
export const exclusionChoices = (kind: AudienceKind) =>
  Object.entries(exclusionNames)
    .filter(([value]) => !(kind === 'companies' ? ofTownHallsAlone : ofCompaniesAlone).includes(value))
    .map(([value, label]) => ({ value, label }))

/** The heading of a reason, whether it dates of the launch or came since. */
export const exclusionName = (reason: string) =>
  Object.hasOwn(exclusionNames, reason) ? exclusionNames[reason as ExclusionReason] : reason

const sentences: Record<ExclusionReason, (detail: string | null) => string> = {
  opposed: () => 'Elle a demandé à ne plus recevoir d’envoi : son refus est inscrit aux oppositions.',
  answered: () => 'Elle a déjà répondu : la suite passe par une personne, pas par un envoi.',
  'excluded-by-hand': (reason) => `Retirée à la main : ${reason ?? 'sans motif'}.`,
  'past-retention': (date) =>
    `Aucune nouvelle d’elle depuis le ${day(date ?? '')} : ses coordonnées ont plus de trois ans, on ne lui écrit plus.`,
  'not-reached': () =>
    'Le premier envoi n’est pas encore parti, ou n’a jamais pu partir : une relance n’aurait pas de sens.',
  complained: () => 'Elle a signalé le premier envoi comme indésirable : on ne la relance pas.',
  'already-reminded': () => 'Elle a déjà été relancée une fois, et nul n’a dit de recommencer.',
  'contacted-recently': (date) =>
    date
      ? `On lui a déjà écrit le ${day(date)}, trop récemment pour cette vague.`
      : 'On lui a écrit récemment.',
  'no-address': () => 'Aucune adresse connue pour ce canal : complétez ses coordonnées.',
  'invalid-address': (address) =>
    `Son adresse électronique « ${address ?? ''} » n’en est pas une : corrigez-la.`,
  'dead-address': (address) =>
    `Son adresse électronique « ${address ?? ''} » ne mène plus nulle part : elle attend dans les adresses à trouver.`,
  'returned-letter': () =>
    'Une lettre à cette adresse est revenue : elle attend dans les adresses à trouver.',
  'duplicate-of': (name) =>
    `Son adresse électronique est celle de la mairie ${name ?? 'voisine'}, qui reçoit le message.`,
  claimed: () => 'Elle a déjà pris sa page en main : il n’y a plus à l’inviter.',
  withdrawn: () => 'Elle a demandé à être retirée de l’annuaire : on ne lui écrit plus.',
}

// What is said of a company otherwise than of a town hall: nobody seeks another address for it, no letter goes to it.
const companySentences: Partial<typeof sentences> = {
  'contacted-recently': (date) =>
    date ? `Elle a déjà été invitée le ${day(date)}.` : 'Elle a déjà été invitée.',
  'no-address': () => 'Sans adresse : le recensement ne lui connaît pas de courriel.',
  'dead-address': (address) => `Son adresse électronique « ${address ?? ''} » ne mène plus nulle part.`,
  'duplicate-of': (name) =>
    `Son adresse électronique est celle de ${name ?? 'une autre entreprise'}, qui reçoit l’invitation.`,
}

/** Why an addressee is left out, in one French sentence. */
export function exclusionSentence(reason: string, detail: string | null, kind: AudienceKind = 'town-halls') {
  const ofCompany = kind === 'companies' ? companySentences[reason as ExclusionReason] : undefined
  if (ofCompany) return ofCompany(detail)

  return Object.hasOwn(sentences, reason) ? sentences[reason as ExclusionReason](detail) : reason
}

const dayFormat = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' })
const day = (iso: string) => (Number.isNaN(Date.parse(iso)) ? iso : dayFormat.format(new Date(iso)))
