import { communeIndex, findCommunes } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { accept, refuse } from '#values/decision.ts'

/** Finds the one commune of France that a person means, by its INSEE code or its name; else those it may be. */
export async function communeNamed(db: Database, typed: string) {
  const code = /(?:^|\D)(\d{5}|2[AB]\d{3})(?:\D|$)/i.exec(typed)?.[1]?.toUpperCase()
  const [coded] = code ? await findCommunes(db, [code]) : []
  if (coded) return accept(coded)

  const matches = (await communeIndex(db)).search(typed.slice(0, 120), { limit: 6 })
  const [only, other] = matches.filter(({ isExact }) => isExact)
  const [found] = only && !other ? await findCommunes(db, [only.commune.insee]) : []
  if (found) return accept(found)

  const proposals = matches.map(({ commune: { insee, name } }) => `${name} (${insee})`)
  return { ...refuse(proposals.length > 0 ? 'several' : 'unknown'), proposals }
}

/** What to say of a commune that was not understood. */
export const unnamedCommune = (proposals: readonly string[]) =>
  proposals.length > 0
    ? `Laquelle ? ${proposals.join(', ')}. Écrivez-la avec son code.`
    : 'Aucune commune ne porte ce nom ni ce code.'
