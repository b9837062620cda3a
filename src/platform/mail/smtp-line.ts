import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { LaneTerms, Receipt } from './mail.ts'
import { type DialogueError, readReply, receiptOf } from './smtp-reply.ts'

export type SmtpOptions = SMTPConnection.Options & { readonly auth?: SMTPConnection.AuthenticationType }

/** A connection that the server greeted, and how many messages it was given. */
type Session = { readonly connection: SMTPConnection; given: number; isOver: boolean; rest?: NodeJS.Timeout }

// A connection that waits longer than this between two messages is closed by us rather than by the server.
const idle = 5_000

/**
 * The connections of one lane: never more at once than its terms allow, each closed after as many messages as they say.
 * A message is handed over by one of them, once: whatever happens after the server asked for it, it is not handed again.
 */
export function openLine(options: SmtpOptions, patience: number) {
  const resting: Session[] = []
  const waiting: (() => void)[] = []
  let busy = 0

  async function hand(
    envelope: SMTPConnection.Envelope,
    message: Buffer,
    terms: LaneTerms,
  ): Promise<Receipt> {
    await turn(terms.connections)
    try {
      const known = await take(terms)
      const receipt = known && (await handBy(known, envelope, message, terms))
      // The server may have closed a connection that rested: nothing was handed, another one is opened.
      if (receipt && receipt.step !== 'connection') return receipt

      return await handByNew(envelope, message, terms)
    } finally {
      busy -= 1
      waiting.shift()?.()
    }
  }

  async function turn(connections: number) {
    while (busy >= connections) await new Promise<void>((resolve) => waiting.push(resolve))
    busy += 1
  }

  /** A connection that rests, if one may still serve; those that are too many, or served enough, are closed first. */
  async function take({ connections, messagesPerConnection }: LaneTerms) {
    const known = resting.findLast(({ isOver, given }) => !isOver && given < messagesPerConnection)
    if (known) resting.splice(resting.indexOf(known), 1)
    const surplus = resting.slice(0, Math.max(0, busy + resting.length - connections))
    await Promise.all(surplus.map(end))
    clearTimeout(known?.rest)
    return known
  }

  async function handByNew(envelope: SMTPConnection.Envelope, message: Buffer, terms: LaneTerms) {
    try {
      return await handBy(await connect(options), envelope, message, terms)
    } catch (error) {
      return receiptOf(error as DialogueError, false)
    }
  }

  async function handBy(
    session: Session,
    envelope: SMTPConnection.Envelope,
    message: Buffer,
    { messagesPerConnection }: LaneTerms,
  ) {
    const receipt = await converse(session, envelope, message, patience)
    const isUsable = receipt.outcome === 'accepted' || (await isReset(session, receipt))
    if (isUsable && session.given < messagesPerConnection) rest(session)
    else await end(session)
    return receipt
  }

  function rest(session: Session) {
    session.rest = setTimeout(() => void end(session), idle)
    session.rest.unref()
    resting.push(session)
  }

  function end(session: Session) {
    const rank = resting.indexOf(session)
    if (rank >= 0) resting.splice(rank, 1)
    clearTimeout(session.rest)
    return farewell(session)
  }

  return { hand, close: () => Promise.all([...resting].map(end)) }
}

export type Line = ReturnType<typeof openLine>

async function connect({ auth, ...options }: SmtpOptions): Promise<Session> {
  const connection = new SMTPConnection(options)
  const session: Session = { connection, given: 0, isOver: false }
  connection.once('end', () => {
    session.isOver = true
  })
  await new Promise<void>((resolve, reject) => {
    // Kept for as long as the connection lives: an error that nobody listens to would stop the process.
    connection.on('error', reject)
    connection.connect((error) => (error ? reject(error) : resolve()))
  })
  if (auth && connection.allowsAuth) await login(connection, auth)
  return session
}

const login = (connection: SMTPConnection, auth: SMTPConnection.AuthenticationType) =>
  new Promise<void>((resolve, reject) =>
    connection.login(auth, (error) => {
      if (!error) return resolve()
      connection.close()
      reject(error)
    }),
  )

/** Hands one message over: from MAIL FROM to the answer after the final dot, or to the end of our patience. */
function converse(
  session: Session,
  envelope: SMTPConnection.Envelope,
  message: Buffer,
  patience: number,
): Promise<Receipt> {
  session.given += 1
  const latest = Date.now() + patience * 2
  let isHanded = false
  const handed = new Readable({
    // Read only once the server has asked for the message (354). A machine that slept meanwhile may wake after its lease:
    // the message is perhaps another sender's by now.
    read() {
      if (Date.now() > latest) return this.destroy(new Error('asked for too late'))

      isHanded = true
      this.push(message)
      this.push(null)
    },
  })
  return new Promise((resolve) => {
    // A server that speaks drop by drop never lets the socket's own patience run out.
    const deadline = setTimeout(() => {
      resolve(receiptOf(new Error('no answer in time'), isHanded))
      session.connection.close()
    }, patience * 2)
    session.connection.send({ ...envelope }, handed, (error, info) => {
      clearTimeout(deadline)
      // The server still waits for the message: only a closed connection tells it that none comes.
      if (handed.destroyed && !isHanded) session.connection.close()
      resolve(error ? receiptOf(error as DialogueError, isHanded) : accepted(info.response))
    })
  })
}

/** Ends a connection and waits until it is closed: the next one must not be one too many for the server. */
const farewell = ({ connection, isOver }: Session) =>
  new Promise<void>((resolve) => {
    if (isOver) return resolve()
    const silence = setTimeout(() => connection.close(), 1_000)
    connection.once('end', () => {
      clearTimeout(silence)
      resolve()
    })
    connection.quit()
  })

const accepted = (answer: string): Receipt => ({
  outcome: 'accepted',
  answer,
  step: 'after-data',
  ...readReply(answer),
})

/** After a refusal in good form the connection serves again (RSET, RFC 5321 §4.1.1.5); after anything else it is closed. */
async function isReset({ connection, isOver }: Session, { code }: Receipt) {
  if (isOver || code === undefined || code === 421) return false
  return new Promise<boolean>((resolve) => {
    connection.once('end', () => resolve(false))
    connection.reset((error) => resolve(!error))
  })
}
