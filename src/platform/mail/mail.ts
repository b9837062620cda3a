/** One message to one recipient, ready to leave. `messageId` without angle brackets, the same at every attempt to say it again. */
export type Mail = {
  readonly messageId: string
  /** « nom@domaine », or « "Nom" <nom@domaine> ». */
  readonly from: string
  readonly to: string
  /** The address that bounces return to; `from` when absent. */
  readonly envelopeFrom?: string
  /** What a bounce calls this message back by (RFC 3461), where the server knows how. */
  readonly envelopeId?: string
  readonly replyTo?: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly headers?: Readonly<Record<string, string>>
  /** When it was written; when it leaves, when absent. */
  readonly date?: Date
}

/**
 * Where the dialogue stood when the server spoke or fell silent. `sender`: it was asked who we are (EHLO, AUTH, MAIL FROM);
 * `after-data`: the message was handed over, final dot included.
 */
export type Step = 'connection' | 'sender' | 'recipient' | 'data' | 'after-data'

/**
 * What the receiving server said. `uncertain`: the message was handed over and no answer came back, so nobody
 * can know (RFC 1047); such a message is never sent again by the program.
 */
export type Receipt = {
  readonly outcome: 'accepted' | 'refused-permanent' | 'refused-temporary' | 'uncertain'
  readonly answer: string
  readonly step?: Step
  /** The server's reply code (RFC 5321) and its enhanced status (RFC 3463), when it gave them. */
  readonly code?: number
  readonly status?: string
}

/** How a group of receivers takes our mail: messages that share a lane share these connections. */
export type LaneTerms = {
  readonly lane: string
  readonly connections: number
  readonly messagesPerConnection: number
}

/** A way out for mail: a real SMTP relay, or the outbox read in the application. */
export type Transport = {
  readonly name: string
  readonly send: (mail: Mail, terms?: LaneTerms) => Promise<Receipt>
  readonly close: () => void
}
