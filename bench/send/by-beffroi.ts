import { connect } from '#platform/database/database.ts'
import type { Transport } from '#platform/mail/mail.ts'
import { signingKeyring } from '#platform/mail/signing-keys.ts'
import { smtpTransport } from '#platform/mail/smtp.ts'
import { sendWave } from '../../src/modules/outreach/deliveries/send-wave.job.ts'
import { benchWorld } from './world.ts'

// Sends a launched wave by the real job, its ledger kept, in a process of its own; tells its time and its memory.
const [database = '', smtpUrl = '', waveId = ''] = process.argv.slice(2)
const { db, close } = connect(database)
const world = benchWorld(db, smtpUrl)
const relay = smtpTransport(smtpUrl, { keyOf: signingKeyring(db, world.config.secret) })
const megabytes = () => process.memoryUsage().rss / 1_048_576

let sent = 0
let early = 0
let late = 0
const mail: Transport = {
  ...relay,
  async send(message, terms) {
    const receipt = await relay.send(message, terms)
    sent += 1
    if (sent === 1000) early = megabytes()
    late = megabytes()
    return receipt
  },
}
const used = process.cpuUsage()
const start = performance.now()
await sendWave.run({ waveId }, { ...world, mail })
const seconds = (performance.now() - start) / 1000
process.stdout.write(JSON.stringify({ seconds, sent, early, late, cpu: process.cpuUsage(used).user / 1e6 }))
relay.close()
await close()
