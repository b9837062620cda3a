import { cataloguePaths } from '#modules/catalogue/index.ts'
import { type Words, withWords } from '#values/with-words.ts'

/** The public face: a question leads to one page, and the commune chosen goes from page to page in the address. */
export const directoryPaths = {
  home: (words: Words = {}) => withWords('/', words),
  find: (words: Words = {}) => withWords('/find', words),
  need: (slug: string, words: Words = {}) => withWords(cataloguePaths.need(slug), words),
  software: (slug: string, words: Words = {}) => withWords(cataloguePaths.software(slug), words),
}
