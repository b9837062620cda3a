// The relay of the crash bench, a process of its own: what it takes is on its disk before it answers 250. It writes its log as
// Postfix does, other people's traffic included, and beside it what it took, for the verdict.
import { fdatasyncSync, openSync, writeSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { type Profile, profileOf, variantOf } from './behaviour.ts'

const [folder = '', seed = '', patience = '700'] = process.argv.slice(2)
const log = openSync(join(folder, 'mail.log'), 'a')
const taken = openSync(join(folder, 'taken.jsonl'), 'a')
let profile: Profile = profileOf(0)
let since = Date.now()
let connections = 0
let queues = 0
const open = new Set<string>()
const given = new Map<string, number>()
const seen = new Map<string, number>()
const halves = new Map<string, string>()

const write = (said: string) =>
  writeSync(log, `${new Date().toISOString().replace('Z', '000+00:00')} puits ${said}\n`)
const newQueue = () => (0x100000000 + queues++).toString(16).toUpperCase()
const refusal = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code })

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  logger: false,
  closeTimeout: 200,
  banner: 'puits.example',
  onConnect({ id }, answer) {
    connections += 1
    if (profile.name === '421 on every 7th connection' && connections % 7 === 0)
      return answer(refusal(421, '4.3.2 Too busy'))
    if (profile.name === '2 connections, 100 messages each' && open.size >= 2)
      return answer(refusal(421, '4.7.0 OFR_104 Too many connections'))
    open.add(id)
    answer()
  },
  onClose({ id }) {
    open.delete(id)
    given.delete(id)
    if (halves.delete(id))
      write(`postfix/smtpd[${pidOf(id)}]: lost connection after DATA from unknown[127.0.0.1]`)
  },
  onMailFrom(_, { id }, answer) {
    const count = (given.get(id) ?? 0) + 1
    given.set(id, count)
    if (profile.name === '2 connections, 100 messages each' && count > 100)
      return answer(refusal(421, '4.7.0 Too many messages on this connection'))
    answer()
  },
  onRcptTo({ address }, _, answer) {
    if (profile.name === '550 5.7.1 for all, 1.5 s' && isWithin(2_000, 3_500))
      return answer(refusal(550, '5.7.1 Message refused, poor reputation'))
    const variant = variantOf(seed, profile.wave, address)
    if (variant === 'unknown there (550 5.1.1)') return answer(refusal(550, '5.1.1 No such user'))
    if (variant === 'greylisted, taken the second time' && times(`grey ${address}`) === 1)
      return answer(refusal(451, '4.3.0 Greylisted, come back later'))
    answer()
  },
  onData(stream, session, answer) {
    const queue = newQueue()
    const wave = profile.wave
    const to = session.envelope.rcptTo[0]?.address ?? ''
    const chunks: Buffer[] = []
    halves.set(session.id, queue)
    write(`postfix/smtpd[${pidOf(session.id)}]: ${queue}: client=unknown[127.0.0.1]`)
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      halves.delete(session.id)
      const messageId = /^message-id: <([^>]+)>/im.exec(Buffer.concat(chunks).toString())?.[1] ?? ''
      write(`postfix/cleanup[65]: ${queue}: message-id=<${messageId}>`)
      void finish({ session, to, queue, messageId, wave }, answer)
    })
  },
})

type Given = { session: SMTPServerSession; to: string; queue: string; messageId: string; wave: number }

async function finish(message: Given, answer: (error?: Error | null, words?: string) => void) {
  const { session, to, queue } = message
  const variant = variantOf(seed, message.wave, to)
  const isFirst = times(`dot ${to}`) === 1
  if (variant === 'answers in 20 ms') await pause(20)
  if (variant === 'answers in 200 ms') await pause(200)
  if (variant === 'cut after the dot, not taken' && isFirst) return cut(session)

  take(message)
  if (variant === 'cut after the dot, taken' && isFirst) return cut(session)
  if (variant === 'taken, answer after our patience' && isFirst) await pause(Number(patience) * 2)
  answer(null, `2.0.0 Ok: queued as ${queue}`)
}

/** On the disk before anything is answered. */
function take({ to, queue, messageId, wave }: Given) {
  write(`postfix/qmgr[15]: ${queue}: from=<x@cdg.example>, size=9000, nrcpt=1 (queue active)`)
  writeSync(taken, `${JSON.stringify({ wave, to, messageId, at: process.hrtime.bigint().toString() })}\n`)
  fdatasyncSync(log)
  fdatasyncSync(taken)
  write(
    `postfix/smtp[66]: ${queue}: to=<${to}>, relay=mx.example[192.0.2.1]:25, delay=0.1, dsn=2.0.0, status=sent (250 OK)`,
  )
  write(`postfix/qmgr[15]: ${queue}: removed`)
}

function cut({ id }: SMTPServerSession) {
  for (const connection of server.connections as Set<{ id: string; _socket: { destroy(): void } }>)
    if (connection.id === id) connection._socket.destroy()
}

const isWithin = (from: number, to: number) => Date.now() - since >= from && Date.now() - since < to

function times(what: string) {
  const key = `${profile.wave} ${what}`
  const count = (seen.get(key) ?? 0) + 1
  seen.set(key, count)
  return count
}

const pidOf = (session: string) =>
  Number.parseInt(Buffer.from(session).subarray(0, 4).toString('hex'), 16) % 100_000

// The relay has other users.
setInterval(() => {
  const queue = newQueue()
  write(`postfix/cleanup[65]: ${queue}: message-id=<${queue}@ailleurs.example>`)
  write(`postfix/qmgr[15]: ${queue}: from=<x@ailleurs.example>, size=1200, nrcpt=1 (queue active)`)
}, 200)

process.on('message', (wave: number) => {
  profile = profileOf(wave)
  since = Date.now()
  seen.clear()
  process.send?.('ready')
})
process.on('disconnect', () => process.exit())
server.on('error', () => {})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.server.address() as AddressInfo).port }))
