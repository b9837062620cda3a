import type { Feature, Geometry } from 'geojson'
import { standingNames } from './stage-looks.ts'
import type { TerritoryRow } from './territory-list.queries.ts'

const yesNo = (has: boolean) => (has ? 'oui' : 'non')

/** The columns of the list once exported. */
export const territoryColumns = [
  { label: 'Code INSEE', value: ({ insee }: TerritoryRow) => insee },
  { label: 'Commune', value: ({ name }: TerritoryRow) => name },
  { label: 'Département', value: ({ departement }: TerritoryRow) => departement },
  { label: 'Intercommunalité', value: ({ epci }: TerritoryRow) => epci },
  { label: 'Population', value: ({ population }: TerritoryRow) => population },
  { label: 'Étape', value: ({ standing }: TerritoryRow) => standingNames[standing] },
  { label: 'Depuis', value: ({ since }: TerritoryRow) => since },
  { label: 'Adresse électronique', value: ({ hasEmail }: TerritoryRow) => yesNo(hasEmail) },
  { label: 'Téléphone', value: ({ hasPhone }: TerritoryRow) => yesNo(hasPhone) },
  { label: 'Adresse postale', value: ({ hasAddress }: TerritoryRow) => yesNo(hasAddress) },
  { label: 'Dernier fait', value: ({ lastSentence }: TerritoryRow) => lastSentence },
  { label: 'Date du dernier fait', value: ({ lastAt }: TerritoryRow) => lastAt },
] as const

/** The list as GeoJSON (RFC 7946); a commune whose outline is not known has no geometry. */
export const geoJsonOf = (rows: readonly TerritoryRow[], geometries: ReadonlyMap<string, Geometry>) => ({
  type: 'FeatureCollection' as const,
  features: rows.map((row) => featureOf(row, geometries.get(row.insee) ?? null)),
})

const featureOf = (
  { insee, name, departement, epci, population, standing, since }: TerritoryRow,
  geometry: Geometry | null,
): Feature<Geometry | null> => ({
  type: 'Feature',
  id: insee,
  geometry,
  properties: {
    insee,
    nom: name,
    departement,
    epci,
    population,
    etape: standingNames[standing],
    depuis: since,
  },
})
