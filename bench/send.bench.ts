import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { attach } from '#platform/database/attach.ts'
import { connect } from '#platform/database/database.ts'
import { migrate } from '#platform/database/migrate.ts'
import { temporaryFolder } from '#test/temporary-folder.ts'
import { report } from './report.ts'
import { connections, launchBenchWave } from './send/world.ts'

// Ten thousand signed, personal messages to a server of this machine: by Beffroi with its ledger on disk (fsync), by
// nodemailer alone, and by Postfix's own smtp-source, which neither signs nor composes. Each sender is a process of its own.
const count = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 10_000)
const run = promisify(execFile)
const file = (name: string) => fileURLToPath(new URL(`./send/${name}.ts`, import.meta.url))

const data = temporaryFolder()
const server = await attach({ data })
const url = server.url('postgres')
const { db, sql, close } = connect(url)
await migrate(sql)
const waveId = await launchBenchWave(db, count)
const sink = fork(file('sink'), { execArgv: process.execArgv })
const [{ port }] = (await once(sink, 'message')) as [{ port: number }]
const smtpUrl = `smtp://127.0.0.1:${port}`

try {
  const bareBefore = await sendBy<Bare>('by-nodemailer')
  const beffroi = await sendBy<Beffroi>('by-beffroi')
  const bareAfter = await sendBy<Bare>('by-nodemailer')
  const source = await sendBySource()
  await checkLedger()

  const rate = count / beffroi.seconds
  const bare = (2 * count) / (bareBefore.seconds + bareAfter.seconds)
  const perSecond = (value: number) => `${Math.round(value)} messages a second`
  console.log(`Beffroi, ledger durable: ${perSecond(rate)}`)
  console.log(
    `nodemailer alone: ${perSecond(bare)} (${bareBefore.seconds.toFixed(1)} s before, ${bareAfter.seconds.toFixed(1)} s after)`,
  )
  console.log(
    `processor time of the sender: Beffroi ${ofProcessor(beffroi)} ms a message, nodemailer ${ofProcessor(bareAfter)} ms`,
  )
  if (source) console.log(`smtp-source of Postfix, nothing signed: ${perSecond(count / source)}`)
  console.log(
    `memory of Beffroi's process: ${Math.round(beffroi.early)} MB after 1,000 messages, ${Math.round(beffroi.late)} MB after ${count}`,
  )
  report('send', [
    {
      name: 'of the rate of nodemailer alone',
      value: (100 * rate) / bare,
      unit: '%',
      target: 60,
      atLeast: true,
    },
    { name: 'memory after all / after 1,000', value: beffroi.late / beffroi.early, unit: '×', target: 1.25 },
  ])
} finally {
  sink.disconnect()
  await close()
  await server.leave()
  rmSync(data, { recursive: true, force: true })
}

function ofProcessor({ cpu }: Bare) {
  return ((cpu / count) * 1000).toFixed(2)
}

type Bare = { seconds: number; sent: number; cpu: number }
type Beffroi = Bare & { early: number; late: number }

/** One sender in a process of its own; throws when the sink did not receive what it says it sent. */
async function sendBy<Told extends Bare>(name: string): Promise<Told> {
  const before = await received()
  const { stdout } = await run(process.execPath, [...process.execArgv, file(name), url, smtpUrl, waveId])
  const told: Told = JSON.parse(stdout)
  const arrived = (await received()) - before
  if (told.sent !== count || arrived !== count)
    throw new Error(`${name} says ${told.sent}, the sink received ${arrived} of ${count}`)
  return told
}

async function sendBySource() {
  const source = '/usr/sbin/smtp-source'
  if (!existsSync(source)) return undefined
  const start = performance.now()
  const size = ['-l', '9000', '-m', String(count), '-s', String(connections)]
  await run(source, [...size, '-f', 'a@cdg.example', '-t', 'b@commune.example', `127.0.0.1:${port}`])
  return (performance.now() - start) / 1000
}

async function received() {
  sink.send('count')
  const [told] = (await once(sink, 'message')) as [{ received: number }]
  return told.received
}

/** The ledger says what the sink says: every row accepted, one event and one fact for each. */
async function checkLedger() {
  const [row] = await sql<{ accepted: number; events: number; facts: number; fsync: string }[]>`
    select (select count(*)::int from deliveries where state = 'accepted') as accepted,
      (select count(*)::int from delivery_events where kind = 'accepted') as events,
      (select count(*)::int from journal_entries where kind = 'email-sent') as facts,
      current_setting('fsync') as fsync`
  if (row?.accepted !== count || row.events !== count || row.facts !== count || row.fsync !== 'on')
    throw new Error(`the ledger says otherwise: ${JSON.stringify(row)}`)
}
