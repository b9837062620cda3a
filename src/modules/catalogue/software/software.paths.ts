import { type Words, withWords } from '#values/with-words.ts'

/** The addresses of the list of software, and those of its editors. */
export const softwarePaths = {
  list: (words: Words = {}) => withWords('/software', words),
  sheet: (type: 'csv' | 'ods', words: Words = {}) => withWords(`/software.${type}`, words),
  show: (slug: string) => `/software/${slug}`,
  create: () => '/software/new',
  edit: (slug: string, words: Words = {}) => withWords(`/software/${slug}/edit`, words),
  history: (slug: string, words: Words = {}) => withWords(`/software/${slug}/history`, words),
  undo: (slug: string, revision: string) => `/software/${slug}/history/${revision}/undo`,
  withdraw: (slug: string) => `/software/${slug}/withdraw`,
  restore: (slug: string) => `/software/${slug}/restore`,
  likenesses: (words: Words = {}) => withWords('/software/merges', words),
  propose: () => '/software/merges',
  settle: (id: string) => `/software/merges/${id}`,
  licences: () => '/software/licences',
  sources: (words: Words = {}) => withWords('/sources', words),
  addSource: (source: string) => `/sources/${source}`,
}
