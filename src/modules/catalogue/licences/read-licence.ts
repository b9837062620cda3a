import parse, { type Expression } from 'spdx-expression-parse'
import { isFreeLicence, licenceNamed } from './licence.ts'

/** What is to be said of a licence as it was written; each has a French sentence in `licenceWarningWords`. */
export type LicenceWarning =
  | 'no-licence'
  | 'not-understood'
  | 'rewritten'
  | 'version-unclear'
  | 'list-unclear'
  | 'not-free'
  | 'not-known-as-free'

export type ReadLicence = {
  /** An SPDX expression (SPDX 3, annex B), or null when nothing is understood. */
  readonly spdx: string | null
  /** Null: not known. */
  readonly isFree: boolean | null
  readonly warnings: readonly LicenceWarning[]
}

/**
 * Reads a licence as directories write it (« GPL V2.0 », « MPL 2.0 et EPL 1.0 », « LGPL-3.0, GPL-3.0 ») into an SPDX
 * expression, and says whether it is free. What is not understood is said, never guessed.
 */
export function readLicence(raw: string | null | undefined): ReadLicence {
  const text = (raw ?? '').trim()
  if (text === '' || /^(n\/?a|none|inconnue?|unknown|-|noassertion|other license)$/i.test(text))
    return { spdx: null, isFree: null, warnings: ['no-licence'] }
  if (text.length > 500) return { spdx: null, isFree: null, warnings: ['not-understood'] }
  if (isProprietary(text)) return { spdx: null, isFree: false, warnings: ['not-free'] }

  const said = expressionOf(text)
  return said
    ? judged(said.spdx, [...said.warnings])
    : { spdx: null, isFree: null, warnings: ['not-understood'] }
}

const isProprietary = (text: string) =>
  /propri[eé]t|proprietary|commons[- ]clause|all rights reserved/i.test(text)

function expressionOf(text: string) {
  const whole = tidied(text)
  if (whole) return { spdx: whole, warnings: whole === text ? [] : (['rewritten'] as const) }
  const known = licenceNamed(text)
  if (known) return { spdx: known.spdx, warnings: warningsOf([known], text) }

  return listOf(text)
}

/** « MIT », « GPL-2.0-only OR MIT »: already SPDX, with the old names brought to the new ones. */
function tidied(text: string) {
  const tree = parsed(text)
  return tree && !hasOldName(tree) ? written(tree) : undefined
}

function listOf(text: string) {
  const parts = text.split(/\s*[,;/|]\s*|\s+(?:et|and|ou|or|&)\s+/i).filter((part) => part !== '')
  const read = parts.map(licenceNamed)
  if (parts.length < 2 || read.some((licence) => licence === undefined)) return undefined

  const known = read.filter((licence) => licence !== undefined)
  const isChoice = /\s(ou|or)\s/i.test(text) && !/[,;/|]|\s(et|and|&)\s/i.test(text)
  const isTogether = /\s(et|and|&)\s/i.test(text) && !/[,;/|]|\s(ou|or)\s/i.test(text)
  const spdx = [...new Set(known.map((licence) => licence.spdx))].join(isChoice ? ' OR ' : ' AND ')
  const unclear = isChoice || isTogether ? [] : (['list-unclear'] as const)
  return { spdx, warnings: [...warningsOf(known, text), ...unclear] }
}

const warningsOf = (licences: readonly { spdx: string; isVersionUnclear: boolean }[], text: string) => {
  const isRewritten = licences.map(({ spdx }) => spdx).join(' AND ') !== text
  const isUnclear = licences.some(({ isVersionUnclear }) => isVersionUnclear)
  return [
    ...(isRewritten ? (['rewritten'] as const) : []),
    ...(isUnclear ? (['version-unclear'] as const) : []),
  ]
}

function judged(spdx: string, warnings: LicenceWarning[]): ReadLicence {
  const tree = parsed(spdx)
  const isFree = tree ? isFreeTree(tree) : null
  if (isFree === false) warnings.push('not-free')
  if (isFree === null) warnings.push('not-known-as-free')

  return { spdx, isFree, warnings }
}

/** A choice is free when one of its sides is; licences that hold together are free when all of them are. */
function isFreeTree(tree: Expression): boolean | null {
  if ('license' in tree) return isFreeLicence(tree.license)

  const sides = [isFreeTree(tree.left), isFreeTree(tree.right)]
  const decisive = tree.conjunction === 'or'
  if (sides.includes(decisive)) return decisive
  return sides.includes(null) ? null : !decisive
}

function parsed(text: string) {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}

const hasOldName = (tree: Expression): boolean =>
  'license' in tree
    ? tree.plus === true || /^(A|L)?GPL-\d\.\d$/.test(tree.license)
    : hasOldName(tree.left) || hasOldName(tree.right)

function written(tree: Expression): string {
  if ('license' in tree) return tree.exception ? `${tree.license} WITH ${tree.exception}` : tree.license

  const side = (one: Expression) =>
    'license' in one || one.conjunction === tree.conjunction ? written(one) : `(${written(one)})`
  return `${side(tree.left)} ${tree.conjunction.toUpperCase()} ${side(tree.right)}`
}
