import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Polygon } from 'geojson'
import { type CommuneDrawing, drawCommunes, type Outline } from './commune-map.ts'

/** A square of a tenth of a degree whose south-west corner is given, drawn clockwise as d3 wants it. */
function square(insee: string, longitude: number, latitude: number, details: Partial<Outline> = {}): Outline {
  const [east, north] = [longitude + 0.1, latitude + 0.1]
  const ring = [
    [longitude, latitude],
    [longitude, north],
    [east, north],
    [east, latitude],
    [longitude, latitude],
  ]
  return {
    insee,
    name: insee,
    population: 1,
    epciSiren: 'north',
    geometry: { type: 'Polygon', coordinates: [ring] },
    ...details,
  }
}

function drawn(outlines: readonly Outline[], around?: readonly Outline[]): CommuneDrawing {
  const drawing = drawCommunes(outlines, around)
  assert.ok(drawing)
  return drawing
}

const numbers = (path: string) =>
  path
    .split(/[^\d.-]+/)
    .filter(Boolean)
    .map(Number)

test('nothing is drawn of communes whose outline is unknown', () => {
  assert.equal(drawCommunes([]), undefined)
})

test('the map fills its sheet, to a tenth', () => {
  const { width, height, shapes } = drawn([square('A', 3, 50), square('B', 3.1, 50)])
  const all = shapes.flatMap(({ path }) => numbers(path))

  assert.ok(Math.max(...all) <= Math.max(width, height))
  assert.ok(Math.min(...all) >= 0)
  assert.ok(all.every((number) => Math.round(number * 10) / 10 === number))
})

test('an outline drawn the other way round gives the same map', () => {
  const outline = square('A', 3, 50)
  const { coordinates } = outline.geometry as Polygon
  const reversed = { type: 'Polygon' as const, coordinates: coordinates.map((ring) => ring.toReversed()) }

  assert.deepEqual(drawn([{ ...outline, geometry: reversed }]).width, drawn([outline]).width)
  assert.deepEqual(drawn([{ ...outline, geometry: reversed }]).height, drawn([outline]).height)
})

test('a border runs around the whole, and between two EPCI, not between two communes of one', () => {
  const edges = (outlines: Outline[]) => numbers(drawn(outlines).borders).length / 2 - 1
  const west = square('A', 3, 50)
  const east = square('B', 3.1, 50)

  assert.equal(edges([west, east]), 6)
  assert.equal(edges([west, { ...east, epciSiren: 'south' }]) > 6, true)
})

test('the largest communes are named first, and no name covers another', () => {
  const town = square('A', 3.2, 50.15, { name: 'Valenciennes', population: 43_000 })
  const suburb = square('B', 3.201, 50.15, { name: 'Anzin', population: 13_000 })
  const far = square('C', 3, 50, { name: 'Hem', population: 12_000 })

  const { labels } = drawn([suburb, far, town, square('D', 3.4, 50.3)])

  assert.deepEqual(
    labels.map(({ text }) => text),
    ['Valenciennes', 'Hem', 'D'],
  )
})

test('the communes around are drawn apart, cut at the edge of the sheet', () => {
  const { around, width } = drawn([square('A', 3, 50)], [square('B', 3.1, 50)])

  assert.ok(around.length > 0)
  assert.ok(numbers(around).every((number) => number <= width * 2))
})
