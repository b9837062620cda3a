import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { NotFound } from '../http/refusals.ts'
import { newId } from '../ids.ts'
import { works } from './works.tables.ts'

/** Long work as a person follows it: it goes on when its page is left, and can be stopped. */
export type Work = typeof works.$inferSelect

type NewWork = { kind: string; subjectId?: string; title: string; total?: number }

/** Announces work, in the transaction that enqueues its job; gives its identifier. */
export async function openWork(db: Database, { kind, subjectId, title, total }: NewWork): Promise<string> {
  const id = newId()
  await db.insert(works).values({ id, kind, subjectId, title, total, done: 0, state: 'queued' })
  return id
}

/** Says how far the work has come; the first word of it marks its beginning. A finished work is left as it is. */
export async function advance(db: Database, id: string, { done, total }: { done: number; total?: number }) {
  await db
    .update(works)
    .set({
      done,
      ...(total === undefined ? {} : { total }),
      state: 'running',
      startedAt: sql`coalesce(started_at, now())`,
    })
    .where(unfinished(id))
}

/** Ends the work: done whole, or stopped half-way when a person asked for it. */
export async function finishWork(
  db: Database,
  id: string,
  end: { result?: unknown; isStopped?: boolean } = {},
) {
  const state = end.isStopped ? 'stopped' : 'done'
  await db
    .update(works)
    .set({ state, result: end.result ?? null, finishedAt: sql`now()` })
    .where(unfinished(id))
}

/** Ends the work on a problem, told by a French sentence. */
export async function failWork(db: Database, id: string, problem: string) {
  await db.update(works).set({ state: 'failed', problem, finishedAt: sql`now()` }).where(unfinished(id))
}

/** Asks the work to stop; it does so at its next step, or at once when it has not begun. */
export async function requestStop(db: Database, id: string) {
  await db
    .update(works)
    .set({
      stopRequestedAt: sql`now()`,
      state: sql`case when state = 'queued' then 'stopped' else state end`,
      finishedAt: sql`case when state = 'queued' then now() end`,
    })
    .where(and(unfinished(id), isNull(works.stopRequestedAt)))
}

/** Whether somebody asked the work to stop: its job looks between two steps, and before the first. */
export async function isStopRequested(db: Database, id: string): Promise<boolean> {
  return (await findWork(db, id)).stopRequestedAt !== null
}

/** One work; throws NotFound. */
export async function findWork(db: Database, id: string): Promise<Work> {
  const [work] = await db.select().from(works).where(eq(works.id, id))
  if (!work) throw new NotFound('Ce travail n’existe pas.')
  return work
}

/** The last work of a kind on a subject (an import, a wave), if any. */
export async function latestWork(db: Database, kind: string, subjectId: string): Promise<Work | undefined> {
  const [work] = await db
    .select()
    .from(works)
    .where(and(eq(works.kind, kind), eq(works.subjectId, subjectId)))
    .orderBy(desc(works.createdAt), desc(works.id))
    .limit(1)
  return work
}

const unfinished = (id: string) => and(eq(works.id, id), inArray(works.state, ['queued', 'running']))
