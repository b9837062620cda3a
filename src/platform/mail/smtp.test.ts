import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { after, mock, test } from 'node:test'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { openSink, refusal } from '#test/smtp-sink.ts'
import type { Mail, Transport } from './mail.ts'
import { smtpTransport } from './smtp.ts'

const mail: Mail = {
  messageId: '0199f0c4-8d4e-5a54-8f0e-9d4b52a7c1a1@cdg.example',
  from: '"Centre de gestion du Nord, œuvre « commune »" <campagne@cdg.example>',
  to: 'mairie@denain.example',
  envelopeFrom: 'retours+b-jeton@cdg.example',
  envelopeId: '0199f0c4-8d4e-5a54-8f0e-9d4b52a7c1a1',
  replyTo: 'retours+r-jeton@cdg.example',
  subject: 'Des logiciels libres pour votre mairie : écoute, essais et accompagnement, sans frais',
  text: 'Madame la Maire,\n\n.un point seul au début d’une ligne\n\nÀ bientôt \n',
  html: '<p>Madame la Maire,   à bientôt</p>\n',
  headers: {
    'List-Unsubscribe': `<https://beffroi.cdg.example/o/${'a'.repeat(58)}>, <mailto:retours+r-${'a'.repeat(58)}@cdg.example?subject=desinscription>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Feedback-ID': 'campagne:vague:courriel:cdg',
  },
}
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const opened: { close: () => unknown }[] = []
after(() => Promise.all(opened.map((one) => one.close())))

async function sinkAndTransport(
  behaviour: Parameters<typeof openSink>[0] = {},
  options: Parameters<typeof smtpTransport>[1] = {},
) {
  const sink = await openSink(behaviour)
  const transport = smtpTransport(sink.url, options)
  opened.push(transport, sink)
  return { sink, transport }
}

const whatIsSaid = async (transport: Transport) => {
  const { outcome, step, code, status } = await transport.send(mail)
  return { outcome, step, code, status }
}

test('the signature holds after the trip, for an independent verifier, and covers both unsubscription headers', async () => {
  const keyOf = async (domain: string) => ({ domain, selector: 'b202611', privateKey })
  const { sink, transport } = await sinkAndTransport({}, { keyOf })

  const receipt = await transport.send(mail)
  const { results } = await dkimVerify(sink.handed[0]?.raw ?? '', {
    resolver: async (name: string) =>
      name === 'b202611._domainkey.cdg.example'
        ? [[`v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`]]
        : [],
  })

  assert.equal(receipt.outcome, 'accepted')
  assert.deepEqual(
    results.map(({ status }) => status.result),
    ['pass'],
  )
  const signed = results[0]?.signingHeaders?.keys.toLowerCase() ?? ''
  for (const name of ['list-unsubscribe', 'list-unsubscribe-post', 'from', 'reply-to', 'message-id'])
    assert.match(signed, new RegExp(`(^|: ?)${name}(:|$)`))
})

test('the unsubscription headers are not folded, and the message is whole', async () => {
  const { sink, transport } = await sinkAndTransport()

  await transport.send(mail)
  const raw = sink.handed[0]?.raw ?? ''

  assert.ok(raw.includes(`\r\nList-Unsubscribe: ${mail.headers?.['List-Unsubscribe']}\r\n`))
  assert.ok(raw.includes('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n'))
  assert.match(raw, /\r\n\.un point seul au d=C3=A9but d=E2=80=99une ligne\r\n/)
  assert.ok(raw.split('\r\n').every((line) => line.length <= 76 || line.startsWith('List-Unsubscribe')))
  assert.deepEqual([sink.handed[0]?.from, sink.handed[0]?.to], [mail.envelopeFrom, mail.to])
})

test('each refusal says at which step the server spoke, its code and its enhanced status', async () => {
  const no = (text: string) => (_: unknown, __: unknown, callback: (error: Error) => void) =>
    callback(refusal(text))
  const cases = [
    [{ onMailFrom: no('550 5.7.1 Sender refused') }, 'sender', 550, '5.7.1'],
    [{ onRcptTo: no('550 5.1.1 No such user') }, 'recipient', 550, '5.1.1'],
    [{ onRcptTo: no('451 4.7.1 Greylisted') }, 'recipient', 451, '4.7.1'],
    [
      { afterDot: (answer: (error: Error) => void) => answer(refusal('554 5.7.1 Spam')) },
      'after-data',
      554,
      '5.7.1',
    ],
    [
      { onConnect: (_: unknown, callback: (error: Error) => void) => callback(refusal('421 4.7.0 Busy')) },
      'connection',
      421,
      '4.7.0',
    ],
  ] as const
  for (const [behaviour, step, code, status] of cases) {
    const { transport } = await sinkAndTransport(behaviour)
    const outcome = code >= 500 ? 'refused-permanent' : 'refused-temporary'
    assert.deepEqual(await whatIsSaid(transport), { outcome, step, code, status })
  }
})

test('a relay that hangs after the final dot leaves a doubt, handed once', async () => {
  const { sink, transport } = await sinkAndTransport({ afterDot: () => {} }, { patience: 150 })

  const { outcome, step } = await transport.send(mail)

  assert.deepEqual([outcome, step], ['uncertain', 'after-data'])
  assert.equal(sink.handed.length, 1)
})

test('a connection cut after the final dot leaves a doubt, and the message is not handed again', async () => {
  const { sink, transport } = await sinkAndTransport({ afterDot: (_answer, _handed, cut) => cut() })

  const { outcome, step } = await transport.send(mail)

  assert.deepEqual([outcome, step], ['uncertain', 'after-data'])
  assert.equal(sink.handed.length, 1)
})

test('a relay that does not answer at all is tried again later: nothing has left', async () => {
  const transport = smtpTransport('smtp://127.0.0.1:1', { patience: 500 })

  const { outcome, step } = await transport.send(mail)

  assert.deepEqual([outcome, step], ['refused-temporary', 'connection'])
})

test('a lane has as many connections as its terms say, each closed after its share of messages', async () => {
  const { sink, transport } = await sinkAndTransport({ afterDot: (answer) => setTimeout(answer, 5) })
  const orange = { lane: 'orange', connections: 2, messagesPerConnection: 5 }

  await Promise.all(Array.from({ length: 20 }, () => transport.send(mail, orange)))

  const bySession = Map.groupBy(sink.handed, ({ session }) => session)
  assert.equal(sink.handed.length, 20)
  assert.equal(sink.most(), 2)
  assert.ok([...bySession.values()].every((messages) => messages.length <= 5))
})

test('after a recipient is refused the same connection serves the next one', async () => {
  let refusals = 0
  const { sink, transport } = await sinkAndTransport({
    onRcptTo: (_address, _session, callback) =>
      callback(refusals++ === 0 ? refusal('550 5.1.1 No such user') : null),
  })
  const orange = { lane: 'orange', connections: 1, messagesPerConnection: 100 }

  const receipts = [await transport.send(mail, orange), await transport.send(mail, orange)]

  assert.deepEqual(
    receipts.map(({ outcome }) => outcome),
    ['refused-permanent', 'accepted'],
  )
  assert.equal(sink.most(), 1)
})

test('a sender that slept past its lease writes no message: the ledger may have given it to another', async () => {
  const { sink, transport } = await sinkAndTransport({
    onRcptTo: (_address, _session, callback) => {
      mock.timers.enable({ apis: ['Date'], now: Date.now() + 3_600_000 })
      callback()
    },
  })

  const said = await whatIsSaid(transport)
  mock.timers.reset()

  assert.deepEqual(sink.handed, [])
  assert.equal(said.outcome, 'refused-temporary')
})
