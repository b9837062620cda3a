import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeLot } from '#modules/outreach/letters/compose-lot.action.ts'
import { type Letter, splitIntoLots } from '#modules/outreach/letters/lot.ts'
import { openPdfPool } from '#platform/pdf/pdf-pool.ts'
import { lettersOfFrance, terms } from './letters-of-france.ts'
import { report } from './report.ts'
import { watchProcesses } from './watch-processes.ts'

const folder = mkdtempSync(join(tmpdir(), 'beffroi-letters-'))

/** Composes every lot to its file, from cold children to the last of them gone. */
async function compose(letters: readonly Letter[]) {
  const pool = openPdfPool()
  const stop = watchProcesses(() => [process.pid, ...pool.pids()])
  const start = performance.now()
  const lots = await inLanes(splitIntoLots(letters), async (lot, rank) => {
    const composed = await composeLot(pool, { ...terms, letters: lot }, join(folder, `lot-${rank + 1}.pdf`))
    if (!composed.ok) throw new Error(JSON.stringify(composed))

    return composed.value
  })
  const seconds = (performance.now() - start) / 1000
  const { megabytes, cpuSeconds } = stop()
  await pool.close()

  return {
    seconds,
    megabytes,
    coresBusy: cpuSeconds / seconds,
    cpuPerLetter: (cpuSeconds * 1000) / letters.length,
    pageCount: lots.reduce((sum, { pages }) => sum + (pages.at(-1)?.to ?? 0), 0),
    prints: lots.map(({ sha256 }) => sha256),
  }
}

/** The limit of the machine: the same count of blank tagged pages, by the same compiler, nothing on them. */
async function composeBlank(count: number) {
  const pool = openPdfPool()
  const task = { module: new URL('./blank-pages.ts', import.meta.url).href, name: 'drawBlankPages' }
  const lotCount = Math.ceil(count / 100)
  const start = performance.now()
  const lots = [...Array(lotCount).keys()]
  await inLanes(lots, (lot) => pool.run(task, { count: Math.ceil(count / lotCount), lot }))
  const seconds = (performance.now() - start) / 1000
  await pool.close()

  return seconds
}

try {
  const nord = lettersOfFrance('59')
  const france = lettersOfFrance()

  const first = await compose(nord)
  const second = await compose(nord)
  const whole = await compose(france)
  const limit = await composeBlank(france.length)

  const same = first.prints.filter((print, rank) => print === second.prints[rank]).length
  console.log(
    `${nord.length} letters: ${first.pageCount} pages; a second time in ${second.seconds.toFixed(2)} s`,
  )
  console.log(
    `${france.length} letters: ${whole.pageCount} pages, ${perSecond(france, whole)} letters a second,`,
    `${Math.round(perSecond(france, whole) / availableParallelism())} per core`,
  )
  console.log(
    `processor time a letter, all processes: ${whole.cpuPerLetter.toFixed(2)} ms;`,
    `at that rate on free cores, ${((whole.cpuPerLetter * france.length) / 1000 / availableParallelism()).toFixed(0)} s for France`,
  )
  console.log(
    `limit: as many tagged pages of one word in ${limit.toFixed(1)} s; a letter costs ${(whole.seconds / limit).toFixed(1)} of them`,
  )
  report('letters', [
    { name: '647 letters of the Nord → one file per lot', value: first.seconds, unit: 's', target: 2 },
    { name: '34,969 letters → one file per lot', value: whole.seconds, unit: 's', target: 45 },
    { name: 'resident memory, all processes', value: whole.megabytes, unit: 'MB', target: 1536 },
    {
      name: 'cores busy',
      value: whole.coresBusy,
      unit: 'cores',
      target: availableParallelism() * 0.85,
      atLeast: true,
    },
    {
      name: 'lots with the same SHA-256 twice',
      value: same,
      unit: 'lots',
      target: first.prints.length,
      atLeast: true,
    },
  ])
} finally {
  rmSync(folder, { recursive: true })
}

function perSecond(letters: readonly Letter[], { seconds }: { seconds: number }) {
  return Math.round(letters.length / seconds)
}

// One lot being prepared for each being drawn: the parent holds no more than it must.
async function inLanes<Item, Result>(
  items: readonly Item[],
  work: (item: Item, rank: number) => Promise<Result>,
) {
  const results: Result[] = []
  const ranks = items.keys()
  const lane = async () => {
    for (const rank of ranks) results[rank] = await work(items[rank] as Item, rank)
  }
  await Promise.all(Array.from({ length: availableParallelism() * 2 }, lane))

  return results
}
