import type { ReplyCode } from '#values/reply-code.ts'
import { toHtmlEmail } from '../messages/html-email.ts'
import { legalNotice } from '../messages/legal-notice.ts'
import type { Message } from '../messages/message.ts'
import { answerUrl } from '../messages/message-values.ts'
import { plainSubject, toPlainText } from '../messages/plain-text.ts'
import type { MessageValues } from '../messages/variables.ts'
import { unsubscriptionHeaders } from '../unsubscriptions/unsubscription.ts'
import type { AudienceKind } from '../waves/addressee.ts'
import type { Sender } from '../waves/sender.ts'

/** What a wave says and in whose name, as frozen at its launch. */
export type FrozenMessage = {
  readonly subject: string
  readonly body: string
  readonly signature: string
  readonly sender: Sender
}

/** What of a delivery goes into its e-mail. */
export type EmailDelivery = {
  readonly address: string
  readonly addressSource: string
  readonly replyCode: ReplyCode
  readonly messageId: string
  readonly values: MessageValues
  /** Whom it is written to; a town hall unless said. */
  readonly audience?: AudienceKind
  /** The addresses of this delivery alone; absent from a preview and from a test copy. */
  readonly own?: OwnAddresses
}

/** Where bounces, answers and refusals of one delivery come back, and the wave they are counted with. */
export type OwnAddresses = {
  readonly waveId: string
  readonly token: string
  readonly returnPath: string
  readonly replyTo: string
}

/** One addressee's e-mail, whole: the same input gives the same message, at whatever attempt. */
export function composeEmail({ sender, ...frozen }: FrozenMessage, delivery: EmailDelivery) {
  const message = signed(frozen)
  const answer = answerUrl(sender.baseUrl, delivery.replyCode)
  const notice = legalNotice({
    ...sender,
    audience: delivery.audience,
    source: delivery.addressSource,
    answerUrl: answer,
  })

  return {
    messageId: delivery.messageId,
    from: `"${sender.operator.replace(/["\\\r\n]/g, ' ')}" <${sender.from}>`,
    to: delivery.address,
    envelopeFrom: delivery.own?.returnPath ?? sender.from,
    envelopeId: delivery.messageId.replace(/@.*$/, ''),
    replyTo: delivery.own?.replyTo ?? sender.replyTo,
    subject: plainSubject(message, delivery.values),
    text: toPlainText(message, delivery.values, notice),
    html: toHtmlEmail(message, delivery.values, notice),
    headers: delivery.own ? campaignHeaders(sender, delivery.own) : {},
  }
}

/** What tells mailboxes that this is one message of a campaign, and how to leave it. No `Auto-Submitted`: a person signs it. */
function campaignHeaders(
  { from, baseUrl }: Sender,
  { waveId, token, replyTo }: OwnAddresses,
): Record<string, string> {
  const domain = from.slice(from.lastIndexOf('@') + 1)
  return {
    ...unsubscriptionHeaders(baseUrl, replyTo, token),
    'List-Id': `<campagne.${domain}>`,
    // campaign:wave:kind:sender, by which Gmail and Orange tell our sendings apart
    'Feedback-ID': `beffroi:${waveId}:courriel:${domain.replace(/[^a-z0-9]/gi, '-').slice(0, 15)}`,
  }
}

/** The subject that one town hall reads; as written when its values are not known. */
export const subjectFor = ({ subject, body }: FrozenMessage, values: MessageValues | null) =>
  values ? plainSubject({ subject, body }, values) : subject

/** The message with its signature under its text, above the legal notice. */
export function signed({ subject, body, signature }: Message & { readonly signature: string }): Message {
  const lines = signature
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  if (lines.length === 0) return { subject, body }

  const block = lines.join('  \n')
  const notice = /^\s*\{\{\s*mentions_legales\s*\}\}\s*$/m
  return {
    subject,
    body: notice.test(body)
      ? body.replace(notice, (found) => `\n${block}\n\n${found}`)
      : `${body}\n\n${block}`,
  }
}
