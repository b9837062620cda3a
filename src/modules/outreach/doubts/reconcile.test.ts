import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '#platform/ids.ts'
import type { Mail, Transport } from '#platform/mail/mail.ts'
import { smtpTransport } from '#platform/mail/smtp.ts'
import type { World } from '#platform/world.ts'
import { startPostfix, withoutPostfix } from '#test/postfix.ts'
import { launchReadyWave } from '#test/ready-wave.ts'
import { openSink, refusal } from '#test/smtp-sink.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { freshWorld } from '#test/world.ts'
import { listDeliveries } from '../deliveries/deliveries.queries.ts'
import type { DeliveryState } from '../deliveries/delivery.ts'
import { eventsOf } from '../deliveries/events.queries.ts'
import { recoverLeases } from '../deliveries/ledger.queries.ts'
import { sendWave } from '../deliveries/send-wave.job.ts'
import { listMessages, seedMessages } from '../messages/messages.queries.ts'
import { insertWave } from '../waves/waves.queries.ts'
import { followRelayLog } from './follow-relay-log.job.ts'
import { readLogBytes } from './read-log-file.action.ts'
import { reconcile } from './reconcile.action.ts'
import { lastReading } from './relay-log-positions.queries.ts'

const skip = withoutPostfix
const unknown = await openSink({ onRcptTo: (_, __, answer) => answer(refusal('550 5.1.1 No such user')) })
const postfix = skip
  ? undefined
  : await startPostfix({
      transports: { 'inconnue.example': `smtp:[127.0.0.1]:${new URL(unknown.url).port}` },
      settings: {
        smtpd_end_of_data_restrictions: 'check_recipient_access inline:{{mairie@lente.example = sleep 1}}',
      },
    })
const relay = smtpTransport(postfix?.url ?? 'smtp://127.0.0.1:1', { patience: 400 })
after(async () => {
  relay.close()
  postfix?.stop()
  await unknown.close()
})

const minutes = (n: number) => n * 60_000
const moment = (at: number) => {
  const [, month, date, , time] = new Date(at).toString().replace(/GMT/, '').split(' ')
  return `${month} ${date?.replace(/^0/, ' ')} ${time}`
}

/** A wave to these addresses, launched towards the relay; `mail` stands in its way. */
async function launched(emails: readonly string[], mail: Transport = relay) {
  const world = { ...(await freshWorld()), mail }
  const { programmeId } = await foundProgramme(world.db)
  const halls = emails.map((email, rank) => ({ insee: `5900${rank}`, name: `Ville${rank}`, emails: [email] }))
  await addTownHalls(world.db, programmeId, halls)
  await seedMessages(world.db, world.clock())
  const message = (await listMessages(world.db)).find(({ name }) => name.includes('courriel'))
  const id = newId()
  const choices = { name: 'Vague', messageId: message?.id ?? '', channel: 'email', filters: {} } as const
  await insertWave(world.db, id, { ...choices, recentDays: 30 }, 'Claire', world.clock())
  assert.equal((await launchReadyWave(world, id)).ok, true)
  return { world, waveId: id, rows: () => rowsOf(world, id) }
}

const rowsOf = ({ db }: World, waveId: string) =>
  listDeliveries(db, { waveId }, { sort: 'commune', isDescending: false })

/** The delivery to an address, once the ledger says so of it. */
async function reached(rows: () => ReturnType<typeof rowsOf>, address: string, state: DeliveryState) {
  for (let turn = 0; turn < 500; turn++) {
    const row = (await rows()).find((one) => one.address === address)
    if (row?.state === state) return row
    await pause(20)
  }
  throw new Error(`${address} was never ${state}`)
}

/** The relay's own log, which began long before and has gone on since, as the file of a machine does. */
async function logOfRelay() {
  const own = readFileSync(postfix?.logFile ?? '', 'latin1')
  const other = (at: number) => `${moment(at)} relais cron[1]: (root) CMD (true)\n`
  const whole = other(Date.now() - minutes(60)) + own + other(Date.now() + minutes(60))
  const read = await readLogBytes(Buffer.from(whole, 'latin1'), new Date(Date.now() + minutes(60)))
  assert.ok(read.ok)
  return read.value
}

/** The same program later, when the leases of whoever was killed are over. */
const later = (world: World) => ({ ...world, mail: relay, clock: () => new Date(Date.now() + minutes(20)) })

test('the whole run of a wave through a real relay: each message is taken once, and its log says so', {
  skip,
}, async () => {
  const { world, waveId, rows } = await launched(['a@une.example', 'b@deux.example', 'c@trois.example'])
  await sendWave.run({ waveId }, world)
  await postfix?.logSaying(/to=<a@une\.example>.*status=sent/)
  await postfix?.logSaying(/to=<b@deux\.example>.*status=sent/)
  const log = await postfix?.logSaying(/to=<c@trois\.example>.*status=sent/)
  await reconcile(world, await logOfRelay())

  for (const { id, state, messageId } of await rows()) {
    assert.equal(state, 'accepted')
    const [, queue] = new RegExp(`cleanup\\[\\d+\\]: (\\w+): message-id=<${messageId}>`).exec(log ?? '') ?? []
    assert.equal(log?.match(new RegExp(`${queue}: from=.*queue active`, 'g'))?.length, 1)
    assert.ok((await eventsOf(world.db, id)).some(({ kind }) => kind === 'relayed'))
  }
})

test('a sender killed after the relay took its message leaves a doubt, which the relay’s log settles', {
  skip,
}, async () => {
  const killed: Transport = {
    ...relay,
    send: (mail) => relay.send(mail).then(() => new Promise(() => {})),
  }
  const { world, waveId, rows } = await launched(['a@tuee.example'], killed)
  void sendWave.run({ waveId }, world)
  await postfix?.logSaying(/to=<a@tuee\.example>.*status=sent/)
  await recoverLeases(world.db, later(world).clock())
  const [before] = await rows()
  const findings = await reconcile(later(world), await logOfRelay(), { by: 'Claire' })

  assert.equal(before?.state, 'uncertain')
  assert.deepEqual(
    findings.map(({ outcome }) => outcome),
    ['arrived'],
  )
  const [row] = await rows()
  assert.deepEqual([row?.state, row?.attempt], ['accepted', 1])
  const proof = (await eventsOf(world.db, row?.id ?? '')).find(({ kind }) => kind === 'found-in-log')
  assert.match(proof?.detail.answer ?? '', /queue active/)
  assert.deepEqual(await reconcile(later(world), await logOfRelay()), [])
})

test('the relay’s log is read each minute by itself, and settles the doubt that a killed sender left', {
  skip,
}, async () => {
  const killed: Transport = { ...relay, send: (mail) => relay.send(mail).then(() => new Promise(() => {})) }
  const { world, waveId, rows } = await launched(['a@suivie.example'], killed)
  void sendWave.run({ waveId }, world)
  await postfix?.logSaying(/to=<a@suivie\.example>.*status=sent/)
  await recoverLeases(world.db, later(world).clock())
  const following = { ...later(world), config: { ...world.config, relayLog: postfix?.logFile } }
  await assert.rejects(followRelayLog.run({}, { ...following, db: brokenAfterReading(world.db) }))
  await followRelayLog.run({}, following)
  await followRelayLog.run({}, following)

  assert.equal((await rows())[0]?.state, 'accepted')
  assert.ok(await lastReading(world.db, postfix?.logFile ?? ''))
})

test('a message cut before its final dot never reached the relay: it goes back to leave, as a new attempt', {
  skip,
}, async () => {
  const { world, waveId, rows } = await launched(['a@entiere.example', 'b@coupee.example'], {
    ...relay,
    send: (mail) => (mail.to.includes('coupee') ? cutBeforeDot(mail) : relay.send(mail)),
  })
  void sendWave.run({ waveId }, world)
  await postfix?.logSaying(/lost connection after DATA/)
  await reached(rows, 'a@entiere.example', 'accepted')
  await recoverLeases(world.db, later(world).clock())
  const findings = await reconcile(later(world), await logOfRelay())

  assert.deepEqual(
    findings.map(({ outcome }) => outcome),
    ['never-left'],
  )
  const back = (await rows()).find(({ address }) => address === 'b@coupee.example')
  assert.deepEqual([back?.state, back?.attempt], ['rendered', 2])
  const told = (await eventsOf(world.db, back?.id ?? '')).find(({ kind }) => kind === 'never-left')
  assert.match(told?.detail.reason ?? '', /complet du .* au .*, n’en garde aucune trace/)

  await sendWave.run({ waveId }, later(world))
  assert.deepEqual(
    (await rows()).map(({ state }) => state),
    ['accepted', 'accepted'],
  )
})

test('a relay that hangs after the final dot and takes the message later: a doubt, then accepted by its log', {
  skip,
}, async () => {
  const { world, waveId, rows } = await launched(['mairie@lente.example'])
  await sendWave.run({ waveId }, world)
  const [before] = await rows()
  await postfix?.logSaying(/to=<mairie@lente\.example>.*status=sent/)
  const findings = await reconcile(world, await logOfRelay())

  assert.deepEqual([before?.state, before?.reason], ['uncertain', 'no-answer'])
  assert.deepEqual(
    findings.map(({ outcome }) => outcome),
    ['arrived'],
  )
  assert.equal((await rows())[0]?.state, 'accepted')
})

test('a town hall whose server refuses after the relay took the message is bounced, with its answer', {
  skip,
}, async () => {
  const { world, waveId, rows } = await launched(['mairie@inconnue.example'])
  await sendWave.run({ waveId }, world)
  const [before] = await rows()
  await postfix?.logSaying(/status=bounced/)
  await reconcile(world, await logOfRelay())
  await reconcile(world, await logOfRelay())

  assert.equal(before?.state, 'accepted')
  const [row] = await rows()
  assert.equal(row?.state, 'bounced')
  const bounces = (await eventsOf(world.db, row?.id ?? '')).filter(({ kind }) => kind === 'bounced')
  assert.equal(bounces.length, 1)
  assert.match(bounces[0]?.detail.answer ?? '', /5\.1\.1 .*No such user/)
})

test('a log that lacks a message the relay surely took leaves the doubt to a person', { skip }, async () => {
  const { world, waveId, rows } = await launched(['a@presente.example', 'b@perdue.example'], {
    ...relay,
    send: (mail) => (mail.to.includes('perdue') ? cutBeforeDot(mail) : relay.send(mail)),
  })
  void sendWave.run({ waveId }, world)
  const sent = await reached(rows, 'a@presente.example', 'accepted')
  await reached(rows, 'b@perdue.example', 'in_flight')
  await recoverLeases(world.db, later(world).clock())
  const reading = await logOfRelay()
  const messages = [...reading.messages].filter(([, { messageId }]) => messageId !== sent?.messageId)
  const findings = await reconcile(later(world), { ...reading, messages: new Map(messages) })

  assert.deepEqual(
    findings.map(({ outcome }) => outcome),
    ['misses-messages'],
  )
  assert.ok((await rows()).some(({ state }) => state === 'uncertain'))
})

/** PostgreSQL killed once the log was read: what was read then must be read again. */
const brokenAfterReading = (db: World['db']): World['db'] =>
  new Proxy(db, {
    get(target, name) {
      if (name === 'execute') return () => Promise.reject(new Error('PostgreSQL was killed'))
      return Reflect.get(target, name)
    },
  })

/** A sender that says its message, headers whole, and is killed before the final dot. */
function cutBeforeDot({ messageId, to }: Mail): Promise<never> {
  const { port } = new URL(postfix?.url ?? '')
  const words = ['EHLO x', 'MAIL FROM:<x@cdg.example>', `RCPT TO:<${to}>`, 'DATA']
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('data', (chunk) => {
    if (!/^\d{3} /m.test(String(chunk))) return
    const word = words.shift()
    if (word) return void socket.write(`${word}\r\n`)
    socket.write(`Message-ID: <${messageId}>\r\nSubject: x\r\n\r\nune moitié de tex`)
    setTimeout(() => socket.destroy(), 50)
  })
  return new Promise(() => {})
}
