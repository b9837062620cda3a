import { z } from 'zod'
import { kindNames, mailKinds } from './classification/kinds.ts'

export const mailSorts = ['newest', 'oldest', 'sender'] as const
export type MailSort = (typeof mailSorts)[number]

export const sortNames: Record<MailSort, string> = {
  newest: 'Les plus récents d’abord',
  oldest: 'Les plus anciens d’abord',
  sender: 'Par expéditeur',
}

/** What is shown: what waits for a person, what asks to be left alone, what became a contact, one kind, or all. */
export const shows = ['waiting', 'stop', 'attached', ...mailKinds, 'all'] as const
export type Show = (typeof shows)[number]

/** The choices in the words of the screen. */
export const showNames: Record<Show, string> = {
  ...(Object.fromEntries(mailKinds.map((kind) => [kind, kindNames[kind].many])) as Record<
    (typeof mailKinds)[number],
    string
  >),
  waiting: 'À traiter',
  stop: 'Demandent de ne plus être écrits',
  attached: 'Devenus des contacts',
  all: 'Tout le courrier',
}

export type MailFilter = { readonly show: Show; readonly q: string; readonly sort: MailSort }

export const pageSize = 40

/** Reads the address; a word that means nothing is left out. */
export const MailQuery = z.object({
  show: z.enum(shows).catch('waiting'),
  q: z.string().trim().max(100).catch(''),
  sort: z.enum(mailSorts).catch('newest'),
  page: z.coerce.number().int().min(1).catch(1),
})

/** The address that says a filter; what goes without saying is left out. */
export function mailQuery({ show, q, sort, page = 1 }: MailFilter & { page?: number }) {
  const words = Object.entries({
    show: show === 'waiting' ? '' : show,
    q,
    sort: sort === 'newest' ? '' : sort,
    page: page > 1 ? String(page) : '',
  }).filter(([, word]) => word !== '')
  return words.length === 0 ? '' : `?${new URLSearchParams(words)}`
}
