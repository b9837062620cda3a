import { cataloguePaths } from '#modules/catalogue/index.ts'

type Words = Readonly<Record<string, string | undefined>>

/** The public face: a question leads to one page, and the commune chosen goes from page to page in the address. */
export const directoryPaths = {
  home: (words: Words = {}) => withWords('/', words),
  find: (words: Words = {}) => withWords('/find', words),
  need: (slug: string, words: Words = {}) => withWords(cataloguePaths.need(slug), words),
  software: (slug: string, words: Words = {}) => withWords(cataloguePaths.software(slug), words),
}

/** A path and its words, those without a value left out. */
export function withWords(path: string, words: Words) {
  const said = Object.entries(words).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path
}
