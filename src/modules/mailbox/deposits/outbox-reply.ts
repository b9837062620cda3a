/** What a visitor of the demonstration, or of a Beffroi that sends nothing yet, answers in a town hall's place. */
export type OutboxReply = {
  readonly id: string
  readonly from: string
  readonly name: string
  readonly to: string
  readonly subject: string
  readonly messageId: string
  readonly text: string
  readonly at: Date
}

/** The answer as the message that a town hall's program would write (RFC 5322): it enters by the same path as a real one. */
export function outboxReply({ id, from, name, to, subject, messageId, text, at }: OutboxReply): string {
  return [
    `Return-Path: <${from}>`,
    `From: ${name ? `${encoded(name)} <${from}>` : from}`,
    `To: <${to}>`,
    `Subject: ${encoded(/^re\s*:/i.test(subject) ? subject : `Re: ${subject}`)}`,
    `Date: ${at.toUTCString()}`,
    `Message-ID: <${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    `In-Reply-To: <${messageId}>`,
    `References: <${messageId}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(text).replace(/.{76}/g, '$&\r\n'),
    '',
  ].join('\r\n')
}

/** A header that is not plain ASCII, as RFC 2047 writes it; a line break in it would begin another header. */
const encoded = (text: string) => `=?utf-8?B?${base64(text.replace(/[\r\n]+/g, ' '))}?=`

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')
