/**
 * What a delivery's own addresses are made of. The tag is a keyed hash (RFC 8058 §6: opaque, unguessable, naming nobody), so
 * that a token can be checked without being kept. Letters and digits in lower case: mailboxes lose capitals.
 */
export type DeliveryToken = { readonly id: string; readonly tag: string }

/** « 0199f0c48d4e7a54… » followed by its tag: 32 hexadecimal digits, then 26 symbols. */
export const writeToken = ({ id, tag }: DeliveryToken) => `${id.replaceAll('-', '')}${tag}`

/** Reads a token as it comes back, whatever its capitals; undefined when it was not one of ours. */
export function readToken(text: string): DeliveryToken | undefined {
  const [, hex, tag] = /^([0-9a-f]{32})([a-z2-7]{26})$/.exec(text.toLowerCase()) ?? []
  return hex && tag ? { id: asUuid(hex), tag } : undefined
}

/** `returns@example.fr` → `returns+b-TOKEN@example.fr`: a sub-address of the mailbox that Beffroi reads (RFC 5233). */
export function subAddress(mailbox: string, kind: 'b' | 'r', token: string) {
  const at = mailbox.lastIndexOf('@')
  return `${mailbox.slice(0, at)}+${kind}-${token}${mailbox.slice(at)}`
}

/** The token that a sub-address carries, if it is one of ours: `b` for what returns to the sender, `r` for an answer. */
export function readSubAddress(address: string) {
  const [, kind, text = ''] = /(?:^|\+)([br])-([0-9a-z]+)@/i.exec(address) ?? []
  const token = readToken(text)
  return token && kind ? { kind: kind.toLowerCase() as 'b' | 'r', token } : undefined
}

const asUuid = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
