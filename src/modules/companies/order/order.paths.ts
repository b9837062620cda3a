import { type Words, withWords } from '#values/with-words.ts'
import type { HelpSought } from './question.ts'

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
