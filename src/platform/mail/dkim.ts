import { hash, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { HeaderField, WrittenMail } from './write-mime.ts'

/** A domain's key, and the selector under which its public half is published (RFC 6376 §3.1). */
export type SigningKey = {
  readonly domain: string
  readonly selector: string
  readonly privateKey: KeyObject
}

const signApart = promisify(sign)

/**
 * The message with its DKIM signature (RFC 6376, relaxed/relaxed, RSA-SHA256) over every header field, so over both of
 * List-Unsubscribe and List-Unsubscribe-Post (RFC 8058 §4). `From` is signed once more than it is written: another cannot be
 * added. The arithmetic is done by a thread of the pool.
 */
export async function signedMail(mail: WrittenMail, key: SigningKey): Promise<WrittenMail> {
  const names = [...mail.headers.map(({ name }) => name.toLowerCase()), 'from']
  const unsigned = signatureField(key, names, bodyHash(mail.body))
  const digested = [...mail.headers.map(relaxed), relaxed(unsigned)].join('\r\n')
  const signature = await signApart('sha256', Buffer.from(digested), key.privateKey)

  const value = `${unsigned.value}${signature.toString('base64').replace(/.{72}(?=.)/g, '$&\r\n ')}`
  return { ...mail, headers: [{ name: unsigned.name, value }, ...mail.headers] }
}

function signatureField({ domain, selector }: SigningKey, names: readonly string[], bh: string): HeaderField {
  const tags = [
    `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=${selector}`,
    `h=${names.join(':').replace(/.{1,60}:/g, '$&\r\n  ')}`,
    `bh=${bh}`,
    'b=',
  ]
  return { name: 'DKIM-Signature', value: tags.join(';\r\n ') }
}

const bodyHash = (body: string) => hash('sha256', relaxedBody(body), 'base64')

/** RFC 6376 §3.4.4. Our bodies are quoted-printable: only spaces inside a line can repeat. */
function relaxedBody(body: string) {
  const lines = body
    .replace(/[ \t]+/g, ' ')
    .replaceAll(' \r\n', '\r\n')
    .trimEnd()
  return lines === '' ? '' : `${lines}\r\n`
}

/** RFC 6376 §3.4.2. */
const relaxed = ({ name, value }: HeaderField) =>
  `${name.toLowerCase()}:${value
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()}`
