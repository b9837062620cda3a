import { plural, typo } from '#ui/french.ts'
import type { ServiceLevel } from '../services/service.ts'
import { serviceKindNames } from '../services/service.ts'
import type { HelperLine } from './helper-line.ts'
import { fewestRequests, isOftenSilent, mostReferences, type ResponseRecord } from './order.ts'

/** The levels in the words of the screens: by the firm’s own word, and not counted. */
export const levelNames: Record<ServiceLevel, string> = {
  starts: 'débute',
  practises: 'pratique',
  contributes: 'contribue au logiciel',
}

/** What somebody does here, each kind once with the highest level it states: « Installation (pratique) ». */
export function kindsOf({ services, offers }: Pick<HelperLine, 'services' | 'offers'>) {
  const best = new Map<string, ServiceLevel>()
  for (const { kind, level } of services) {
    const known = best.get(serviceKindNames[kind])
    if (!known || ranks[level] > ranks[known]) best.set(serviceKindNames[kind], level)
  }
  const operated = offers.map(({ softwareName }) => `Service opéré : ${softwareName}`)
  return [
    ...[...best]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, level]) => `${kind} (${levelNames[level]})`),
    ...new Set(operated.map(typo)),
  ]
}

const ranks: Record<ServiceLevel, number> = { starts: 0, practises: 1, contributes: 2 }

/** How it answers, said as it is counted. */
export function responseWords({ asked, answered }: ResponseRecord) {
  if (asked === 0) return 'Jamais encore interrogée'
  return `${plural(answered, 'réponse', 'réponses')} sur ${plural(asked, 'demande', 'demandes')} en douze mois`
}

/** The confirmed references, and those that are only declared. */
export const referenceWords = ({
  confirmedReferences,
  declaredReferences,
}: Pick<HelperLine, 'confirmedReferences' | 'declaredReferences'>) =>
  [
    plural(confirmedReferences, 'référence confirmée', 'références confirmées'),
    declaredReferences > 0 && `${declaredReferences} à confirmer`,
  ]
    .filter(Boolean)
    .join(', ')

/** The four figures of a place, each with what it says. */
export function figuresOf(
  { mark, fit, confirmedReferences, response, serves }: Reasons,
  placeName: string | null,
) {
  const [area = '', whole = '', references = '', answers = ''] = mark
  return [
    { figure: area, why: areaWords(serves, placeName) },
    { figure: whole, why: fit === 'full' ? 'Répond au besoin entier' : 'Répond à une partie du besoin' },
    { figure: references, why: countedReferences(confirmedReferences) },
    { figure: answers, why: answersWords(response) },
  ]
}

type Reasons = Pick<HelperLine, 'mark' | 'fit' | 'confirmedReferences' | 'response' | 'serves'>

function areaWords(serves: boolean | null, placeName: string | null) {
  if (serves === null) return 'Aucune commune n’est dite : la zone ne compte pas'
  const place = placeName ?? 'cette commune'
  return serves ? `Dit servir ${place}` : `Ne dit pas servir ${place}`
}

const countedReferences = (confirmed: number) =>
  confirmed > mostReferences
    ? `${plural(confirmed, 'référence confirmée', 'références confirmées')} sur ce besoin ; on en compte ${mostReferences} au plus`
    : `${plural(confirmed, 'référence confirmée', 'références confirmées')} sur ce besoin par la commune elle-même`

function answersWords(response: ResponseRecord) {
  if (isOftenSilent(response)) return `Répond moins d’une fois sur deux : ${responseWords(response)}`
  return response.asked < fewestRequests
    ? `Interrogée moins de ${fewestRequests} fois en douze mois : cela ne dit rien contre elle`
    : `Répond au moins une fois sur deux : ${responseWords(response)}`
}
