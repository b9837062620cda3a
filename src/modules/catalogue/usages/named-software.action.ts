import { plainName } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { accept, refuse } from '#values/decision.ts'
import { softwareNamed } from './new-usages.queries.ts'

/** The one software that a person means by its name, else those it may be. */
export async function softwareMeant(db: Database, typed: string) {
  const slug = plainName(typed)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const found = slug === '' ? [] : await softwareNamed(db, slug, 8)
  const [first, second] = found
  if (first && (first.slug === slug || !second)) return accept(first)
  return { ...refuse('to-choose'), proposals: found }
}
