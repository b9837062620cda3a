import type { Database } from '#platform/database/database.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { readLiveSourceJob } from './live.job.ts'
import { askRunToStop, findLiveSetting, saveLiveSetting } from './live.queries.ts'
import type { LiveSource } from './live-source.ts'

type Wanted = {
  readonly source: LiveSource
  readonly address: string
  readonly hasRight: boolean
  readonly by: string
}

/** Turns a catalogue on, once a person has said that we may take its data: their name and the day are kept. */
export async function turnLiveSourceOn({ db, clock }: World, { source, address, hasRight, by }: Wanted) {
  if (!/^https?:\/\/[^\s/]+/i.test(address) || !URL.canParse(address)) return refuse('not-an-address')
  if (!hasRight) return refuse('no-right')

  return db.transaction(async (tx) => {
    const setting = await findLiveSetting(tx, source)
    await saveLiveSetting(tx, {
      ...setting,
      address,
      isOn: true,
      rightsSaidBy: by,
      rightsSaidAt: clock(),
    })
    return accept(source)
  })
}

/** Turns a catalogue off and stops the reading under way; what was read stays, with its source. */
export async function turnLiveSourceOff({ db, clock }: World, source: LiveSource, by: string) {
  await db.transaction(async (tx) => {
    const setting = await findLiveSetting(tx, source)
    if (!setting.isOn) return
    await saveLiveSetting(tx, { ...setting, isOn: false, stoppedBy: by, stoppedAt: clock() })
    await askRunToStop(tx, source, clock())
  })
}

/** Asks for a reading now; asked twice, there is one. */
export async function askLiveReading(db: Database, source: LiveSource, by: string) {
  const { isOn } = await findLiveSetting(db, source)
  if (!isOn) return refuse('off')

  await db.transaction((tx) => enqueue(tx, readLiveSourceJob, { source, by }, { singletonKey: source }))
  return accept(source)
}
