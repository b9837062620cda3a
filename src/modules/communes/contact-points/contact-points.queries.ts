import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { isId, newId } from '#platform/ids.ts'
import type { ContactPoint } from '../communes.queries.ts'
import { contactPoints } from '../communes.tables.ts'

type Said = Pick<ContactPoint, 'insee' | 'kind' | 'value' | 'label'> & {
  readonly by: string
  readonly at: Date
  /** Where it comes from, when it is not simply typed by that person. */
  readonly source?: string
}

/**
 * Adds a way to reach a town hall that a person gives, as the main one of its kind. Nothing when it is already known.
 */
export async function sayContactPoint(
  db: Database,
  { by, at, source = `Saisi par ${by}`, ...point }: Said,
): Promise<ContactPoint | undefined> {
  const [said] = await db
    .insert(contactPoints)
    .values({
      ...point,
      id: newId(),
      rank: 1,
      source,
      sourceDate: parisDay.format(at),
      importedAt: at,
    })
    .onConflictDoNothing()
    .returning()
  return said
}

/** Ends a contact point, which stays to explain past deliveries; nothing when it is not one of this commune today. */
export async function endContactPoint(db: Database, insee: string, id: string, endedAt: Date) {
  if (!isId(id)) return undefined
  const [ended] = await db
    .update(contactPoints)
    .set({ endedAt })
    .where(and(eq(contactPoints.id, id), eq(contactPoints.insee, insee), isNull(contactPoints.endedAt)))
    .returning()
  return ended
}

/** Takes an ending back; nothing when the same value was given again since. */
export async function reviveContactPoint(db: Database, insee: string, id: string) {
  if (!isId(id)) return undefined
  const [ended] = await db
    .select()
    .from(contactPoints)
    .where(and(eq(contactPoints.id, id), eq(contactPoints.insee, insee), isNotNull(contactPoints.endedAt)))
  if (!ended || (await isSaidToday(db, ended))) return undefined

  const [revived] = await db
    .update(contactPoints)
    .set({ endedAt: null })
    .where(eq(contactPoints.id, id))
    .returning()
  return revived
}

async function isSaidToday(db: Database, { insee, kind, value }: ContactPoint) {
  const same = and(
    eq(contactPoints.insee, insee),
    eq(contactPoints.kind, kind),
    eq(contactPoints.value, value),
  )
  const rows = await db
    .select()
    .from(contactPoints)
    .where(and(same, isNull(contactPoints.endedAt)))
  return rows.length > 0
}

const parisDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' })
