import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { newId } from '#platform/ids.ts'
import { listSigningKeys, makeSigningKey, putKeyInUse, signingKeyring } from '#platform/mail/signing-keys.ts'
import { smtpTransport } from '#platform/mail/smtp.ts'
import type { World } from '#platform/world.ts'
import { launchReadyWave } from '#test/ready-wave.ts'
import { openSink, refusal } from '#test/smtp-sink.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { freshWorld } from '#test/world.ts'
import { listMessages, seedMessages } from '../messages/messages.queries.ts'
import { insertWave } from '../waves/waves.queries.ts'
import { readSubAddress } from './delivery-token.ts'
import { sendWave } from './send-wave.job.ts'
import { messageOfToken } from './sign-token.action.ts'

const start = new Date('2026-11-02T09:00:00Z')
let now = start
const base = await freshWorld({
  clock: () => now,
  config: {
    mailFrom: 'campagne@cdg.example',
    mailReturns: 'retours@cdg.example',
  },
})
const { db, config } = base
await addTownHalls(db, (await foundProgramme(db)).programmeId)
await seedMessages(db, start)
await makeSigningKey(db, config.secret, 'cdg.example', 'Claire', start)
const [key] = await listSigningKeys(db, 'cdg.example')
assert.ok(key)
await putKeyInUse(db, key.id, start)
const [message] = (await listMessages(db)).filter(({ name }) => name.includes('courriel'))

async function launchedTo(behaviour: Parameters<typeof openSink>[0], patience = 5_000) {
  now = start
  await db.execute(sql`truncate deliveries, delivery_events, commune_stages, lane_stops, send_rates cascade`)
  const sink = await openSink(behaviour)
  const mail = smtpTransport(sink.url, { keyOf: signingKeyring(db, config.secret), patience })
  after(() => Promise.all([mail.close(), sink.close()]))
  const world: World = {
    ...base,
    mail,
    config: { ...config, smtpUrl: sink.url, imapUrl: 'imap://x@localhost' },
  }
  const id = newId()
  const choices = {
    name: 'Vague',
    messageId: message?.id ?? '',
    channel: 'email',
    filters: {},
    recentDays: 0,
  } as const
  await insertWave(db, id, choices, 'Claire', start)
  const decision = await launchReadyWave(base, id)
  assert.deepEqual(decision.ok ? [] : decision, [])
  return { sink, run: () => sendWave.run({ waveId: id }, world) }
}

const states = async () => {
  const rows = await db.execute<{ state: string; n: number }>(
    sql`select state, count(*)::int as n from deliveries group by 1`,
  )
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

test('what a town hall receives is signed, says how to refuse in one click, and comes back to its own delivery', async () => {
  const { sink, run } = await launchedTo({})

  await run()
  const { raw = '', from = '' } = sink.handed[0] ?? {}
  const { results } = await dkimVerify(raw, {
    resolver: async (name: string) =>
      name === `${key.selector}._domainkey.cdg.example` ? [[`v=DKIM1; k=rsa; p=${key.publicKey}`]] : [],
  })
  const signed = results[0]?.signingHeaders?.keys.toLowerCase() ?? ''
  const field = (name: string) => new RegExp(`\r\n${name}: (.*(?:\r\n[ \t].*)*)`).exec(raw)?.[1] ?? ''
  const returned = readSubAddress(from)

  assert.equal(sink.handed.length, 4)
  assert.equal(results[0]?.status.result, 'pass')
  assert.match(signed, /list-unsubscribe-post/)
  assert.match(signed, /list-unsubscribe(:|$)/)
  assert.match(field('List-Unsubscribe'), /^<http:\/\/localhost:3000\/o\/[0-9a-z]{58}>, <mailto:retours\+r-/)
  assert.equal(field('List-Unsubscribe-Post'), 'List-Unsubscribe=One-Click')
  assert.match(field('Feedback-ID'), /^beffroi:[0-9a-f-]{36}:courriel:cdg-example$/)
  assert.match(field('List-Id'), /^<campagne\.cdg\.example>$/)
  assert.match(field('Reply-To').replace(/\s/g, ''), /^retours\+r-[0-9a-z]{58}@cdg\.example$/)
  assert.doesNotMatch(raw, /Auto-Submitted/)
  assert.equal(returned?.kind, 'b')
  assert.ok(returned && field('Message-ID').startsWith(`<${messageOfToken(config.secret, returned.token)}@`))
})

test('a relay that hangs after the final dot leaves doubts, and nothing is handed twice', async () => {
  const { sink, run } = await launchedTo({ afterDot: () => {} }, 200)

  await run()
  now = new Date(start.getTime() + 72 * 3_600_000)
  await run()

  assert.deepEqual(await states(), { uncertain: 4 })
  assert.equal(sink.handed.length, 4)
  assert.equal(new Set(sink.handed.map(({ to }) => to)).size, 4)
})

test('a connection cut after the final dot leaves a doubt too, whatever the retries', async () => {
  const { sink, run } = await launchedTo({ afterDot: (_answer, _handed, cut) => cut() })

  await run()
  now = new Date(start.getTime() + 72 * 3_600_000)
  await run()

  const { uncertain = 0, accepted = 0 } = await states()
  assert.equal(uncertain + accepted, 4)
  assert.equal(new Set(sink.handed.map(({ to }) => to)).size, sink.handed.length)
})

test('a server that refuses our name stops the lane at once, and blames no town hall', async () => {
  const { sink, run } = await launchedTo({
    onMailFrom: (_address, _session, callback) => callback(refusal('550 5.7.1 Sender rejected')),
  })

  await run()

  const { refused_permanent = 0, refused_temporary = 0, rendered = 0 } = await states()
  assert.deepEqual([refused_permanent, refused_temporary + rendered, sink.handed.length], [0, 4, 0])
  assert.equal((await db.execute(sql`select from lane_stops where why = 'our-side'`)).length, 1)
})
