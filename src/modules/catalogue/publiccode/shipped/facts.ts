import type { PubliccodeFacts } from '../writing/facts.ts'

/** Facts about software of the catalogue that their publiccode.yml wants, each checked where `SOURCES.md` says. */
const facts: Readonly<Record<string, PubliccodeFacts>> = {}

/** The facts shipped of one software. */
export const shippedFactsOf = (slug: string): PubliccodeFacts =>
  Object.hasOwn(facts, slug) ? (facts[slug] ?? {}) : {}
