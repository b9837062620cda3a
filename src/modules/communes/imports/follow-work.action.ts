import type { Database } from '#platform/database/database.ts'
import { advance, isStopRequested } from '#platform/jobs/works.ts'
import type { Follow } from './follow.ts'

/** Tells the progress of an import on the work that people watch. */
export const followWork = (db: Database, workId: string): Follow => ({
  progress: (done, total) => advance(db, workId, { done, total }),
  isStopped: () => isStopRequested(db, workId),
})
