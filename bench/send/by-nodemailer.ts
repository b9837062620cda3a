import { sql } from 'drizzle-orm'
import { createTransport } from 'nodemailer'
import { connect } from '#platform/database/database.ts'
import { currentSigningKey } from '#platform/mail/signing-keys.ts'
import { deliveries } from '../../src/modules/outreach/deliveries/deliveries.tables.ts'
import { emailOf } from '../../src/modules/outreach/deliveries/email-of.action.ts'
import { frozenMessage } from '../../src/modules/outreach/waves/waves.queries.ts'
import { benchWorld, connections } from './world.ts'

// The same messages with the same signature by nodemailer alone: no ledger, no rate, no doubt kept. Composed beforehand.
const [database = '', smtpUrl = '', waveId = ''] = process.argv.slice(2)
const { db, close } = connect(database)
const { config } = benchWorld(db, smtpUrl)
const key = await currentSigningKey(db, config.secret, 'cdg.example')
if (!key) throw new Error('the bench has no key')
const frozen = await frozenMessage(db, waveId)
const rows = await db.select().from(deliveries).where(sql`wave_id = ${waveId} and channel = 'email'`)
const mails = rows.map((row) => emailOf(config, row, frozen))
await close()

const transport = createTransport({
  url: smtpUrl,
  pool: true,
  maxConnections: connections,
  maxMessages: 10_000,
  dkim: {
    domainName: key.domain,
    keySelector: key.selector,
    privateKey: key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    headerFieldNames:
      'From:To:Reply-To:Subject:Message-ID:Date:MIME-Version:Content-Type:List-Unsubscribe:List-Unsubscribe-Post:List-Id:Feedback-ID',
  },
})
const queue = mails.values()
const used = process.cpuUsage()
const start = performance.now()
await Promise.all(
  Array.from({ length: connections }, async () => {
    for (const { messageId, envelopeFrom, headers, ...mail } of queue) {
      await transport.sendMail({
        ...mail,
        messageId: `<${messageId}>`,
        envelope: { from: envelopeFrom, to: mail.to },
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name, { prepared: true, value }]),
        ),
      })
    }
  }),
)
const seconds = (performance.now() - start) / 1000
process.stdout.write(JSON.stringify({ seconds, sent: mails.length, cpu: process.cpuUsage(used).user / 1e6 }))
transport.close()
