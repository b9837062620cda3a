import { communeIndex, findCommunes } from '#modules/communes/index.ts'
import { listPerimeter } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import { accept, refuse } from '#values/decision.ts'

type Named = { readonly insee: string; readonly name: string }

/** Finds the one commune that a person means by its name, its postcode or its INSEE code; else those it may be. */
export async function townHallNamed(db: Database, typed: string) {
  const code = /(?:^|\D)(\d{5}|2[AB]\d{3})(?:\D|$)/i.exec(typed)?.[1]?.toUpperCase()
  const [coded] = code ? await findCommunes(db, [code]) : []
  if (coded) return accept<Named>(coded)

  const within = new Set(await listPerimeter(db))
  const matches = (await communeIndex(db)).search(typed, { limit: 6, within })
  const exact = matches.filter(({ isExact }) => isExact)
  const [only, other] = exact
  if (only && !other) return accept<Named>(only.commune)

  const proposals = matches.map(({ commune: { insee, name } }) => `${name} (${insee})`)
  return { ...refuse(proposals.length > 0 ? 'several' : 'unknown'), proposals }
}
