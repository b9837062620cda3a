import { communeIndex, findCommunes, listSuccessors } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { accept, refuse } from '#values/decision.ts'

type Proposed = { readonly insee: string; readonly label: string }

/**
 * The one commune that a person means by its name, postcode or INSEE code, else those it may be. One that has merged is never
 * taken: its heirs are proposed, with the name by which it was known.
 */
export async function communeMeant(db: Database, typed: string) {
  const code = /(?:^|\D)(\d{5}|2[AB]\d{3})(?:\D|$)/i.exec(typed)?.[1]?.toUpperCase()
  const [coded] = code ? await findCommunes(db, [code]) : []
  if (coded && coded.endedOn === null) return accept({ insee: coded.insee, name: coded.name })
  if (code && coded) return proposing(await heirsOf(db, code, coded.name))

  const matches = (await communeIndex(db)).search(typed, { limit: 8 })
  const exact = matches.filter(({ isExact }) => isExact)
  const [only, other] = exact
  if (only && !other) return accept({ insee: only.commune.insee, name: only.commune.name })
  return proposing(
    matches.map(({ commune: { insee, name, departement }, formerName }) => ({
      insee,
      label: formerName ? `${name} (${departement}), pour ${formerName}` : `${name} (${departement})`,
    })),
  )
}

const proposing = (proposals: readonly Proposed[]) => ({ ...refuse('to-choose'), proposals })

async function heirsOf(db: Database, code: string, formerName: string): Promise<readonly Proposed[]> {
  const heirs = await listSuccessors(db, [code])
  return heirs.map(({ insee, name, departement }) => ({
    insee,
    label: `${name} (${departement}), dont ${formerName} fait partie`,
  }))
}
