import { type Words, withWords } from '#values/with-words.ts'

/** Where publiccode.yml files are read, repaired and imported. */
export const publiccodePaths = {
  list: (words: Words = {}) => withWords('/publiccode', words),
  sheet: (type: 'csv' | 'ods', words: Words = {}) => withWords(`/publiccode.${type}`, words),
  file: (slug: string) => `/software/${slug}/publiccode.yml`,
  edit: (slug: string, words: Words = {}) => withWords(`/software/${slug}/publiccode`, words),
  upstream: (slug: string) => `/software/${slug}/publiccode/upstream`,
  imports: () => '/publiccode/imports',
  import: (id: string) => `/publiccode/imports/${id}`,
  run: (id: string) => `/publiccode/imports/${id}/run`,
  undo: (id: string) => `/publiccode/imports/${id}/undo`,
}
