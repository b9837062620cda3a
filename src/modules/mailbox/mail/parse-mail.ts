import PostalMime from 'postal-mime'
import { addressesIn, fieldOf, fieldsOf, type HeaderField, messageIdsIn } from './header-fields.ts'
import { htmlReplyToText, htmlToText } from './html-text.ts'
import { meantText, replyText } from './reply-text.ts'

/** A part of a report, or the message it speaks of: its type and its text. */
export type ReportPart = { readonly type: string; readonly text: string }

export type AttachmentLine = { readonly name: string; readonly type: string; readonly size: number }

/** A message as the rules read it. Nothing in it is missing: what could not be read is empty, and told in `unreadable`. */
export type ParsedMail = {
  readonly headers: readonly HeaderField[]
  readonly from: string
  readonly fromName: string
  /** The return path of the last server; empty for « <> », undefined when no server wrote one. */
  readonly returnPath: string | undefined
  /** Every address it was sent to, by its headers and by the servers that carried it. */
  readonly recipients: readonly string[]
  readonly subject: string
  readonly messageId: string
  readonly sentAt: Date | undefined
  /** The messages it answers, the last one first. */
  readonly references: readonly string[]
  /** The media type of the whole, and which report it says it is. */
  readonly type: string
  readonly reportType: string
  readonly text: string
  /** What the person wrote, without the message quoted; then without the signature. */
  readonly reply: string
  readonly meant: string
  readonly html: string | undefined
  readonly reportParts: readonly ReportPart[]
  readonly attachments: readonly AttachmentLine[]
  readonly unreadable: readonly string[]
}

/** Reads a message whatever its state; never throws. */
export async function parseMail(bytes: Uint8Array): Promise<ParsedMail> {
  const whole = await PostalMime.parse(bytes).then(
    (email) => ({ email, unreadable: [] as string[] }),
    () => ({ email: undefined, unreadable: ['Le message est trop abîmé pour être découpé en parties.'] }),
  )
  return whole.email ? describe(whole.email) : { ...describe(headersAlone(bytes)), ...whole }
}

type Email = Awaited<ReturnType<typeof PostalMime.parse>>

// A message that the library gives up is still a sender, a subject and words for a person to read.
function headersAlone(bytes: Uint8Array): Email {
  const text = decode(bytes.subarray(0, 100_000))
  const [head = '', body = ''] = text.split(/\r?\n\r?\n(.*)/s)
  const headers = [...head.matchAll(/^([!-9;-~]+):[ \t]*(.*)$/gm)].map(([, name = '', value = '']) => ({
    key: name.toLowerCase(),
    originalKey: name,
    value: value.trim(),
  }))
  return { headers, headerLines: [], attachments: [], text: body }
}

function describe(email: Email): ParsedMail {
  const headers = email.headers.map(({ key, value }) => ({
    name: key,
    value: value.replace(/\s+/g, ' ').trim(),
  }))
  const from = email.from ?? email.sender
  const text = (email.text ?? (email.html ? htmlToText(email.html) : '')).slice(0, longestText)
  const own = email.text?.trim() || !email.html ? text : htmlReplyToText(email.html).slice(0, longestText)
  const sentAt = new Date(email.date ?? '')
  const contentType = fieldOf(headers, 'content-type')

  return {
    headers,
    from: from?.address?.toLowerCase() ?? addressesIn(fieldOf(headers, 'from'))[0] ?? '',
    fromName: from?.name ?? '',
    returnPath: returnPathOf(headers),
    recipients: addressesIn(
      fieldsOf(headers, 'to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to').join(
        ' ',
      ),
    ),
    subject: email.subject ?? '',
    messageId: messageIdsIn(email.messageId ?? '')[0] ?? '',
    sentAt: Number.isNaN(sentAt.getTime()) ? undefined : sentAt,
    references: messageIdsIn(
      `${fieldOf(headers, 'in-reply-to')} ${reversed(fieldOf(headers, 'references'))}`,
    ),
    type: /^[\w.+-]+\/[\w.+-]+/.exec(contentType)?.[0].toLowerCase() ?? 'text/plain',
    reportType: /report-type\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? '',
    text,
    reply: replyText(own),
    meant: meantText(own),
    html: email.html,
    reportParts: email.attachments.filter(isReportPart).map(({ mimeType, content }) => ({
      type: mimeType,
      text: decode(bytesOf(content).subarray(0, longestText)),
    })),
    attachments: email.attachments
      .filter((part) => !isReportPart(part))
      .map(({ filename, mimeType, content }) => ({
        name: filename ?? 'sans nom',
        type: mimeType,
        size: bytesOf(content).length,
      })),
    unreadable: [],
  }
}

// The rules and the screens read this much of a text; the message itself is kept whole.
const longestText = 200_000

const isReportPart = ({ mimeType }: { mimeType: string }) =>
  /^(?:message\/|text\/rfc822-headers)/.test(mimeType) && mimeType !== 'message/external-body'

/** « <> » is written by the last server for what answers to nobody (RFC 5321 §4.5.5). */
function returnPathOf(headers: readonly HeaderField[]) {
  const written = fieldsOf(headers, 'return-path')[0]
  return written === undefined ? undefined : (addressesIn(written)[0] ?? '')
}

const reversed = (references: string) => references.split(/\s+/).reverse().join(' ')

const bytesOf = (content: ArrayBuffer | Uint8Array | string) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)

/** Reports are ASCII by their standard and Latin-1 in practice: what is not UTF-8 is read as Windows-1252. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** One attachment of a message read whole, by its rank in `attachments`. */
export async function readAttachment(bytes: Uint8Array, rank: number) {
  const { attachments } = await PostalMime.parse(bytes)
  const part = attachments.filter((one) => !isReportPart(one))[rank]
  return part && { name: part.filename ?? 'sans-nom', bytes: bytesOf(part.content) }
}
