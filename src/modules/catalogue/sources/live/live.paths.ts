import { type Words, withWords } from '#values/with-words.ts'

/** Where catalogues read from elsewhere are turned on, read and looked at. */
export const livePaths = {
  list: (words: Words = {}) => withWords('/sources/live', words),
  on: (source: string) => `/sources/live/${source}/on`,
  off: (source: string) => `/sources/live/${source}/off`,
  run: (source: string) => `/sources/live/${source}/run`,
  users: (words: Words = {}) => withWords('/sources/live/users', words),
  usersSheet: (type: 'csv' | 'ods', words: Words = {}) => withWords(`/sources/live/users.${type}`, words),
  settle: (id: string) => `/sources/live/users/${id}`,
  companies: (words: Words = {}) => withWords('/sources/live/companies', words),
  companiesSheet: (type: 'csv' | 'ods', words: Words = {}) =>
    withWords(`/sources/live/companies.${type}`, words),
}
