/** One message to one recipient, ready to leave. `messageId` without angle brackets, the same at every attempt to say it again. */
export type Mail = {
  readonly messageId: string
  readonly from: string
  readonly to: string
  /** The address that bounces return to; `from` when absent. */
  readonly envelopeFrom?: string
  readonly replyTo?: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * What the receiving server said. `uncertain`: the message was handed over and no answer came back, so nobody
 * can know (RFC 1047); such a message is never sent again by the program.
 */
export type Receipt =
  | { readonly outcome: 'accepted'; readonly answer: string }
  | { readonly outcome: 'refused-permanent'; readonly answer: string }
  | { readonly outcome: 'refused-temporary'; readonly answer: string }
  | { readonly outcome: 'uncertain'; readonly answer: string }

/** A way out for mail: a real SMTP relay, or the outbox read in the application. */
export type Transport = {
  readonly name: string
  readonly send: (mail: Mail) => Promise<Receipt>
  readonly close: () => void
}
