import type { PubliccodeFacts } from './facts.ts'

/** Facts from several voices, the first believed: each fact is the first that somebody says. */
export const mergedFacts = (voices: readonly PubliccodeFacts[]): PubliccodeFacts =>
  Object.assign({}, ...voices.toReversed().map(said))

const said = (facts: PubliccodeFacts) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== null))
