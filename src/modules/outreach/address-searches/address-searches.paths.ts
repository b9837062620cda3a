import { type Words, withWords } from '#values/with-words.ts'

const list = '/address-searches'

/** The addresses of « Adresses à trouver ». */
export const addressSearchPaths = {
  list: (words: Words = {}) => withWords(list, words),
  sheet: (type: 'csv' | 'ods', words: Words = {}) => withWords(`${list}.${type}`, words),
  show: (id: string) => `${list}/${id}`,
  finding: (id: string) => `${list}/${id}/finding`,
  giveUp: (id: string) => `${list}/${id}/abandonment`,
  works: (id: string) => `${list}/${id}/recovery`,
  reopen: (id: string) => `${list}/${id}/reopening`,
}
