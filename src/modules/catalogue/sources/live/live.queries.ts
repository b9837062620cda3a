import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { liveRuns, liveSourceSettings } from './live.tables.ts'
import { isLiveSource, type LiveSource, liveSources, usualAddresses } from './live-source.ts'

export type LiveSetting = typeof liveSourceSettings.$inferSelect
export type LiveRun = typeof liveRuns.$inferSelect

/** How each catalogue is set; those that nobody has touched are off, at their usual address. */
export async function listLiveSettings(db: Database): Promise<LiveSetting[]> {
  const known = new Map((await db.select().from(liveSourceSettings)).map((row) => [row.slug, row]))
  return liveSources.map((slug) => known.get(slug) ?? untouched(slug))
}

export async function findLiveSetting(db: Database, slug: LiveSource): Promise<LiveSetting> {
  const [row] = await db.select().from(liveSourceSettings).where(eq(liveSourceSettings.slug, slug))
  return row ?? untouched(slug)
}

const untouched = (slug: LiveSource): LiveSetting => ({
  slug,
  address: usualAddresses[slug],
  isOn: false,
  rightsSaidBy: null,
  rightsSaidAt: null,
  stoppedBy: null,
  stoppedAt: null,
})

export async function saveLiveSetting(db: Database, setting: LiveSetting) {
  const { slug: _slug, ...change } = setting
  await db
    .insert(liveSourceSettings)
    .values(setting)
    .onConflictDoUpdate({ target: liveSourceSettings.slug, set: change })
}

export async function insertRun(db: Database, run: typeof liveRuns.$inferInsert) {
  await db.insert(liveRuns).values(run)
}

export async function saveRun(db: Database, id: string, change: Partial<LiveRun>) {
  await db.update(liveRuns).set(change).where(eq(liveRuns.id, id))
}

/** Ends the readings that a stopped machine left half-way. */
export async function closeLeftRuns(db: Database, source: LiveSource, problem: string, now: Date) {
  await db
    .update(liveRuns)
    .set({ state: 'failed', problem, finishedAt: now })
    .where(and(eq(liveRuns.source, source), eq(liveRuns.state, 'running')))
}

/** Asks the reading under way to stop at its next step. */
export async function askRunToStop(db: Database, source: LiveSource, now: Date) {
  await db
    .update(liveRuns)
    .set({ stopAskedAt: now })
    .where(and(eq(liveRuns.source, source), eq(liveRuns.state, 'running')))
}

export async function isRunToStop(db: Database, id: string): Promise<boolean> {
  const [run] = await db.select({ at: liveRuns.stopAskedAt }).from(liveRuns).where(eq(liveRuns.id, id))
  return run?.at != null
}

/** The last readings of every catalogue, newest first, five of each. */
export async function listLastRuns(db: Database): Promise<LiveRun[]> {
  const ranked = db
    .select({
      id: liveRuns.id,
      rank: sql<number>`row_number() over (partition by ${liveRuns.source} order by ${liveRuns.startedAt} desc)`.as(
        'rank',
      ),
    })
    .from(liveRuns)
    .as('ranked')
  const rows = await db
    .select({ run: liveRuns })
    .from(liveRuns)
    .innerJoin(ranked, eq(ranked.id, liveRuns.id))
    .where(sql`${ranked.rank} <= 5`)
    .orderBy(desc(liveRuns.startedAt))
  return rows.map(({ run }) => run)
}

/** The catalogues that are on. */
export async function listLiveOn(db: Database): Promise<LiveSource[]> {
  const rows = await db
    .select({ slug: liveSourceSettings.slug })
    .from(liveSourceSettings)
    .where(eq(liveSourceSettings.isOn, true))
  return rows.map(({ slug }) => slug).filter(isLiveSource)
}
