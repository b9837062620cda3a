import { and, count, eq, gte, isNull, ne, or } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { usageCalls } from './usages.tables.ts'

type NewCall = {
  readonly id: string
  readonly usageId: string
  readonly insee: string
  readonly asker: string
  readonly askedAt: Date
}

/** How many calls a town hall was handed since a day; those that did not leave do not count. */
export async function countCalls(db: Database, insee: string, from: Date): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(usageCalls)
    .where(
      and(
        eq(usageCalls.insee, insee),
        gte(usageCalls.askedAt, from),
        or(isNull(usageCalls.outcome), ne(usageCalls.outcome, 'refused')),
      ),
    )
  return row?.n ?? 0
}

/** Writes a call; false when the same form was posted before. */
export async function claimCall(db: Database, call: NewCall): Promise<boolean> {
  const added = await db
    .insert(usageCalls)
    .values(call)
    .onConflictDoNothing()
    .returning({ id: usageCalls.id })
  return added.length > 0
}

export const isCallKnown = async (db: Database, id: string) =>
  (await db.select({ id: usageCalls.id }).from(usageCalls).where(eq(usageCalls.id, id))).length > 0

export const settleCall = (db: Database, id: string, outcome: 'accepted' | 'refused' | 'uncertain') =>
  db.update(usageCalls).set({ outcome }).where(eq(usageCalls.id, id))
