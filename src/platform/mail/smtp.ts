import { createTransport } from 'nodemailer'
import type { Mail, Receipt, Transport } from './mail.ts'

// RFC 5321 allows ten minutes after the final dot; past two, the answer is held to be lost.
const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 120_000 }

/** Sends through the relay of SMTP_URL (smtp://user:password@host:port or smtps://…). */
export function smtpTransport(url: string): Transport {
  const relay = createTransport({ url, pool: true, maxConnections: 2, maxMessages: 100, ...timeouts })

  return {
    name: new URL(url).host,
    send: (mail) => relay.sendMail(envelopeOf(mail)).then(accepted, refused),
    close: () => relay.close(),
  }
}

const envelopeOf = (mail: Mail) => ({
  messageId: `<${mail.messageId}>`,
  from: mail.from,
  to: mail.to,
  envelope: { from: mail.envelopeFrom ?? mail.from, to: mail.to },
  replyTo: mail.replyTo,
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  headers: { ...mail.headers },
})

const accepted = ({ response }: { response?: string }): Receipt => ({
  outcome: 'accepted',
  answer: response ?? '',
})

type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string }

function refused(error: SmtpError): Receipt {
  const answer = error.response ?? error.message
  if (error.responseCode !== undefined) {
    const isOurFault = ourSide.test(error.command ?? '')
    return {
      outcome: error.responseCode >= 500 && !isOurFault ? 'refused-permanent' : 'refused-temporary',
      answer,
    }
  }
  // No answer at all: before the data nothing can have left; after, nobody can know.
  return { outcome: wasHandedOver(error) ? 'uncertain' : 'refused-temporary', answer }
}

// A refusal of our name, password or address says nothing of the recipient: it is tried again once mended.
const ourSide = /^(CONN|EHLO|HELO|STARTTLS|AUTH|MAIL FROM)/

const beforeData = new Set(['CONN', 'EHLO', 'HELO', 'STARTTLS', 'AUTH', 'MAIL FROM', 'RCPT TO'])
const unreachable = new Set(['ECONNECTION', 'EDNS', 'ETLS', 'EAUTH'])

const wasHandedOver = ({ code, command }: SmtpError) =>
  !(code !== undefined && unreachable.has(code)) && !(command !== undefined && beforeData.has(command))
