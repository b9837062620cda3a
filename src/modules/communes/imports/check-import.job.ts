import { z } from 'zod'
import { defineJob } from '#platform/jobs/job.ts'
import { failWork, finishWork } from '#platform/jobs/works.ts'
import { checkImport } from './check-import.action.ts'
import { followWork } from './follow-work.action.ts'
import { findImport } from './imports.queries.ts'

/** The dry run of an import. Safe to run twice: it writes its report again from the start. */
export const checkImportJob = defineJob({
  name: 'communes.check-import',
  payload: z.object({ importId: z.uuid(), workId: z.uuid() }),
  async run({ importId, workId }, { db, config }) {
    const follow = followWork(db, workId)
    if (await follow.isStopped()) return

    await checkImport(db, importId, { follow, allowsPrivate: config.importsFromPrivateNetwork })
    const { state, problem, counts } = await findImport(db, importId)
    if (state === 'failed') await failWork(db, workId, problem ?? '')
    else await finishWork(db, workId, { result: counts, isStopped: await follow.isStopped() })
  },
})
