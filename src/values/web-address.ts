import { accept, refuse } from './decision.ts'

/** Takes a web address as people type it (with or without its scheme) and gives it whole; refuses other schemes. */
export function parseWebAddress(raw: string) {
  const text = raw.trim()
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (/\s|@/.test(whole) || whole.length > 2000 || !URL.canParse(whole)) return refuse('not-a-web-address')

  const url = new URL(whole)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  if (!isWeb || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(url.hostname)) return refuse('not-a-web-address')

  return accept(url.href.replace(/^(https?:\/\/[^/?#]+)\/$/, '$1'))
}
