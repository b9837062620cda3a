import { geoArea } from 'd3-geo'
import type { Geometry, Polygon } from 'geojson'

/** On a sphere a ring drawn the wrong way round means all the rest of the world: such polygons are turned over. */
export function rewound(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') return turned(geometry)
  if (geometry.type !== 'MultiPolygon') return geometry

  const parts = geometry.coordinates.map((coordinates) => turned({ type: 'Polygon', coordinates }))
  return { type: 'MultiPolygon', coordinates: parts.map((part) => part.coordinates) }
}

function turned(polygon: Polygon): Polygon {
  if (geoArea(polygon) <= HALF_THE_WORLD) return polygon

  return { type: 'Polygon', coordinates: polygon.coordinates.map((ring) => ring.toReversed()) }
}

const HALF_THE_WORLD = 2 * Math.PI
