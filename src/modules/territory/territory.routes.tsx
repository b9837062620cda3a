import type { Context } from 'hono'
import {
  communeMap,
  departementName,
  departements,
  listContours,
  type Scope,
} from '#modules/communes/index.ts'
import { countPerimeter, listPerimeter } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { type Written, written } from '#platform/http/written.ts'
import { together } from '#platform/together.ts'
import { plural } from '#ui/french.ts'
import { TerritoryPage } from './territory.page.tsx'
import { geoJsonOf, territoryColumns } from './territory-export.ts'
import { type Filters, TerritoryFilters } from './territory-filters.ts'
import {
  countStandings,
  listScopeEpcis,
  listStandings,
  listTerritory,
  listWholeTerritory,
  searchScope,
} from './territory-list.queries.ts'

const share = together<Written>()

// Beyond, a commune is a few pixels wide, and the page weighs megabytes.
const mostMapped = 1000

export const listRoutes = app()
  .get('/territory', async (c) => {
    const { db, visitor } = c.var
    const filters = readQuery(c, TerritoryFilters)
    const asked = {
      filters,
      isCoordinator: visitor.role === 'operator',
      isJustFounded: c.req.query('founded') !== undefined,
    }
    // The same list is opened by everybody when a wave leaves: those who ask at once are answered at once.
    const content = await share(db, JSON.stringify(asked), () => writeTerritory(db, asked))
    return c.render(content, { title: 'Le territoire', wide: true })
  })

  .get('/territory.csv', async (c) =>
    c.body(csvOf(territoryColumns, await exported(c)), 200, download('territoire', 'csv')),
  )

  .get('/territory.ods', async (c) => {
    const sheet = odsOf('Territoire', territoryColumns, await exported(c))
    return c.body(Buffer.from(sheet), 200, download('territoire', 'ods'))
  })

  .get('/territory.geojson', async (c) => {
    const rows = await exported(c)
    const contours = await listContours(c.var.db, { insees: rows.map(({ insee }) => insee) })
    const geometries = new Map(contours.map(({ insee, geometry }) => [insee, geometry]))
    return c.body(JSON.stringify(geoJsonOf(rows, geometries)), 200, download('territoire', 'geojson'))
  })

type Asked = { readonly filters: Filters; readonly isCoordinator: boolean; readonly isJustFounded: boolean }

async function writeTerritory(db: Database, { filters, isCoordinator, isJustFounded }: Asked) {
  const search = await searchScope(db, filters)
  const [rows, counts, epcis, perimeterSize] = await Promise.all([
    listTerritory(db, search, filters),
    countStandings(db, search, filters),
    listScopeEpcis(db, filters),
    countPerimeter(db),
  ])
  const isTooWide = filters.scope === 'france' || (isPerimeter(filters) && perimeterSize > mostMapped)
  const [drawing, standings] = isTooWide
    ? [undefined, []]
    : await Promise.all([communeMap(db, await scopeOf(db, filters)), listStandings(db, search, filters)])

  const page = (
    <TerritoryPage
      {...{ filters, rows, counts, epcis, perimeterSize, drawing, standings, isTooWide, departements }}
      scope={scopeName(filters, epcis, perimeterSize)}
      isPerimeter={isPerimeter(filters)}
      isJustFounded={isJustFounded}
      mayWrite={isCoordinator}
      mayImport={isCoordinator}
      mayChangePerimeter={isCoordinator}
    />
  )
  return written(String(page))
}

async function exported(c: Context<Env>) {
  const filters = readQuery(c, TerritoryFilters)
  return listWholeTerritory(c.var.db, await searchScope(c.var.db, filters), filters)
}

const isPerimeter = ({ departement, epci, scope }: Filters) => !departement && !epci && !scope

/** What the map draws: the whole scope, whatever the other filters, so that it keeps its shape. */
async function scopeOf(db: Database, { departement, epci }: Filters): Promise<Scope> {
  if (epci) return { epci }
  return departement ? { departement } : { insees: await listPerimeter(db) }
}

function scopeName(
  { departement, epci, scope }: Filters,
  epcis: readonly { siren: string; name: string }[],
  perimeterSize: number,
) {
  if (epci) return epcis.find(({ siren }) => siren === epci)?.name ?? 'Une intercommunalité'
  if (departement) return `Le département : ${departementName(departement)}`
  if (scope) return 'Toute la France'
  const [only, ...others] = epcis
  const communes = plural(perimeterSize, 'commune', 'communes')
  return only && others.length === 0
    ? `Le périmètre du programme : ${communes}, ${only.name}`
    : `Le périmètre du programme : ${communes}`
}
