import { type Words, withWords } from '#values/with-words.ts'

/** Where the partnership keeps the census: its list, one company, and what waits for a person. */
export const deskPaths = {
  list: (words: Words = {}) => withWords('/census', words),
  sheet: (type: 'csv' | 'ods', words: Words = {}) => withWords(`/census.${type}`, words),
  show: (id: string) => `/census/${id}`,
  details: (id: string) => `/census/${id}/details`,
  withdrawal: (id: string) => `/census/${id}/withdrawal`,
  restoration: (id: string) => `/census/${id}/restoration`,
  pending: () => '/census/pending',
  report: (id: string) => `/census/reports/${id}`,
}
