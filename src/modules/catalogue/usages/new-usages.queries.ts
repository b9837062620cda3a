import { and, inArray, isNull } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { software } from '../software/software.tables.ts'
import { usages } from './usages.tables.ts'

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
