import { parseConnectionUrl } from 'nodemailer/lib/shared'
import { type SigningKey, signedMail } from './dkim.ts'
import type { LaneTerms, Mail, Transport } from './mail.ts'
import { type Line, openLine } from './smtp-line.ts'
import { wholeText, writeMime } from './write-mime.ts'

type Options = {
  /** The key that signs for a domain; without one, the message leaves unsigned. */
  readonly keyOf?: (domain: string) => Promise<SigningKey | undefined>
  /** How long a silent server is waited for. RFC 5321 allows ten minutes after the final dot; past two, its answer is held lost. */
  readonly patience?: number
}

// For what belongs to no wave, such as a code to sign in.
const ordinary: LaneTerms = { lane: 'ordinary', connections: 2, messagesPerConnection: 100 }

/**
 * Sends through the relay of SMTP_URL (smtp://user:password@host:port or smtps://…). Each lane has connections of its own.
 * A message is written once and signed here, by the key of the domain it says it comes from.
 */
export function smtpTransport(
  url: string,
  { keyOf = async () => undefined, patience = 120_000 }: Options = {},
): Transport {
  const lines = new Map<string, Line>()
  const wait = Math.min(20_000, patience)
  const options = {
    ...parseConnectionUrl(url),
    connectionTimeout: wait,
    greetingTimeout: wait,
    socketTimeout: patience,
  }

  function lineOf(lane: string) {
    const line = lines.get(lane) ?? openLine(options, patience)
    lines.set(lane, line)
    return line
  }

  async function written(mail: Mail) {
    const plain = writeMime(mail, mail.date ?? new Date())
    const key = await keyOf(domainOf(mail.from))
    return Buffer.from(wholeText(key ? await signedMail(plain, key) : plain))
  }

  return {
    name: new URL(url).host,
    send: async (mail, terms = ordinary) =>
      lineOf(terms.lane).hand(envelopeOf(mail), await written(mail), terms),
    close: () => {
      for (const line of lines.values()) void line.close()
    },
  }
}

const envelopeOf = ({ from, to, envelopeFrom, envelopeId }: Mail) => ({
  from: envelopeFrom ?? addressOf(from),
  to: [to],
  // Said only to a server that announces DSN (RFC 3461): what comes back names our message without quoting it.
  ...(envelopeId && {
    dsn: {
      ret: 'HDRS' as const,
      id: envelopeId,
      notify: ['FAILURE' as const, 'DELAY' as const],
      recipient: to,
    },
  }),
})

const addressOf = (mailbox: string) => /<([^<>]+)>$/.exec(mailbox)?.[1] ?? mailbox
const domainOf = (mailbox: string) => addressOf(mailbox).replace(/^.*@/, '').toLowerCase()
