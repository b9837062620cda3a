import { accept, refuse } from './decision.ts'

const overseas = ['262', '508', '590', '594', '596', '681', '687', '689']

/**
 * Takes a French telephone number as people type it and gives its international form (+33327…). Numbers written
 * with their country code are kept, four-digit service numbers too; anything else is refused.
 */
export function parsePhone(raw: string) {
  const digits = raw
    .trim()
    .replace(/^tel:/i, '')
    .replace(/\(0\)/, '')
    .replace(/[\s./()\u2010-\u2015-]/g, '')
    .replace(/^00/, '+')
  const plain = digits.replace(/^\+330?(?=[1-9])/, '0')

  if (/^0[1-9]\d{8}$/.test(plain)) return accept(`+33${plain.slice(1)}`)
  if (/^(3\d{3}|10\d{2})$/.test(plain)) return accept(plain)
  if (/^\+[1-9]\d{6,14}$/.test(plain)) return accept(plain)
  return refuse('not-a-phone')
}

/** Shows a kept number as it is read aloud in France: « 03 27 12 34 56 », with non-breaking spaces. */
export function formatPhone(phone: string) {
  const country = overseas.find((code) => phone.startsWith(`+${code}`))
  if (phone.startsWith('+33')) return pairs(`0${phone.slice(3)}`)
  if (country) return `+${country}\u00a0${pairs(phone.slice(country.length + 1))}`
  if (phone.startsWith('+')) return phone
  return pairs(phone)
}

const pairs = (digits: string) =>
  digits.length % 2 === 0
    ? digits.replace(/(..)(?=.)/g, '$1\u00a0')
    : digits.replace(/(.{3})(?=.)/, '$1\u00a0')
