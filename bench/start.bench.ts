import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '#platform/database/folders.ts'
import { freePort } from '#platform/database/free-port.ts'
import { temporaryFolder } from '#test/temporary-folder.ts'
import { report } from './report.ts'

const warmStarts = 3
const data = temporaryFolder()
const port = await freePort()

const fresh = await measure()
const warm: number[] = []
for (let turn = 0; turn < warmStarts; turn++) warm.push(await measure())
rmSync(data, { recursive: true, force: true })

report('start', [
  { name: 'fresh data directory → first page', value: seconds(fresh), unit: 's', target: 6 },
  {
    name: `warm start → first page (worst of ${warmStarts})`,
    value: seconds(Math.max(...warm)),
    unit: 's',
    target: 2,
  },
])

/** One whole life: from the command typed to the first page, then an orderly stop. */
async function measure(): Promise<number> {
  const start = performance.now()
  const server = spawn('node', ['boot/start.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, BEFFROI_DATA: data, PORT: String(port), DATABASE_URL: '' },
  })
  await firstPage(server)
  const duration = performance.now() - start

  server.kill('SIGTERM')
  await once(server, 'exit')
  return duration
}

async function firstPage(server: ChildProcess) {
  while (server.exitCode === null) {
    const page = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)
    if (page && page.status < 500 && (await page.text()).includes('</html>')) return
    await pause(10)
  }
  throw new Error('the server ended before its first page')
}

function seconds(milliseconds: number) {
  return Math.round(milliseconds) / 1000
}
