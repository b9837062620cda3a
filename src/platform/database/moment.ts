import { sql } from 'drizzle-orm'

/** A moment inside a statement written by hand, where the driver does not know that it is one. */
export const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`
