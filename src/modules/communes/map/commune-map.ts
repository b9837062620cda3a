import { geoConicConformal, geoPath } from 'd3-geo'
import type { FeatureCollection, Geometry } from 'geojson'
import { borderPath, type Drawn } from './borders.ts'
import { type Label, placeLabels } from './labels.ts'
import { rewound } from './winding.ts'

/** A commune as a map needs it: its outline, and what decides its label and the borders around it. */
export type Outline = {
  readonly insee: string
  readonly name: string
  readonly population: number | null
  readonly epciSiren: string | null
  readonly geometry: Geometry
}

export type CommuneShape = { readonly insee: string; readonly name: string; readonly path: string }

/** A set of communes ready to be drawn, in units where the map is `width` wide. Colours are not its business. */
export type CommuneDrawing = {
  readonly width: number
  readonly height: number
  readonly shapes: readonly CommuneShape[]
  /** The borders between EPCI, and the outline of the whole. */
  readonly borders: string
  readonly labels: readonly Label[]
  /** The communes around, in one path; empty when none was given. */
  readonly around: string
}

const WIDTH = 1000
const TALLEST = 1100
const MARGIN = 8

/**
 * Draws communes in the conformal conic projection of France (Lambert), fitted to them, to a tenth of a unit. Gives
 * nothing when no outline is known. `around` are drawn for the eye to find its way; what falls off the sheet is left out.
 */
export function drawCommunes(
  outlines: readonly Outline[],
  around: readonly Outline[] = [],
): CommuneDrawing | undefined {
  if (outlines.length === 0) return undefined

  const collection = collect(outlines)
  const projection = geoConicConformal().parallels([44, 49]).rotate([-3, 0])
  projection.fitExtent(
    [
      [MARGIN, MARGIN],
      [WIDTH - MARGIN, TALLEST - MARGIN],
    ],
    collection,
  )
  const [[left, top], [right, bottom]] = geoPath(projection).bounds(collection)
  const [x, y] = projection.translate()
  projection.translate([x - left + MARGIN, y - top + MARGIN])
  const [width, height] = [right - left, bottom - top].map((side) => Math.ceil(side + 2 * MARGIN))
  if (width === undefined || height === undefined) return undefined

  const toPath = geoPath(projection).digits(1)
  const drawn = outlines.map((outline) => draw(outline, toPath))
  const nearby = geoPath(
    projection.clipExtent([
      [0, 0],
      [width, height],
    ]),
  ).digits(1)
  return {
    width,
    height,
    shapes: drawn.map(({ insee, name, path }) => ({ insee, name, path })),
    borders: borderPath(drawn),
    labels: placeLabels(drawn, { width, height }),
    around: around.length === 0 ? '' : (nearby(collect(around)) ?? ''),
  }
}

function draw(outline: Outline, toPath: ReturnType<typeof geoPath>): Drawn {
  const geometry = rewound(outline.geometry)
  const { insee, name, population, epciSiren } = outline

  return {
    insee,
    name,
    population,
    group: epciSiren,
    path: toPath(geometry) ?? '',
    centroid: toPath.centroid(geometry),
  }
}

const collect = (outlines: readonly Outline[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: outlines.map(({ geometry }) => ({
    type: 'Feature',
    properties: {},
    geometry: rewound(geometry),
  })),
})
