import type { Database } from '#platform/database/database.ts'
import { contoursEdition, listContours, type Scope } from '../communes.queries.ts'
import { type CommuneDrawing, drawCommunes } from './commune-map.ts'

type Kept = { readonly edition: string; readonly drawing: CommuneDrawing | undefined }

const kept = new WeakMap<Database, Map<string, Kept>>()
const MOST_KEPT = 20

/**
 * The map of a set of communes, drawn once and kept until an outline of it changes. Nothing when no outline is known.
 * `around` names a wider set, drawn faintly behind.
 */
export async function communeMap(db: Database, scope: Scope, around?: Scope) {
  const key = JSON.stringify([scope, around])
  const edition = await contoursEdition(db, around ? [scope, around] : [scope])
  const drawings = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, drawings)
  const known = drawings.get(key)
  if (known?.edition === edition) return known.drawing

  const outlines = await listContours(db, scope)
  const drawing = drawCommunes(outlines, around ? await outlinesAround(db, around, outlines) : [])
  forgetOldest(drawings)
  drawings.set(key, { edition, drawing })
  return drawing
}

async function outlinesAround(db: Database, around: Scope, drawn: readonly { insee: string }[]) {
  const inside = new Set(drawn.map(({ insee }) => insee))
  const all = await listContours(db, around)

  return all.filter(({ insee }) => !inside.has(insee))
}

function forgetOldest(drawings: Map<string, Kept>) {
  const [oldest] = drawings.keys()
  if (drawings.size >= MOST_KEPT && oldest !== undefined) drawings.delete(oldest)
}
