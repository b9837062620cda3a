import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sweptArea } from '#modules/outreach/envelopes/envelope.ts'
import { checkLot, hasPassed } from '#modules/outreach/letters/check-lot.action.ts'
import { composeLot } from '#modules/outreach/letters/compose-lot.action.ts'
import { type Letter, splitIntoLots } from '#modules/outreach/letters/lot.ts'
import { explainFault } from '#modules/outreach/letters/page-fault.ts'
import { openPdfPool, type PdfPool } from '#platform/pdf/pdf-pool.ts'
import { faultsOf, spoilings, withinRules } from '#test/bad-letters.ts'
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
  if (process.argv.includes('--check')) await checkAll(nord)
  else await composeAll(nord)
} finally {
  rmSync(folder, { recursive: true })
}

async function composeAll(nord: readonly Letter[]) {
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
}

/** Reads again each page of the department's letters, then pages spoiled by one millimetre, which must be caught. */
async function checkAll(letters: readonly Letter[]) {
  const pool = openPdfPool()
  const lots = splitIntoLots(letters)
  const composed = await inLanes(lots, async (lot, rank) => {
    const file = join(folder, `lot-${rank + 1}.pdf`)
    const decision = await composeLot(pool, { ...terms, letters: lot }, file)
    if (!decision.ok) throw new Error(JSON.stringify(decision))
    return { letters: lot, pages: decision.value.pages, pdf: file }
  })

  const stop = watchProcesses(() => [process.pid, ...pool.pids()])
  const start = performance.now()
  const checks = await inLanes(composed, (lot) => checkLot(pool, { terms, ...lot }))
  const seconds = (performance.now() - start) / 1000
  const { cpuSeconds } = stop()
  const pageCount = checks.reduce((sum, check) => sum + check.pageCount, 0)
  const bad = new Set(checks.flatMap(({ faults }, lot) => faults.map(({ page }) => `${lot}/${page}`)))
  const passed = checks.filter(hasPassed).length
  const caught = await catchSpoiled(pool, letters)
  await pool.close()

  console.log(
    `processor time a page, all processes: ${((cpuSeconds * 1000) / pageCount).toFixed(1)} ms;`,
    `at that rate on free cores, ${(cpuSeconds / availableParallelism()).toFixed(1)} s`,
  )
  report('letters --check', [
    { name: `${letters.length} letters: every page read again`, value: seconds, unit: 's', target: 10 },
    {
      name: 'pages that pass',
      value: pageCount - bad.size,
      unit: 'pages',
      target: letters.length,
      atLeast: true,
    },
    { name: 'lots that pass whole', value: passed, unit: 'lots', target: lots.length, atLeast: true },
    {
      name: 'pages spoiled by one millimetre, caught',
      value: caught.spoiled,
      unit: 'pages',
      target: caught.asked,
      atLeast: true,
    },
    {
      name: 'pages a hair within the rules, accepted',
      value: caught.accepted,
      unit: 'pages',
      target: 4,
      atLeast: true,
    },
  ])
}

async function catchSpoiled(pool: PdfPool, letters: readonly Letter[]) {
  const [letter] = letters.toSorted((a, b) => b.commune.length - a.commune.length)
  if (!letter) throw new Error('no letter')
  const composed = await composeLot(pool, { ...terms, letters: [letter] })
  if (!composed.ok) throw new Error(JSON.stringify(composed))
  const { pages, pdf = new Uint8Array() } = composed.value
  const { addressMargins } = await checkLot(pool, { terms, letters: [letter], pages, pdf })

  const { x, y, width, height } = sweptArea(terms.envelope)
  const asked = spoilings(addressMargins, { left: x, right: x + width, top: y, bottom: y + height })
  let spoiled = 0
  for (const { name, expected, change } of asked) {
    const faults = await faultsOf(pool, terms, letter, change)
    const isCaught = faults.some(({ reason }) => reason === expected)
    console.log(`${name}: ${isCaught ? faults.map(explainFault).join(' ') : 'NOT CAUGHT'}`)
    if (isCaught) spoiled += 1
  }
  let accepted = 0
  for (const change of withinRules(addressMargins))
    if ((await faultsOf(pool, terms, letter, change)).length === 0) accepted += 1

  return { asked: asked.length, spoiled, accepted }
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
