import { communeMap } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'

/** A commune within its EPCI, ready to be drawn small. */
export type Locator = {
  readonly width: number
  readonly height: number
  readonly path: string
  readonly borders: string
}

type Drawing = Awaited<ReturnType<typeof communeMap>>
type Kept = { readonly at: number; readonly drawing: Promise<Drawing> }

const kept = new WeakMap<Database, Map<string, Kept>>()
// Outlines change once a year: a page a minute late after an import is no harm, and each record saves a round trip.
const freshness = 60_000

/** Where a commune lies within its EPCI; nothing when the outlines are not known. */
export async function locate(
  db: Database,
  insee: string,
  epci: string | null,
  now = Date.now(),
): Promise<Locator | undefined> {
  if (!epci) return undefined
  const drawing = await drawingOf(db, epci, now)
  const shape = drawing?.shapes.find((one) => one.insee === insee)
  return (
    drawing &&
    shape && { width: drawing.width, height: drawing.height, path: shape.path, borders: drawing.borders }
  )
}

function drawingOf(db: Database, epci: string, now: number) {
  const drawings = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, drawings)
  const known = drawings.get(epci)
  if (known && now - known.at < freshness) return known.drawing

  const drawing = communeMap(db, { epci })
  drawings.set(epci, { at: now, drawing })
  drawing.catch(() => drawings.delete(epci))
  return drawing
}
