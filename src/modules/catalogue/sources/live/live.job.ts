import { z } from 'zod'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { listLiveOn } from './live.queries.ts'
import { liveSources } from './live-source.ts'
import { readLiveSource } from './read-live-source.action.ts'

/** Reads one catalogue. Safe to run twice: what is already held changes nothing, and a reading cut short is closed. */
export const readLiveSourceJob = defineJob({
  name: 'catalogue.read-live-source',
  payload: z.object({ source: z.enum(liveSources), by: z.string() }),
  run: async ({ source, by }, world) => void (await readLiveSource(world, { source, by })),
})

/** Every night, a reading of each catalogue that is on. Safe to run twice: one reading of each waits at most. */
export const readLiveSourcesJob = defineJob({
  name: 'catalogue.read-live-sources',
  payload: z.unknown(),
  run: async (_payload, { db }) => {
    for (const source of await listLiveOn(db))
      await enqueue(db, readLiveSourceJob, { source, by: 'chaque nuit' }, { singletonKey: source })
  },
})
