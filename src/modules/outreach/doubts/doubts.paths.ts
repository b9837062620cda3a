import { type Words, withWords } from '#values/with-words.ts'

const list = '/doubts'

/** The addresses of « Doutes ». */
export const doubtPaths = {
  list: (words: Words = {}) => withWords(list, words),
  sheet: (type: 'csv' | 'ods', words: Words = {}) => withWords(`${list}.${type}`, words),
  accept: () => `${list}/acceptances`,
  sendAgain: () => `${list}/attempts`,
  relayLog: () => `${list}/relay-log`,
}
