import { z } from 'zod'
import { caseStateNames, outcomeNames, outcomes } from './case.ts'

export const caseSorts = ['due', 'opened', 'commune'] as const

/** What the address of the list says; without a word, the open cases, the most pressing first. */
export const CaseQuery = z.object({
  state: z.enum(['open', 'closed', 'all']).catch('open'),
  outcome: z.enum(outcomes).optional().catch(undefined),
  referent: z
    .string()
    .max(100)
    .transform((userId) => (userId === 'all' ? '' : userId))
    .catch(''),
  late: z
    .string()
    .optional()
    .transform((word) => word === 'oui'),
  q: z.string().trim().max(100).catch(''),
  sort: z.enum(caseSorts).catch('due'),
  page: z.coerce.number().int().min(1).catch(1),
})

export type CaseFilter = z.output<typeof CaseQuery>

/** The address that says a filter; what goes without saying is left out. */
export function caseQuery({ state, outcome, referent, late, q, sort, page }: Partial<CaseFilter>) {
  const words = Object.entries({
    state: state === 'open' ? '' : (state ?? ''),
    outcome: outcome ?? '',
    referent: referent ?? '',
    late: late ? 'oui' : '',
    q: q ?? '',
    sort: sort === 'due' ? '' : (sort ?? ''),
    page: page && page > 1 ? String(page) : '',
  }).filter(([, word]) => word !== '')

  return words.length === 0 ? '' : `?${new URLSearchParams(words)}`
}

export const askedStateNames: Record<CaseFilter['state'], string> = { ...caseStateNames, all: 'Tous' }

/** The filters in force besides the state, each with the filter that is left without it. */
export function chosenFilters(filter: CaseFilter, referentName: string | undefined) {
  const first = { ...filter, page: 1 }
  return [
    ...(filter.q ? [{ label: `« ${filter.q} »`, without: { ...first, q: '' } }] : []),
    ...(filter.late ? [{ label: 'Étape en retard', without: { ...first, late: false } }] : []),
    ...(filter.outcome
      ? [{ label: outcomeNames[filter.outcome], without: { ...first, outcome: undefined } }]
      : []),
    ...(filter.referent
      ? [{ label: referentName ?? 'Un ancien collègue', without: { ...first, referent: '' } }]
      : []),
  ]
}
