// One sender of the crash bench, a process made to be killed: the real jobs over the real SMTP transport, on a real clock.
import { openSync, writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { connect } from '#platform/database/database.ts'
import type { Transport } from '#platform/mail/mail.ts'
import { smtpTransport } from '#platform/mail/smtp.ts'
import { recoverLeasesJob } from '../../src/modules/outreach/deliveries/recover-leases.job.ts'
import { sendWave } from '../../src/modules/outreach/deliveries/send-wave.job.ts'
import { benchWorld } from './world.ts'

/** What a sender is told when its turn comes. */
export type Order = {
  readonly databaseUrl: string
  readonly smtpUrl: string
  readonly waveId: string
  readonly patience: number
  /** Where it says, at each moment, how many messages it is handing over and whether its job runs. */
  readonly statusFile: string
  /** Faults made on purpose, to show that the bench sees them. */
  readonly sabotage?: string
}

process.on('disconnect', () => process.exit())
// PostgreSQL was killed under it: it ends, and another takes its place, as a supervisor would do. Anything else is said.
process.on('uncaughtException', (error: Error & { code?: string }) => {
  const cause = (error.cause ?? error) as typeof error
  if (!/^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|57P0)/.test(cause.code ?? ''))
    process.stderr.write(`sender: ${cause.stack}\n`)
  process.exit(1)
})
process.once('message', (order: Order) => void send(order))
process.send?.('ready')

async function send({ databaseUrl, smtpUrl, waveId, patience, statusFile, sabotage }: Order) {
  const begun = performance.now()
  const status = openSync(statusFile, 'w')
  let flying = 0
  let isRunning = false
  let hasSent = false
  const say = () => writeSync(status, Buffer.from([flying, isRunning ? 1 : 0]), 0, 2, 0)

  const real = smtpTransport(smtpUrl, { patience })
  const mail: Transport = {
    ...real,
    async send(message, terms) {
      if (!hasSent) process.send?.({ firstMessage: performance.now() - begun })
      hasSent = true
      flying += 1
      say()
      try {
        if (sabotage !== 'accept-before-dot') return await real.send(message, terms)
        setTimeout(() => void real.send(message, terms), 100)
        return { outcome: 'accepted', answer: 'said too early' }
      } finally {
        flying -= 1
        say()
      }
    },
  }

  const { db } = connect(databaseUrl, { max: 6 })
  const world = { ...benchWorld(db, { patience, smtpUrl }), mail }
  for (;;) {
    isRunning = true
    say()
    await recoverLeasesJob.run({}, world)
    if (sabotage === 'resend-doubts')
      await db.execute(sql`update deliveries set state = 'rendered' where state = 'uncertain'`)
    await sendWave.run({ waveId }, world)
    isRunning = false
    say()
    await pause(100)
  }
}
