// npm run bench -- crash [--kills N] [--seed TEXT] [--sabotage accept-before-dot|resend-doubts] [--json]
// How many recipients are written to twice, lost or forgotten when senders and PostgreSQL are killed while they send: two senders
// at once, a sink that writes what it takes on its disk before it answers, then the ledger compared with what the sink took.
import { once } from 'node:events'
import { createReadStream, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { connect, type Database } from '#platform/database/database.ts'
import { startEmbedded } from '#platform/database/embedded.ts'
import { readPostmaster } from '#platform/database/postmaster.ts'
import { temporaryFolder } from '#test/temporary-folder.ts'
import { patienceFor } from '../src/modules/outreach/deliveries/patience.ts'
import { reconcile } from '../src/modules/outreach/doubts/reconcile.action.ts'
import { type LogReading, nothingRead, readRelayLog } from '../src/modules/outreach/doubts/relay-log.ts'
import { draw, profileOf, shares, type Variant } from './crash/behaviour.ts'
import { bundle, kill, senders, standingOf, start } from './crash/processes.ts'
import type { Order } from './crash/sender.ts'
import { compare } from './crash/verdict.ts'
import { countStates, fillTemplate, launchWaveOn, letTimePass, unfinished } from './crash/waves.ts'
import { benchWorld } from './crash/world.ts'
import { report } from './report.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: 'beffroi' },
    recipients: { type: 'string', default: '1000' },
    sabotage: { type: 'string' },
    json: { type: 'boolean' },
  },
})
const seed = values.seed
const wanted = Number(values.kills)
const patience = 700
const connectionsOfSender = 4 + 2
const killsOfPostgres = { every: 40, done: 0 }
const stalledAfter = 120_000
const killsOfWave = Math.max(12, Math.ceil(wanted / 4))

// Asked to stop, it ends the wave under way without another kill, and tells what it has.
const isAsked = { toEnd: false }
process.once('SIGINT', () => {
  isAsked.toEnd = true
})

// postgres 3.4.9 throws out of any promise when its server is killed between two writes (`nextWrite` on no socket).
let driverFaults = 0
process.on('uncaughtException', (error) => {
  if (!error.stack?.includes('/postgres/src/connection.js')) throw error
  driverFaults += 1
})

const folder = temporaryFolder()
const logFile = join(folder, 'mail.log')
const takenFile = join(folder, 'taken.jsonl')
const sink = start(bundle('sink', folder), [folder, seed, String(patience)])
const [{ port }] = await once(sink, 'message')
let cluster = await startEmbedded({ data: folder })
await admin(`create database template`)
await fillTemplate(cluster.url('template'), Number(values.recipients))
// the relay's log begins before the first hand-over, as on any machine
await pause(patienceFor(patience).dialogue)
const crew = senders(bundle('sender', folder), 4)

const kills = { done: 0, 'handing over': 0, 'at work': 0, idle: 0 }
const firstMessages: number[] = []
const doubts = { 'lease-over': 0, 'no-answer': 0, arrived: 0, 'never-left': 0, left: 0 }
const byVariant = new Map<Variant, Record<string, number>>()
const faults = { doubles: 0, losses: 0, silent: 0, unnamed: 0 }
let reading: { log: LogReading; offset: number } = { log: nothingRead, offset: 0 }
let drawn = 0
const random = () => draw(`${seed}/${drawn++}`)
const begun = performance.now()

let waves = 0
try {
  while (kills.done < wanted && !isAsked.toEnd) await runWave(waves++)
} finally {
  await crew.stop()
  await kill(sink)
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
tell()

/** One wave of a thousand, in a database of its own, sent and killed until everything of it is settled. */
async function runWave(wave: number) {
  const name = `wave_${wave}`
  await admin(`create database ${name} template template`)
  const url = cluster.url(name)
  const waveId = await within(url, (db) => launchWaveOn(db, patience), 120_000)
  sink.send(wave)
  await once(sink, 'message')
  const state = { isOver: false, left: Number(values.recipients), killsUntil: kills.done + killsOfWave }
  const order = { databaseUrl: url, smtpUrl: `smtp://127.0.0.1:${port}`, waveId, patience }

  await Promise.all([
    settle(url, waveId, state),
    keepSending({ ...order, statusFile: join(folder, 'first'), sabotage: values.sabotage }, state),
    keepSending({ ...order, statusFile: join(folder, 'second'), sabotage: values.sabotage }, state),
  ])
  await within(url, (db) => judge(db, wave, waveId), 60_000)
  await admin(`drop database ${name} with (force)`)
}

type WaveState = { isOver: boolean; left: number; readonly killsUntil: number }

/** A sender, killed at random times and replaced at once, until the wave is over. */
async function keepSending(order: Order, state: WaveState) {
  while (!state.isOver) {
    const sender = await crew.next()
    const ended = once(sender, 'exit')
    let isAlive = true
    void ended.then(() => {
      isAlive = false
    })
    const sends = new Promise<void>((resolve) =>
      sender.on('message', (said: { firstMessage?: number }) => {
        if (said.firstMessage === undefined) return
        firstMessages.push(said.firstMessage)
        resolve()
      }),
    )
    sender.send(order)
    // most are killed while they send, some before they have begun
    if (random() < 0.85) await Promise.race([ended, sends, pause(3_000)])
    do await Promise.race([ended, pause(random() * 600)])
    while (
      isAlive &&
      !state.isOver &&
      (isAsked.toEnd || state.left < 25 || kills.done >= Math.min(wanted, state.killsUntil))
    )
    if (isAlive && !state.isOver) {
      kills.done += 1
      await kill(sender)
      kills[standingOf(order.statusFile)] += 1
      if (kills.done % killsOfPostgres.every === 0) await killPostgres()
    }
    await kill(sender)
  }
}

/** By turns, as `pg_ctl stop -m immediate` and as the machine that lacks memory. */
async function killPostgres() {
  const running = readPostmaster(join(folder, 'postgres'))
  if (!running) return
  process.kill(running.pid, killsOfPostgres.done++ % 2 === 0 ? 'SIGQUIT' : 'SIGKILL')
  while (readPostmaster(join(folder, 'postgres'))) await pause(10)
  cluster = await startEmbedded({ data: folder, port: running.port })
}

/** Lets time pass, reads the relay's log for the doubts, and says when nothing is left to do. */
async function settle(url: string, waveId: string, state: WaveState) {
  let before = ''
  let movedAt = performance.now()
  while (!state.isOver) {
    await pause(500)
    const counts = await within(url, (db) => step(db, waveId), 20_000).catch(() => undefined)
    const now = JSON.stringify(counts)
    if (counts && now !== before) movedAt = performance.now()
    if (counts) {
      before = now
      state.left = unfinished(counts)
      state.isOver = state.left === 0 && !counts.uncertain
    }
    // a wave that moves no more, though nobody is killed, has stopped without a word
    if (performance.now() - movedAt > stalledAfter) state.isOver = true
  }
}

async function step(db: Database, waveId: string) {
  await letTimePass(db)
  await reconcileAll(db)
  return countStates(db, waveId)
}

/** Does something on a database that may be killed meanwhile: on a connection of its own, for so long at most. */
async function within<Result>(url: string, work: (db: Database) => Promise<Result>, longest: number) {
  const { db, close } = connect(url, { max: 2 })
  const end = new AbortController()
  const tooLong = pause(longest, undefined, { signal: end.signal }).then(() => {
    throw new Error('PostgreSQL does not answer')
  })
  try {
    return await Promise.race([work(db), tooLong])
  } finally {
    end.abort()
    tooLong.catch(() => {})
    await close().catch(() => {})
  }
}

async function reconcileAll(db: Database) {
  const read = await readOn()
  const findings = await reconcile(benchWorld(db, { patience }), read.log)
  // Only now, as the job does: a part whose settling failed (PostgreSQL was killed) is read again.
  reading = read
  for (const { doubt, outcome } of findings) {
    if (outcome !== 'arrived' && outcome !== 'never-left') continue
    doubts[outcome] += 1
    doubts[doubt.reason === 'lease-over' ? 'lease-over' : 'no-answer'] += 1
  }
}

async function readOn() {
  const { offset, log } = reading
  const end = statSync(logFile).size
  const lines: string[] = []
  const stream = createReadStream(logFile, { start: offset, end: end - 1, encoding: 'latin1' })
  for await (const line of createInterface({ input: stream })) lines.push(line)
  return { offset: end, log: readRelayLog({ ...log, messages: new Map() }, lines, new Date()) }
}

async function judge(db: Database, wave: number, waveId: string) {
  for (const row of await compare(db, { waveId, wave, seed, takenFile })) {
    const sum = byVariant.get(row.variant) ?? {}
    for (const name of ['doubles', 'losses', 'silent', 'unnamed'] as const) {
      faults[name] += row[name]
      sum[name] = (sum[name] ?? 0) + row[name]
    }
    const left = row.state === 'uncertain' ? 1 : 0
    doubts.left += left
    byVariant.set(row.variant, {
      ...sum,
      recipients: (sum.recipients ?? 0) + 1,
      again: (sum.again ?? 0) + row.attempt - 1,
    })
  }
  const spent = Math.round((performance.now() - begun) / 1000)
  process.stderr.write(
    `wave ${wave} (${profileOf(wave).name}): ${kills.done} kills, ${killsOfPostgres.done} of PostgreSQL, ${spent} s; ${JSON.stringify(faults)}\n`,
  )
}

function tell() {
  const columns = ['recipients', 'again', 'doubles', 'losses', 'silent', 'unnamed']
  process.stdout.write(`${'variant'.padEnd(36)}${columns.map((name) => name.padStart(12)).join('')}\n`)
  for (const variant of Object.keys(shares) as Variant[]) {
    const sum = byVariant.get(variant) ?? {}
    process.stdout.write(
      `${variant.padEnd(36)}${columns.map((name) => String(sum[name] ?? 0).padStart(12)).join('')}\n`,
    )
  }
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1)
  process.stdout.write(
    `${waves} waves, ${kills.done} kills of a sender (${kills['handing over']} handing over, ${kills['at work']} at work, ` +
      `${kills.idle} between two turns), ${killsOfPostgres.done} kills of PostgreSQL, seed « ${seed} », ${minutes} min\n` +
      `${driverFaults} faults of the database driver outlived by the bench, its senders end and are replaced\n` +
      `doubts: ${doubts['lease-over']} by a kill, ${doubts['no-answer']} by a lost answer; settled by the relay’s log: ` +
      `${doubts.arrived} arrived, ${doubts['never-left']} never left\n`,
  )
  const sorted = firstMessages.toSorted((a, b) => a - b)
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0
  const bound = (kills.done + killsOfPostgres.done * 2) * connectionsOfSender
  report('crash', [
    { name: 'written to twice', value: faults.doubles, unit: 'recipients', target: 0 },
    { name: 'said to have arrived, never taken', value: faults.losses, unit: 'recipients', target: 0 },
    { name: 'forgotten without a word', value: faults.silent, unit: 'recipients', target: 0 },
    { name: 'taken, neither arrived nor in doubt', value: faults.unnamed, unit: 'recipients', target: 0 },
    { name: 'doubts left after the relay’s log', value: doubts.left, unit: 'recipients', target: 0 },
    {
      name: 'doubts by kills ≤ connections × kills',
      value: doubts['lease-over'],
      unit: 'doubts',
      target: bound,
    },
    {
      name: 'restart → first message (95 of 100)',
      value: Math.round(p95) / 1000,
      unit: 's',
      target: patienceFor(patience).dialogue / 1000,
    },
    { name: 'kills', value: kills.done, unit: 'kills', target: wanted, atLeast: true },
    {
      name: 'kills that fell while sending',
      value: Math.round(((kills['handing over'] + kills['at work']) / Math.max(1, kills.done)) * 100),
      unit: '%',
      target: 70,
      atLeast: true,
    },
  ])
}

async function admin(statement: string) {
  const { db, close } = connect(cluster.url('postgres'), { max: 1 })
  await db.execute(sql.raw(statement))
  await close()
}
