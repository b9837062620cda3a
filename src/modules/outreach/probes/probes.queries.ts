import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import type { ReplyCode } from '#values/reply-code.ts'
import { oppositionProbes } from './probes.tables.ts'

export type Probe = typeof oppositionProbes.$inferSelect

export const insertProbe = (db: Database, probe: Omit<Probe, 'honouredAt'>) =>
  db.insert(oppositionProbes).values(probe)

/** The probe that bears a code, if the code is one of a probe. */
export async function findProbeByCode(db: Database, code: ReplyCode): Promise<Probe | undefined> {
  const [probe] = await db.select().from(oppositionProbes).where(eq(oppositionProbes.replyCode, code))
  return probe
}

/** The probe itself, as it stands now. */
export async function findProbe(db: Database, id: string): Promise<Probe | undefined> {
  const [probe] = await db.select().from(oppositionProbes).where(eq(oppositionProbes.id, id))
  return probe
}

/** Says that the opposition of a probe was taken; once. */
export const markHonoured = (db: Database, id: string, at: Date) =>
  db
    .update(oppositionProbes)
    .set({ honouredAt: at })
    .where(and(eq(oppositionProbes.id, id), isNull(oppositionProbes.honouredAt)))

/** A town hall of the perimeter that opposes nothing, to try on. */
export async function findWilling(db: Database) {
  const [willing] = await db.execute<{ insee: string; programme_id: string }>(sql`
    select pc.insee, pc.programme_id from perimeter_communes pc
    join communes c on c.insee = pc.insee and c.ended_on is null
    where not exists (select from opposition_organisations o where o.insee = pc.insee and o.lifted_at is null)
    order by pc.insee limit 1`)
  return willing
}
