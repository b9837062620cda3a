import { type DeliveryToken, readSubAddress, readToken } from '../deliveries/delivery-token.ts'

/** The subject of a mail that asks not to be written to any more, as List-Unsubscribe has it sent. */
const subject = 'desinscription'

/** The header fields that let a mailbox offer its own button: one click by the web, or a mail (RFC 2369, RFC 8058). */
export const unsubscriptionHeaders = (baseUrl: string, mailbox: string, token: string) => ({
  'List-Unsubscribe': `<${baseUrl}/o/${token}>, <mailto:${mailbox}?subject=${subject}%20${token}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

type Received = { readonly subject: string; readonly recipients: readonly string[] }

/**
 * Reads a mail that asks not to be written to any more: its subject says so, and its token is there or in the address it
 * came to. The token is still to be verified. Undefined for any other mail.
 */
export function readUnsubscription({ subject: given, recipients }: Received): DeliveryToken | undefined {
  const words = given.normalize('NFD').replace(/\p{M}/gu, '').trim().split(/\s+/)
  if (!words.some((word) => word.toLowerCase() === subject)) return undefined

  const carried = recipients.map((address) => readSubAddress(address)?.token)
  return [...words.map(readToken), ...carried].find((token) => token !== undefined)
}
