import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { refuse } from '#values/decision.ts'
import { fetchPages } from './fetch-pages.action.ts'
import { bodySearch, keepPages } from './keep-pages.action.ts'
import { closeLeftRuns, findLiveSetting, insertRun, isRunToStop, saveRun } from './live.queries.ts'
import type { LiveSource } from './live-source.ts'
import { interrupted, refusalSentence } from './live-words.ts'

type Asked = { readonly source: LiveSource; readonly by: string; readonly allowsPrivate?: boolean }

/**
 * Reads one catalogue from its address and keeps what it says. Refused while nobody has said that we may. May run twice: a
 * reading left half-way is closed as such, and what is already held changes nothing.
 */
export async function readLiveSource({ db, clock, config }: World, { source, by, allowsPrivate }: Asked) {
  const setting = await findLiveSetting(db, source)
  if (!setting.isOn) return refuse('off')

  const id = newId()
  await closeLeftRuns(db, source, interrupted, clock())
  await insertRun(db, { id, source, askedBy: by, startedAt: clock(), state: 'running' })
  const read = await fetchPages(source, setting.address, {
    allowsPrivate: allowsPrivate ?? config.importsFromPrivateNetwork,
    isStopped: () => isRunToStop(db, id),
  })
  if (!read.ok) {
    const state = read.refusal.kind === 'stopped' ? 'stopped' : 'failed'
    await saveRun(db, id, { state, problem: refusalSentence(read.refusal), finishedAt: clock() })
    return { ok: true as const, value: { id, state } }
  }

  const match = await bodySearch(db)
  const counts = await db.transaction((tx) => keepPages(tx, source, read.value, { match, now: clock() }))
  const leftOut = read.value.flatMap((page) => page.leftOut).slice(0, 100)
  await saveRun(db, id, { state: 'done', counts, leftOut, finishedAt: clock() })
  return { ok: true as const, value: { id, state: 'done' as const } }
}
