import { isServed, type ServedPlace } from '../services/area.ts'
import { freshnessOf } from '../services/freshness.ts'
import { type ServiceKind, serviceKindNames } from '../services/service.ts'

/** What a company ever stated about the question, ended and old statements included. */
export type StatedAbout = {
  readonly kind: ServiceKind | null
  readonly areas: readonly string[]
  readonly statedAt: Date
  readonly endedAt: Date | null
}

type Known = {
  readonly isWithdrawn: boolean
  readonly isClaimed: boolean
  readonly stated: readonly StatedAbout[]
}

export type WhyNot =
  | 'withdrawn'
  | 'not-claimed'
  | 'nothing-stated'
  | 'ended'
  | 'too-old'
  | 'other-kind'
  | 'elsewhere'
  | 'shown'

/** Why a company is not in a list, the first reason that holds; `shown` when none does. */
export function whyNot(
  { isWithdrawn, isClaimed, stated }: Known,
  { kind, place, now }: { readonly kind?: ServiceKind; readonly place?: ServedPlace; readonly now: Date },
): WhyNot {
  if (isWithdrawn) return 'withdrawn'
  if (stated.length === 0) return isClaimed ? 'nothing-stated' : 'not-claimed'
  const going = stated.filter(({ endedAt }) => endedAt === null)
  if (going.length === 0) return 'ended'
  const fresh = going.filter(({ statedAt }) => freshnessOf(statedAt, now) !== 'gone')
  if (fresh.length === 0) return 'too-old'
  const wanted = fresh.filter((one) => kind === undefined || (one.kind ?? 'hosting') === kind)
  if (wanted.length === 0) return 'other-kind'
  if (place && !wanted.some(({ areas }) => isServed(areas, place))) return 'elsewhere'
  return 'shown'
}

/** The reasons in the words of the screens, with what can be done about each. */
export const whyNotWords: Record<WhyNot, string> = {
  withdrawn: 'Sa fiche est retirée du recensement.',
  'not-claimed':
    'Elle n’a pas encore pris sa fiche, et n’a donc rien dit de ce qu’elle fait. Nous ne le devinons pas : elle seule peut le dire.',
  'nothing-stated':
    'Elle a pris sa fiche, mais n’a dit aucun service pour ce besoin, ni pour un logiciel qui y répond.',
  ended: 'Elle a retiré ce service : elle ne le propose plus.',
  'too-old':
    'Sa déclaration a plus de vingt-quatre mois. Elle revient dès qu’elle la confirme, d’un geste, sur sa page.',
  'other-kind': 'Elle sert ce besoin, mais pas par le genre de service demandé.',
  elsewhere: 'Elle sert ce besoin, mais ne dit pas servir cette commune.',
  shown: 'Elle y est.',
}

/** What it says it does there, when another kind was asked. */
export const kindsStated = (stated: readonly StatedAbout[]) =>
  [...new Set(stated.map(({ kind }) => (kind ? serviceKindNames[kind] : 'Service opéré')))].join(', ')
