// The pages that are asked for most, on the demonstration's data: how many a second, and how late the latest.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { temporaryFolder } from '#test/temporary-folder.ts'
import type { Served } from './demonstration-server.ts'
import { report } from './report.ts'

const connections = 32
const seconds = 8
const warmUp = 3

const data = temporaryFolder()
const server = spawn(process.execPath, [...process.execArgv, beside('demonstration-server.ts'), data], {
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
})
const [served] = (await once(server, 'message')) as [Served]

// A town hall that types its code has no session; the two others are read by members.
const bare = measure('/bare', '')
const pages = [
  { name: 'territory list', ...measure('/territory', served.cookie) },
  { name: 'commune', ...measure(`/communes/${served.insee}`, served.cookie) },
  { name: '/r/CODE', ...measure(`/r/${served.code}`, '') },
]
server.send('leave')
await once(server, 'exit')
rmSync(data, { recursive: true, force: true })

const shown = (value: number) => value.toLocaleString('fr-FR', { maximumFractionDigits: 1 }).padStart(9)
process.stdout.write(
  `${connections} connections, ${seconds} s a page, the client and PostgreSQL on the same machine\n`,
)
process.stdout.write(
  `${'page'.padEnd(16)} requests/s       p50       p99  of a bare route's ${shown(bare.perSecond)}/s\n`,
)
for (const { name, perSecond, p50, p99 } of pages)
  process.stdout.write(
    `${name.padEnd(16)} ${shown(perSecond)} ${shown(p50)} ${shown(p99)}  ${shown((perSecond / bare.perSecond) * 100)} %\n`,
  )

report('pages', [
  ...pages.map(({ name, p99 }) => ({ name: `p99, ${name}`, value: p99, unit: 'ms', target: 60 })),
  ...pages
    .filter(({ name }) => name === 'commune')
    .map(({ name, perSecond }) => ({
      name: `requests a second, ${name}`,
      value: perSecond,
      unit: '/s',
      target: 1000,
      atLeast: true,
    })),
])

/** Asks a page over and over from a process of its own; the first seconds let the server warm up. */
function measure(path: string, cookie: string) {
  shoot(path, cookie, warmUp)
  const { requests, latency, non2xx, errors } = shoot(path, cookie, seconds)
  if (non2xx + errors > 0) throw new Error(`${path}: ${non2xx} answers that are no page, ${errors} errors`)

  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99 }
}

type Shots = {
  readonly requests: { readonly average: number }
  readonly latency: { readonly p50: number; readonly p99: number }
  readonly non2xx: number
  readonly errors: number
}

function shoot(path: string, cookie: string, duration: number): Shots {
  const cannon = fileURLToPath(import.meta.resolve('autocannon'))
  const options = ['--json', '-c', String(connections), '-d', String(duration), '-H', `cookie: ${cookie}`]
  const shots = spawnSync(process.execPath, [cannon, ...options, `http://127.0.0.1:${served.port}${path}`], {
    maxBuffer: 64 * 1024 * 1024,
  })
  if (shots.status !== 0) throw new Error(shots.stderr.toString())
  return JSON.parse(shots.stdout.toString())
}

function beside(name: string) {
  return fileURLToPath(new URL(name, import.meta.url))
}
