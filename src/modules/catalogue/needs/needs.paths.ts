import { type Words, withWords } from '#values/with-words.ts'

/** The addresses of the index of needs and of what editors do below it. */
export const needPaths = {
  list: (words: Words = {}) => withWords('/needs', words),
  sheet: (type: 'csv' | 'ods', words: Words = {}) => withWords(`/needs.${type}`, words),
  edit: (slug: string, words: Words = {}) => withWords(`/needs/${slug}/edit`, words),
  words: (slug: string) => `/needs/${slug}/words`,
  wordRemoval: (slug: string) => `/needs/${slug}/words/removal`,
  fits: (slug: string) => `/needs/${slug}/fits`,
  fitRemoval: (slug: string) => `/needs/${slug}/fits/removal`,
  retirement: (slug: string) => `/needs/${slug}/retirement`,
  restoration: (slug: string) => `/needs/${slug}/restoration`,
  undoing: (slug: string, edit: string) => `/needs/${slug}/edits/${edit}/undoing`,
  silentSearches: (words: Words = {}) => withWords('/needs/silent-searches', words),
  silentSheet: (type: 'csv' | 'ods', words: Words = {}) => withWords(`/needs/silent-searches.${type}`, words),
  silentSearch: (searched: string, done?: string) =>
    withWords('/needs/silent-searches/one', { words: searched, done }),
  settling: () => '/needs/silent-searches/settling',
  reopening: () => '/needs/silent-searches/reopening',
}

/** The addresses of the list of products and of its sheets. */
export const productPaths = {
  list: (words: Words = {}) => withWords('/products', words),
  sheet: (type: 'csv' | 'ods' | 'json', words: Words = {}) => withWords(`/products.${type}`, words),
}
