import { z } from 'zod'
import { defineJob } from '#platform/jobs/job.ts'
import { failWork, finishWork } from '#platform/jobs/works.ts'
import { followWork } from './follow-work.action.ts'
import { findImport } from './imports.queries.ts'
import { runImport } from './run-import.action.ts'

/** The real run of an import. Safe to run twice: it resumes after the last batch written. */
export const runImportJob = defineJob({
  name: 'communes.run-import',
  payload: z.object({ importId: z.uuid(), workId: z.uuid() }),
  async run({ importId, workId }, { db }) {
    await runImport(db, importId, followWork(db, workId))

    const { state, problem, applied } = await findImport(db, importId)
    if (state === 'failed') await failWork(db, workId, problem ?? '')
    else await finishWork(db, workId, { result: applied, isStopped: state === 'stopped' })
  },
})
