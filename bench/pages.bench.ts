// The pages that are asked for most, on the demonstration's data and on two large directories: how many a second, how late the
// latest, and what the public ones weigh.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { temporaryFolder } from '#test/temporary-folder.ts'
import type { Shots } from './cannon.ts'
import type { Served } from './demonstration-server.ts'
import { report } from './report.ts'
import { weigh } from './weigh-page.ts'

const connections = 32
const seconds = 5
const warmUp = 2

const data = temporaryFolder()
const server = spawn(process.execPath, [...process.execArgv, beside('demonstration-server.ts'), data], {
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
})
const [served] = (await once(server, 'message')) as [Served]

// A town hall that types its code has no session; the two others are read by members.
const bare = measure(['/bare'], '')
const pages = [
  { name: 'territory list', ...measure(['/territory'], served.cookie) },
  { name: 'commune', ...measure([`/communes/${served.insee}`], served.cookie) },
  { name: '/r/CODE', ...measure([`/r/${served.code}`], '') },
]
const kinds = ['home', 'search', 'need', 'software', 'company'] as const
const one = kinds.map((name) => ({ name, ...measure(served.directory[name].slice(0, 1), '') }))
const first = await firstDrawings(served.directory.need.slice(1, 61))
const many = kinds
  .filter((name) => name !== 'home')
  .map((name) => ({ name: `${name}, 300`, ...measure(served.directory[name], '') }))
const weights = await Promise.all(
  kinds.map(async (name) => ({ name, ...(await weigh(served.port, served.directory[name][0] ?? '/')) })),
)
server.send('leave')
await once(server, 'exit')
rmSync(data, { recursive: true, force: true })

const shown = (value: number) => value.toLocaleString('fr-FR', { maximumFractionDigits: 1 }).padStart(9)
process.stdout.write(
  `${connections} connections, ${seconds} s a page, the client and PostgreSQL on the same machine\n` +
    `held: ${JSON.stringify(served.held)}; « 300 » is as many pages or communes asked at random, the others one address\n`,
)
process.stdout.write(
  `${'page'.padEnd(16)} requests/s       p50       p99  of a bare route's ${shown(bare.perSecond)}/s\n`,
)
for (const { name, perSecond, p50, p99 } of [...pages, ...one, ...many])
  process.stdout.write(
    `${name.padEnd(16)} ${shown(perSecond)} ${shown(p50)} ${shown(p99)}  ${shown((perSecond / bare.perSecond) * 100)} %\n`,
  )
process.stdout.write(
  `first drawing of ${first.count} answers to a need, one at a time: half within ${shown(first.p50).trim()} ms, the last ${shown(first.last).trim()} ms\n`,
)
process.stdout.write(
  `${'compressed, kB'.padEnd(16)}      page    styles     fonts       all  scripts and images\n`,
)
for (const { name, page, styles, fonts, all, guests } of weights)
  process.stdout.write(
    `${name.padEnd(16)} ${[page, styles, fonts, all].map(shown).join(' ')}  ${guests.length === 0 ? 'none' : guests.join(', ')}\n`,
  )

report('pages', [
  ...[...pages, ...one, ...many].map(({ name, p99 }) => ({
    name: `p99, ${name}`,
    value: p99,
    unit: 'ms',
    target: 60,
  })),
  ...pages
    .filter(({ name }) => name === 'commune')
    .map(({ name, perSecond }) => ({
      name: `requests a second, ${name}`,
      value: perSecond,
      unit: '/s',
      target: 1000,
      atLeast: true,
    })),
  ...[...one, ...many].map(({ name, perSecond }) => ({
    name: `requests a second, ${name}`,
    value: perSecond,
    unit: '/s',
    target: 800,
    atLeast: true,
  })),
  ...weights.map(({ name, all }) => ({ name: `weight in all, ${name}`, value: all, unit: 'kB', target: 40 })),
  ...weights.map(({ name, guests }) => ({
    name: `scripts and images, ${name}`,
    value: guests.length,
    unit: '',
    target: 0,
  })),
])

/** How long a page takes that nobody has asked since something changed: each is asked once, alone. */
async function firstDrawings(paths: readonly string[]) {
  const times: number[] = []
  for (const path of paths) {
    const start = performance.now()
    await (await fetch(`http://127.0.0.1:${served.port}${path}`)).arrayBuffer()
    times.push(performance.now() - start)
  }
  const sorted = times.toSorted((one, other) => one - other)
  return { p50: sorted[Math.floor(sorted.length / 2)] ?? 0, last: sorted.at(-1) ?? 0, count: sorted.length }
}

/** Asks pages over and over from a process of its own; the first seconds let the server warm up. */
function measure(paths: readonly string[], cookie: string) {
  shoot(paths, cookie, warmUp)
  const { requests, latency, non2xx, errors } = shoot(paths, cookie, seconds)
  if (non2xx + errors > 0)
    throw new Error(`${paths[0]}: ${non2xx} answers that are no page, ${errors} errors`)

  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99 }
}

function shoot(paths: readonly string[], cookie: string, duration: number): Shots {
  const asked = { port: served.port, connections, duration, paths, cookie }
  const shots = spawnSync(process.execPath, [...process.execArgv, beside('cannon.ts')], {
    input: JSON.stringify(asked),
    maxBuffer: 64 * 1024 * 1024,
  })
  if (shots.status !== 0) throw new Error(shots.stderr.toString())
  return JSON.parse(shots.stdout.toString())
}

function beside(name: string) {
  return fileURLToPath(new URL(name, import.meta.url))
}
