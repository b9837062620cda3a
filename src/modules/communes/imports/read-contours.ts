import type { Feature, Geometry, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import { type Note, refusal } from './observation.ts'
import type { ReadingContext } from './reading.ts'
import { isFields, textOf } from './records.ts'

const codeProperties = [
  'INSEE_GEO',
  'INSEE_COM',
  'insee_com',
  'code_insee',
  'codgeo',
  'insee',
  'INSEE',
  'code',
  'com',
]

/** Reads contours in GeoJSON or TopoJSON, a feature per commune, in longitude and latitude (WGS84). */
export function readContours(map: unknown, context: ReadingContext): Note[] {
  return featuresOf(map).map((commune, at) => noteOf(commune, at + 1, context))
}

function featuresOf(map: unknown): unknown[] {
  if (!isFields(map)) return []
  if (map.type === 'FeatureCollection') return Array.isArray(map.features) ? map.features : []

  return isTopology(map) ? Object.values(map.objects).flatMap((object) => unwound(map, object)) : []
}

function unwound(topology: Topology, object: Topology['objects'][string]): Feature[] {
  try {
    const drawn = feature(topology, object)
    return drawn.type === 'FeatureCollection' ? drawn.features : [drawn]
  } catch {
    return []
  }
}

const isTopology = (map: Record<string, unknown>): map is Record<string, unknown> & Topology =>
  map.type === 'Topology' && isFields(map.objects) && Array.isArray(map.arcs)

function noteOf(commune: unknown, row: number, { communes, sourceDate }: ReadingContext): Note {
  const properties = isFields(commune) && isFields(commune.properties) ? commune.properties : {}
  const code = codeProperties.map((name) => textOf(properties[name])).find(Boolean) ?? ''
  const insee = communes.locate(row, { insee: code })
  if (typeof insee !== 'string') return insee

  const geometry = isFields(commune) ? commune.geometry : null
  if (!isSurface(geometry)) return refusal(row, 'not-a-contour', { insee, field: 'contour' })
  if (!isInDegrees(geometry)) return refusal(row, 'not-wgs84', { insee, field: 'contour' })

  return { fact: 'contour', row, insee, sourceDate, geometry }
}

type Surface = Extract<Geometry, { type: 'Polygon' | 'MultiPolygon' }>

function isSurface(geometry: unknown): geometry is Surface {
  if (!isFields(geometry) || !Array.isArray(geometry.coordinates)) return false
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return false

  return (
    polygons.length > 0 &&
    polygons.every((rings) => Array.isArray(rings) && rings.length > 0 && rings.every(isRing))
  )
}

const isRing = (ring: unknown) => Array.isArray(ring) && ring.length > 3 && ring.every(isPosition)
const isPosition = (point: unknown): point is Position =>
  Array.isArray(point) && typeof point[0] === 'number' && typeof point[1] === 'number'

const isInDegrees = (surface: Surface) =>
  (surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates).every((rings) =>
    rings.every((ring) =>
      ring.every(([longitude = 0, latitude = 0]) => isDegree(longitude, 180) && isDegree(latitude, 90)),
    ),
  )

const isDegree = (angle: number, most: number) => Number.isFinite(angle) && Math.abs(angle) <= most
