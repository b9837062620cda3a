import { accept, refuse } from './decision.ts'

const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Takes an e-mail address as people type it and gives the one form Beffroi keeps: trimmed, lower case, domain in
 * ASCII. Refuses what no mail server would take (lengths and characters of RFC 5321, a domain with a dot).
 */
export function parseEmail(raw: string) {
  const text = raw
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
    .normalize('NFC')
    .toLowerCase()
  const at = text.lastIndexOf('@')
  const name = text.slice(0, at)
  const domain = at < 1 ? null : asciiDomain(text.slice(at + 1))
  if (domain === null || name.length > 64 || !local.test(name)) return refuse('not-an-email')

  return accept(`${name}@${domain}`)
}

function asciiDomain(domain: string) {
  if (!/^[\p{L}\p{N}.-]+$/u.test(domain)) return null

  const ascii = URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : ''
  const labels = ascii.split('.')
  const last = labels.at(-1) ?? ''
  const isSound = labels.length > 1 && ascii.length <= 253 && /^[a-z]/.test(last) && last.length > 1

  return isSound && labels.every((part) => label.test(part)) ? ascii : null
}
