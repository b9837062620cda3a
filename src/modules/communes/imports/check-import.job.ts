import { z } from 'zod'
import { defineJob } from '#platform/jobs/job.ts'
import { failWork, finishWork } from '#platform/jobs/works.ts'
import type { World } from '#platform/world.ts'
import { checkImport } from './check-import.action.ts'
import { followWork } from './follow-work.action.ts'
import { findImport } from './imports.queries.ts'
import type { Opposed, OpposedAmong } from './opposed-among.ts'

/** The dry run of an import. Safe to run twice: it writes its report again from the start. */
export const checkImportJob = defineJob({
  name: 'communes.check-import',
  payload: z.object({ importId: z.uuid(), workId: z.uuid() }),
  run: (asked, world) => check(asked, world),
})

/** The same, by somebody who knows which addresses are in opposition. */
export const checkImportKnowing = (opposedAmong: OpposedAmong): typeof checkImportJob => ({
  ...checkImportJob,
  run: (asked, world) => check(asked, world, (points) => opposedAmong(world, points)),
})

type Asked = { readonly importId: string; readonly workId: string }

async function check({ importId, workId }: Asked, { db, config }: World, opposed?: Opposed) {
  const follow = followWork(db, workId)
  if (await follow.isStopped()) return

  await checkImport(db, importId, { follow, opposed, allowsPrivate: config.importsFromPrivateNetwork })
  const { state, problem, counts } = await findImport(db, importId)
  if (state === 'failed') await failWork(db, workId, problem ?? '')
  else await finishWork(db, workId, { result: counts, isStopped: await follow.isStopped() })
}
