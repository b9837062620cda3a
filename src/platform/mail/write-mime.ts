import { encodeWord, encodeWords, foldLines, isPlainText } from 'nodemailer/lib/mime-funcs'
import { encode, wrap } from 'nodemailer/lib/qp'
import type { Mail } from './mail.ts'

/** A message as it goes over the wire: its header fields, folded, and its body; every line ends with CR LF (RFC 5322). */
export type WrittenMail = { readonly headers: readonly HeaderField[]; readonly body: string }
export type HeaderField = { readonly name: string; readonly value: string }

/** Writes a mail for the wire. The same mail and the same date give the same bytes. */
export function writeMime(mail: Mail, date: Date): WrittenMail {
  const { contentHeaders, body } = contentOf(mail)
  return { headers: [...headersOf(mail, date), ...contentHeaders], body }
}

/** The whole text, header fields first. */
export const wholeText = ({ headers, body }: WrittenMail) =>
  `${headers.map(({ name, value }) => `${name}: ${value}\r\n`).join('')}\r\n${body}`

function headersOf({ from, to, replyTo, subject, messageId, headers = {} }: Mail, date: Date): HeaderField[] {
  return [
    folded('From', mailbox(from)),
    folded('To', mailbox(to)),
    ...(replyTo ? [folded('Reply-To', mailbox(replyTo))] : []),
    folded('Subject', encodeWords(oneLine(subject), 'Q', 52)),
    { name: 'Message-ID', value: `<${messageId}>` },
    { name: 'Date', value: date.toUTCString().replace('GMT', '+0000') },
    { name: 'MIME-Version', value: '1.0' },
    // As given, never folded: a folded List-Unsubscribe has broken signatures on its way.
    ...Object.entries(headers).map(([name, value]) => ({ name, value: oneLine(value) })),
  ]
}

function contentOf({ text, html, messageId }: Mail) {
  if (html === undefined) return { contentHeaders: contentHeaders('text/plain'), body: quoted(text) }

  // Never found inside a part: quoted-printable writes « = » as « =3D ».
  const boundary = `=_${messageId.replace(/[^0-9a-z]/gi, '').slice(0, 60)}`
  const parts = [part('text/plain', text), part('text/html', html)]
  return {
    contentHeaders: [{ name: 'Content-Type', value: `multipart/alternative;\r\n boundary="${boundary}"` }],
    body: `${parts.map((content) => `--${boundary}\r\n${content}\r\n`).join('')}--${boundary}--\r\n`,
  }
}

const contentHeaders = (type: string): HeaderField[] => [
  { name: 'Content-Type', value: `${type}; charset=utf-8` },
  { name: 'Content-Transfer-Encoding', value: 'quoted-printable' },
]

const part = (type: string, text: string) => wholeText({ headers: contentHeaders(type), body: quoted(text) })

const quoted = (text: string) => wrap(encode(text.replace(/\r?\n/g, '\r\n')), 76)

function mailbox(text: string) {
  const [, name, address] = /^"([^"]*)" <([^<>]+)>$/.exec(text) ?? []
  if (name === undefined || address === undefined) return oneLine(text)

  return `${isPlainText(name) ? `"${name}"` : encodeWord(name, 'Q', 52)} <${oneLine(address)}>`
}

const folded = (name: string, value: string): HeaderField => ({
  name,
  value: foldLines(`${name}: ${value}`, 76).slice(name.length + 2),
})

/** A header that held a line break could say another header. */
const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ')
