import { z } from 'zod'
import { type ContactState, contactStates, stateNames, type Wish, wishes, wishNames } from './contact.ts'
import { type Theme, themeName, themes } from './theme.ts'

/** What the address of the inbox says; without a word on the state, what remains to do. */
export type InboxFilter = {
  readonly state: ContactState | 'to-do' | 'all'
  readonly wish?: Wish
  readonly theme?: Theme
  readonly q: string
  readonly page: number
}

/** Reads the address; a word that means nothing is left out. */
export const InboxQuery = z.object({
  state: z.enum(['to-do', ...contactStates, 'all']).catch('to-do'),
  wish: z.enum(wishes).optional().catch(undefined),
  theme: z
    .enum(themes as readonly [Theme, ...Theme[]])
    .optional()
    .catch(undefined),
  q: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).catch(1),
})

/** The address that says a filter; what goes without saying is left out. */
export function inboxQuery({ state, wish, theme, q, page }: Partial<InboxFilter>) {
  const words = Object.entries({
    state: state === 'to-do' ? '' : (state ?? ''),
    wish: wish ?? '',
    theme: theme ?? '',
    q: q ?? '',
    page: page && page > 1 ? String(page) : '',
  }).filter(([, word]) => word !== '')

  return words.length === 0 ? '' : `?${new URLSearchParams(words)}`
}

/** The filters in force besides the state, each with the filter that is left without it. */
export function chosenFilters(filter: InboxFilter) {
  const first = { ...filter, page: 1 }
  return [
    ...(filter.q ? [{ label: `« ${filter.q} »`, without: { ...first, q: '' } }] : []),
    ...(filter.wish ? [{ label: wishNames[filter.wish], without: { ...first, wish: undefined } }] : []),
    ...(filter.theme ? [{ label: themeName(filter.theme), without: { ...first, theme: undefined } }] : []),
  ]
}

/** The states as one may ask for them. */
export const askedStateNames: Record<InboxFilter['state'], string> = {
  'to-do': 'À traiter',
  ...stateNames,
  all: 'Tous',
}
