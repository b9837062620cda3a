import { MapLegend } from '#ui/map-legend.tsx'
import { type Standing, stageLooks, standingNames, standings } from './stage-looks.ts'
import { territoryPaths } from './territory.paths.ts'
import type { Filters } from './territory-filters.ts'

/** The stages, their colours and how many communes stand at each: every line filters the map and the list. */
export function Legend({ filters, counts }: { filters: Filters; counts: ReadonlyMap<Standing, number> }) {
  const shown = standings.filter((standing) => standing !== 'outside' || counts.get('outside'))
  const entries = shown.map((standing) => ({
    look: stageLooks[standing],
    label: standingNames[standing],
    count: counts.get(standing) ?? 0,
    href: territoryPaths.list(filters, { stage: filters.stage === standing ? undefined : standing, page: 1 }),
    isCurrent: filters.stage === standing,
  }))

  return <MapLegend label="Filtrer par étape" entries={entries} />
}
