import { accept, refuse } from './decision.ts'

/** The nine digits of a French legal person. */
export type Siren = string
/** The fourteen digits of one of its establishments: the SIREN, then five digits of its own. */
export type Siret = string

const LA_POSTE = '356000000'

/** Reads a SIREN, spaces allowed, and refuses one whose check digit is wrong. */
export function parseSiren(text: string) {
  const digits = withoutSpaces(text)
  if (!/^\d{9}$/.test(digits)) return refuse('not-nine-digits')
  if (luhnSum(digits) % 10 !== 0) return refuse('wrong-check-digit')

  return accept<Siren>(digits)
}

/** Reads a SIRET. La Poste has so many counters that hers only make a digit sum that five divides (INSEE's own exception). */
export function parseSiret(text: string) {
  const digits = withoutSpaces(text)
  if (!/^\d{14}$/.test(digits)) return refuse('not-fourteen-digits')
  const isRight = luhnSum(digits) % 10 === 0 || (sirenOf(digits) === LA_POSTE && digitSum(digits) % 5 === 0)
  if (!isRight) return refuse('wrong-check-digit')

  return accept<Siret>(digits)
}

export const sirenOf = (siret: Siret): Siren => siret.slice(0, 9)

const withoutSpaces = (text: string) => text.replace(/\s/g, '')

const digitSum = (digits: string) => [...digits].reduce((sum, digit) => sum + Number(digit), 0)

/** Luhn: every second digit from the right is doubled, and its own two digits added. */
function luhnSum(digits: string) {
  return [...digits].reverse().reduce((sum, digit, rank) => {
    const value = Number(digit) * (rank % 2 === 0 ? 1 : 2)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}
