import { listWaveResults, listWaves } from '#modules/outreach/index.ts'
import type { Database } from '#platform/database/database.ts'
import { csvOf, download } from '#platform/files/write-table.ts'
import { app } from '#platform/http/app.ts'
import { isSteered, type SteeredWave, SteeringPage } from './steering.page.tsx'
import { countFactsPerDay, countReached, listRecentFacts } from './steering.queries.ts'
import { reachedNames, reachedSteps, TerritoryFilters } from './territory-filters.ts'
import { countStandings } from './territory-list.queries.ts'
import { findWaveSteps } from './wave-steps.queries.ts'

const thirtyDays = 30 * 24 * 3600 * 1000
const shownFacts = 20

export const steeringRoutes = app()
  .get('/steering', async (c) => {
    const { db, world } = c.var
    const now = world.clock()
    const since = new Date(now.getTime() - thirtyDays)
    const [figures, responses, facts, days] = await Promise.all([
      steeringFigures(db),
      listWaveResults(db),
      listRecentFacts(db, since, shownFacts),
      countFactsPerDay(db, since, now),
    ])
    const { one, other } = c.req.query()
    const shown = { ...figures, responses, compared: [one, other] as const, facts, days }
    return c.render(<SteeringPage {...shown} />, { title: 'Le pilotage' })
  })

  .get('/steering.csv', async (c) => {
    const { communes, reached, waves } = await steeringFigures(c.var.db)
    const whole = { id: '', name: 'Tout le programme', audience: communes, ...reached }
    return c.body(csvOf(columns, [whole, ...waves]), 200, download('pilotage', 'csv'))
  })

async function steeringFigures(db: Database) {
  const [reached, stages, listed] = await Promise.all([
    countReached(db),
    countStandings(db, {}, TerritoryFilters.parse({})),
    listWaves(db),
  ])
  const communes = [...stages.values()].reduce((sum, count) => sum + count, 0)
  const waves = await Promise.all(listed.filter(isSteered).map(({ id, name }) => steered(db, id, name)))
  return { communes, reached, stages, waves }
}

async function steered(db: Database, id: string, name: string): Promise<SteeredWave> {
  const steps = await findWaveSteps(db, id)
  return {
    id,
    name,
    audience: steps.audience.length,
    written: steps.written.length,
    'in-contact': steps['in-contact'].length,
    accompanied: steps.accompanied.length,
    autonomous: steps.autonomous.length,
  }
}

const columns = [
  { label: 'Ensemble', value: ({ name }: SteeredWave) => name },
  { label: 'Mairies visées', value: ({ audience }: SteeredWave) => audience },
  ...reachedSteps.map((step) => ({ label: reachedNames[step], value: (wave: SteeredWave) => wave[step] })),
]
