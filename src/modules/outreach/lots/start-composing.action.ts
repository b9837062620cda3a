import type { Database } from '#platform/database/database.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { latestWork, openWork, requestStop } from '#platform/jobs/works.ts'
import { composeLots } from './compose-lots.job.ts'
import { lotsToCompose } from './lots.queries.ts'

const kind = 'outreach.compose-lots'

/** Composes the lots of a wave that have no PDF yet, in the background; nothing when it is being done already. */
export async function startComposing(db: Database, waveId: string) {
  if (await composingOf(db, waveId)) return
  const waiting = await lotsToCompose(db, waveId)
  if (waiting.length === 0) return

  const workId = await openWork(db, {
    kind,
    subjectId: waveId,
    title: 'Composition des lettres',
    total: waiting.length,
  })
  await enqueue(db, composeLots, { waveId, workId })
}

/** The composition of a wave's letters, while it goes on. */
export async function composingOf(db: Database, waveId: string) {
  const work = await latestWork(db, kind, waveId)
  return work && (work.state === 'queued' || work.state === 'running') ? work : undefined
}

/** Stops the composition between two lots; what is composed stays. */
export async function stopComposing(db: Database, waveId: string) {
  const work = await composingOf(db, waveId)
  if (work) await requestStop(db, work.id)
}
