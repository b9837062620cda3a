import { type Words, withWords } from '#values/with-words.ts'

/** The addresses of requests for quotes; a town hall’s and a firm’s pages are reached by their token alone. */
export const quotePaths = {
  list: (words: Words = {}) => withWords('/quotes', words),
  sheet: (type: 'csv' | 'ods', words: Words = {}) => withWords(`/quotes.${type}`, words),
  new: ({ need, insee }: { readonly need?: string; readonly insee?: string } = {}) =>
    withWords('/quotes/new', { need, commune: insee }),
  received: () => '/my-company/quotes',
  asked: (id: string) => `/quotes/asked/${id}`,
  mine: (token: string) => `/quotes/mine/${token}`,
  confirm: (token: string) => `/quotes/mine/${token}/confirm`,
  close: (token: string) => `/quotes/mine/${token}/close`,
  grouping: (token: string) => `/quotes/mine/${token}/grouping`,
  archive: (token: string) => `/quotes/mine/${token}/archive.ods`,
  answer: (token: string) => `/quotes/answer/${token}`,
  group: () => '/quotes/groups',
}
