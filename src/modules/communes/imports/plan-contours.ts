import type { Geometry } from 'geojson'
import { type ContourChange, isOlder } from './change.ts'
import type { KnownContour } from './known-facts.ts'
import { type ContourObservation, type RowRefusal, refusal } from './observation.ts'

/** A commune has one contour: the latest is drawn. */
export function planContour(
  [observed, ...others]: readonly ContourObservation[],
  known: KnownContour | undefined,
): (ContourChange | RowRefusal)[] {
  if (!observed) return []
  const doubles = others.map(({ row, insee }) => refusal(row, 'already-in-file', { insee, field: 'contour' }))

  return [decide(observed, known), ...doubles]
}

function decide(observed: ContourObservation, known: KnownContour | undefined): ContourChange | RowRefusal {
  if (!known) return { outcome: 'add', observed }
  if (drawing(observed.geometry) === drawing(known.geometry)) return { outcome: 'unchanged', observed }

  const { row, insee } = observed
  if (isOlder(observed, known)) return refusal(row, 'older-than-known', { insee, field: 'contour' })
  return { outcome: 'change', observed, known }
}

/** The order of the keys differs between a file and the database. */
const drawing = (geometry: Geometry) =>
  'coordinates' in geometry ? `${geometry.type}${JSON.stringify(geometry.coordinates)}` : geometry.type
