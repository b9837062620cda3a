import { z } from 'zod'
import { defineJob } from '#platform/jobs/job.ts'
import { keepReading, readAgain } from './kept-reading.ts'
import { readNewPart } from './read-new-part.action.ts'
import { reconcile } from './reconcile.action.ts'
import { findPosition, savePosition } from './relay-log-positions.queries.ts'

/**
 * Each minute, where RELAY_LOG names the log of a local Postfix: reads what it says since, and settles the doubts it can. Safe to
 * run twice: the place is kept after what was read has been settled, and a part read again changes nothing.
 */
export const followRelayLog = defineJob({
  name: 'outreach.follow-relay-log',
  payload: z.unknown(),
  async run(_, world) {
    const path = world.config.relayLog
    if (!path) return

    const now = world.clock()
    const known = await findPosition(world.db, path)
    const place = await readNewPart(path, known && { ...known, reading: readAgain(known.reading) }, now)
    if (!place) return void world.log.warn({ path }, 'the relay’s log cannot be read')

    await reconcile(world, place.reading)
    await savePosition(world.db, { path, ...place, reading: keepReading(place.reading), readAt: now })
  },
})
