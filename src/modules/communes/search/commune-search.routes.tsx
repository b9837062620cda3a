import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { app } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { communePaths } from '../communes.paths.ts'
import type { FoundCommune } from '../communes.queries.ts'
import { departementName } from '../departements.ts'
import { communeIndex } from './commune-index.action.ts'
import type { CommuneMatch } from './commune-index.ts'
import { CommuneSearchPage } from './commune-search.page.tsx'

/** Which communes come before their namesakes: the perimeter of the programme, which a higher module knows. */
export type PerimeterOf = (db: Database) => Promise<ReadonlySet<string>>

const Search = z.object({ q: z.string().trim().max(200).catch('') })
const MOST_FOUND = 50
const MOST_SUGGESTED = 10

/** The search as a page, and as the ten suggestions that the "go to" field may show while one types. */
export function searchRoutes(perimeterOf: PerimeterOf) {
  return app()
    .get('/communes', async (c) => {
      const { q } = readQuery(c, Search)
      const found = await search(c.var.db, q, MOST_FOUND)
      const only = theOnlyOne(found)
      if (only) return c.redirect(communePaths.show(only.insee), 302)

      const page = <CommuneSearchPage search={q} found={found} />
      return c.render(page, { title: 'Aller à une commune' })
    })

    .get('/communes.json', async (c) => {
      const { q } = readQuery(c, Search)
      const found = await search(c.var.db, q, MOST_SUGGESTED)

      return c.json(found.map(suggestion))
    })

  async function search(db: Database, text: string, limit: number) {
    if (text === '') return []
    const index = await communeIndex(db)

    return index.search(text, { limit, within: await perimeterOf(db) })
  }
}

/** What was typed names one commune and no other: no need of a list. */
function theOnlyOne(found: readonly CommuneMatch<FoundCommune>[]) {
  const exact = found.filter(({ isExact }) => isExact)
  return exact.length === 1 ? exact[0]?.commune : undefined
}

const suggestion = ({
  commune: { insee, name, departement, population },
  formerName,
}: CommuneMatch<FoundCommune>) => ({
  insee,
  name,
  formerName,
  departement: `${departementName(departement)} (${departement})`,
  population,
  href: communePaths.show(insee),
})
