import { type Words, withWords } from '#values/with-words.ts'

const list = '/oppositions'

/** The addresses of the opposition list. */
export const oppositionPaths = {
  list: (words: Words = {}) => withWords(list, words),
  sheet: (type: 'csv' | 'ods', words: Words = {}) => withWords(`${list}.${type}`, words),
  check: () => `${list}/check`,
  show: (id: string) => `${list}/${id}`,
  lifting: (id: string) => `${list}/${id}/lifting`,
  review: (id: string) => `${list}/${id}/review`,
  evidence: (id: string) => `${list}/${id}/evidence`,
}
