/** A record to publish in a domain's zone, as two forms take it: whole, and as a zone file writes it. */
export type DnsRecord = {
  readonly id: 'dkim' | 'spf' | 'dmarc' | 'returns'
  readonly name: string
  readonly type: 'TXT' | 'MX'
  readonly value: string
  readonly zoneLine: string
}

type Sending = {
  readonly domain: string
  readonly selector: string
  readonly publicKey: string
  readonly relayHost: string | undefined
  readonly mailFrom: string
}

/** What must be published for our e-mails to be believed: signature, who may send, what to do with the others. */
export function recordsToPublish({ domain, selector, publicKey, relayHost, mailFrom }: Sending): DnsRecord[] {
  return [
    text('dkim', `${selector}._domainkey.${domain}`, dkimRecord(publicKey)),
    text('spf', domain, `v=spf1 ${relayHost ? `a:${relayHost} ` : ''}mx ~all`),
    text('dmarc', `_dmarc.${domain}`, `v=DMARC1; p=none; rua=mailto:${mailFrom}; adkim=r; aspf=r`),
  ]
}

/** The public half of a key as RFC 6376 §3.6.1 has it published. */
export const dkimRecord = (publicKey: string) => `v=DKIM1; k=rsa; p=${publicKey}`

const text = (id: DnsRecord['id'], name: string, value: string): DnsRecord => ({
  id,
  name,
  type: 'TXT',
  value,
  zoneLine: `${name}. IN TXT ${inPieces(value)}`,
})

/** One string of a TXT record holds 255 characters (RFC 1035 §3.3.14): a key of 2048 bits takes two. */
const inPieces = (value: string) => (value.match(/.{1,255}/g) ?? []).map((piece) => `"${piece}"`).join(' ')
