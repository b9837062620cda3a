// The commune search over France: is the right commune first, and how long does one search take in process?
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { buildCommuneIndex } from '../src/modules/communes/search/commune-index.ts'
import { realLifeQueries } from './real-life-queries.ts'
import { report } from './report.ts'
import { type Query, spoiltQueries } from './search-mistakes.ts'
import { readFrance } from './searched-france.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const france = readFrance()
const spoilt = spoiltQueries(france)
const realLife = realLifeQueries.map(([text, name, departement]) => ({
  text,
  kind: 'real life',
  right: find(name, departement),
}))

// As in the application: the real queries come from people whose perimeter is the Nord, the spoilt ones from anybody.
const nord = new Set(france.filter(({ departement }) => departement === '59').map(({ insee }) => insee))

const before = memory()
const index = buildCommuneIndex(france)
const held = memory() - before

const missed = { spoilt: misses(spoilt), realLife: misses(realLife, nord) }
for (const { text, right, found } of [...missed.spoilt, ...missed.realLife]) {
  process.stdout.write(
    `missed: « ${text} » meant ${described(right)}, found ${found ? described(found) : 'nothing'}\n`,
  )
}

report('search', [
  { name: 'p95 of a search', value: percentile(durations(), 0.95), unit: 'ms', target: 5 },
  {
    name: `right first, ${spoilt.length} spoilt queries`,
    value: share(spoilt, missed.spoilt),
    unit: '%',
    target: 98,
    atLeast: true,
  },
  {
    name: `right first, ${realLife.length} real queries`,
    value: share(realLife, missed.realLife),
    unit: '%',
    target: 98,
    atLeast: true,
  },
  {
    name: 'reading 34,969 names',
    value: middleOfThree(() => buildCommuneIndex(france)),
    unit: 'ms',
    target: 400,
  },
  { name: 'memory held', value: held, unit: 'MB', target: 40 },
])

/** How long each query takes, after a first round that lets the machine warm up. */
function durations() {
  return [...spoilt, ...realLife].map(({ text }) => middleOfThree(() => index.search(text, { limit: 10 })))
}

/** Of three measures, the middle one: what else the machine does meanwhile is left out. */
function middleOfThree(run: () => unknown) {
  const measures = [1, 2, 3].map(() => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return percentile(measures, 0.5)
}

function misses(queries: readonly Query[], within?: ReadonlySet<string>) {
  return queries.flatMap(({ text, right }) => {
    const [first] = index.search(text, { limit: 1, within })
    return first?.commune.insee === right.insee ? [] : [{ text, right, found: first?.commune }]
  })
}

function find(name: string, departement: string) {
  const commune = france.find((candidate) => candidate.name === name && candidate.departement === departement)
  if (!commune)
    throw new Error(`No commune is named ${name} in ${departement}: correct real-life-queries.ts.`)

  return commune
}

function memory() {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1024 / 1024
}

function share(all: readonly Query[], missing: readonly unknown[]) {
  return (100 * (all.length - missing.length)) / all.length
}

function percentile(values: readonly number[], at: number) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * at)] ?? 0
}

function described({ name, departement }: { name: string; departement: string }) {
  return `${name} (${departement})`
}
