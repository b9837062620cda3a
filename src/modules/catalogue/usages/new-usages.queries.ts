import { and, asc, eq, inArray, isNull, like, lt, or, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { software } from '../software/software.tables.ts'
import { usageDeclarers, usages } from './usages.tables.ts'

export type NewUsage = typeof usages.$inferInsert

/** The sheets shown under these slugs; one that does not exist is left out. */
export const softwareBySlug = (db: Database, slugs: readonly string[]) =>
  db
    .select({ id: software.id, slug: software.slug, name: software.name })
    .from(software)
    .where(and(inArray(software.slug, [...slugs]), isNull(software.mergedInto), isNull(software.withdrawnAt)))

/** Writes declarations, however many; one that stands already is left as it is. */
export async function insertUsages(db: Database, added: readonly NewUsage[]) {
  for (let from = 0; from < added.length; from += batch)
    await db
      .insert(usages)
      .values(added.slice(from, from + batch))
      .onConflictDoNothing()
}

// PostgreSQL takes 65,535 values a statement.
const batch = 2000

const shown = and(isNull(software.mergedInto), isNull(software.withdrawnAt))
const named = { id: software.id, slug: software.slug, name: software.name }

/** The sheets whose name or slug holds what was typed, an exact one first. */
export const softwareNamed = (db: Database, slug: string, limit: number) =>
  db
    .select(named)
    .from(software)
    .where(and(shown, or(eq(software.slug, slug), like(software.slug, `%${slug}%`))))
    .orderBy(sql`${software.slug} <> ${slug}`, sql`length(${software.slug})`, asc(software.name))
    .limit(limit)

/** A declaration that waits for its town hall, whoever made it. */
export async function findWaiting(db: Database, insee: string, softwareId: string) {
  const [waiting] = await db
    .select({ id: usages.id })
    .from(usages)
    .where(
      and(
        eq(usages.insee, insee),
        eq(usages.softwareId, softwareId),
        isNull(usages.confirmedAt),
        isNull(usages.refusedAt),
        isNull(usages.withdrawnAt),
      ),
    )
  return waiting
}

/** Counts one more declaration of somebody today; gives how many that makes. */
export async function countDeclarer(db: Database, onDay: string, who: string): Promise<number> {
  const [row] = await db
    .insert(usageDeclarers)
    .values({ onDay, who, times: 1 })
    .onConflictDoUpdate({
      target: [usageDeclarers.onDay, usageDeclarers.who],
      set: { times: sql`${usageDeclarers.times} + 1` },
    })
    .returning({ times: usageDeclarers.times })
  return row?.times ?? 1
}

/** Who declared before today is known no more. */
export const forgetDeclarers = (db: Database, today: string) =>
  db.delete(usageDeclarers).where(lt(usageDeclarers.onDay, today))
