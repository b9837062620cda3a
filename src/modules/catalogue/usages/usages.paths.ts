import { type Words, withWords } from '#values/with-words.ts'

/** The addresses of what communes use: declaring is everybody’s, the list is the workshop’s. */
export const usagePaths = {
  list: (words: Words = {}) => withWords('/usages', words),
  sheet: (kind: 'csv' | 'ods', words: Words = {}) => withWords(`/usages.${kind}`, words),
  declare: (words: { readonly software?: string; readonly commune?: string } = {}) =>
    withWords('/usages/new', words),
  show: (id: string) => `/usages/${id}`,
  gestures: (id: string) => ({
    ask: `/usages/${id}/askings`,
    confirm: `/usages/${id}/confirmations`,
    withdraw: `/usages/${id}/withdrawals`,
    restore: `/usages/${id}/restorations`,
  }),
  declared: (id: string) => `/usages/declared/${id}`,
  slip: (id: string) => `/usages/declared/${id}/slip`,
  call: (id: string) => `/usages/${id}/call`,
  /** What a town hall answers by the link of its mail. */
  answer: (token: string) => `/usages/answers/${token}`,
  newLink: (token: string) => `/usages/answers/${token}/links`,
  /** A commune's own page: « nos logiciels libres ». */
  commune: (insee: string) => `/in/${insee}`,
  communeFeed: (insee: string) => `/in/${insee}.json`,
}
