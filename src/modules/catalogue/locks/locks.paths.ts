import { type Words, withWords } from '#values/with-words.ts'

/** The addresses of what holds communes: saying it is everybody’s, the map is the workshop’s. */
export const lockPaths = {
  map: (words: Words = {}) => withWords('/locks', words),
  sheet: (kind: 'csv' | 'ods', words: Words = {}) => withWords(`/locks.${kind}`, words),
  list: (words: Words = {}) => withWords('/locks/communes', words),
  declare: (words: { readonly commune?: string } = {}) => withWords('/locks/new', words),
  declared: (id: string) => `/locks/declared/${id}`,
  surveys: () => '/locks/surveys',
  show: (id: string) => `/locks/${id}`,
  gestures: (id: string) => ({
    ask: `/locks/${id}/askings`,
    confirm: `/locks/${id}/confirmations`,
    withdraw: `/locks/${id}/withdrawals`,
    restore: `/locks/${id}/restorations`,
  }),
}
