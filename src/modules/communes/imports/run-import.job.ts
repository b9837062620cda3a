import { z } from 'zod'
import { defineJob } from '#platform/jobs/job.ts'
import { failWork, finishWork } from '#platform/jobs/works.ts'
import type { World } from '#platform/world.ts'
import { followWork } from './follow-work.action.ts'
import { findImport } from './imports.queries.ts'
import type { Opposed, OpposedAmong } from './opposed-among.ts'
import { runImport } from './run-import.action.ts'

/** The real run of an import. Safe to run twice: it resumes after the last batch written. */
export const runImportJob = defineJob({
  name: 'communes.run-import',
  payload: z.object({ importId: z.uuid(), workId: z.uuid() }),
  run: (asked, world) => run(asked, world),
})

/** The same, by somebody who knows which addresses are in opposition. */
export const runImportKnowing = (opposedAmong: OpposedAmong): typeof runImportJob => ({
  ...runImportJob,
  run: (asked, world) => run(asked, world, (points) => opposedAmong(world, points)),
})

type Asked = { readonly importId: string; readonly workId: string }

async function run({ importId, workId }: Asked, { db, clock }: World, opposed?: Opposed) {
  await runImport(db, importId, followWork(db, workId), clock, opposed)

  const { state, problem, applied } = await findImport(db, importId)
  if (state === 'failed') await failWork(db, workId, problem ?? '')
  else await finishWork(db, workId, { result: applied, isStopped: state === 'stopped' })
}
