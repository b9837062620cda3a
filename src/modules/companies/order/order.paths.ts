import type { HelpSought } from './question.ts'

type Words = Readonly<Record<string, string | undefined>>

/** The addresses where anybody does the order again. */
export const orderPaths = {
  order: (sought: HelpSought = {}) => withWords('/companies/order', wordsOf(sought)),
  json: (sought: HelpSought = {}) => withWords('/companies/order.json', wordsOf(sought)),
  whyNot: (sought: HelpSought = {}, company?: string) =>
    `${withWords('/companies/order', { ...wordsOf(sought), company })}#pourquoi-pas`,
}

const wordsOf = ({ need, softwareIds, insee, kind }: HelpSought): Words => ({
  need,
  software: softwareIds?.join('+'),
  commune: insee,
  kind,
})

/** A path and its words, those without a value left out. */
export function withWords(path: string, words: Words) {
  const said = Object.entries(words).flatMap(([key, value]) => (value ? [[key, value]] : []))
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path
}
