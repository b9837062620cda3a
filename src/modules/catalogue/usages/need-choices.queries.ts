import { asc, isNull } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { needs } from '../needs/needs.tables.ts'

/** The needs in the words of a list to choose from, by service. */
export const listNeedChoices = (db: Database) =>
  db
    .select({ value: needs.slug, label: needs.label })
    .from(needs)
    .where(isNull(needs.retiredAt))
    .orderBy(asc(needs.service), asc(needs.label))
