import licences from 'spdx-license-list'

/**
 * Whether a licence is free: approved by the Open Source Initiative (the SPDX list says which), or held for free by
 * the Free Software Foundation (gnu.org/licenses/license-list). Null when neither list speaks of it.
 */
export function isFreeLicence(id: string): boolean | null {
  if (notFree.has(id) || /^CC-BY-(NC|ND)/.test(id) || /^(PolyForm|FSL|BUSL)-/.test(id)) return false
  if (licences[id]?.osiApproved || heldFree.has(id)) return true

  return null
}

// The FSF's list, for the licences that the OSI has not examined.
const heldFree = new Set(
  'X11 CECILL-2.0 CECILL-B CECILL-C Zimbra-1.3 WTFPL AGPL-1.0 AGPL-1.0-only AGPL-1.0-or-later GPL-1.0-only GPL-1.0-or-later GPL-2.0-only GPL-2.0-or-later GPL-3.0-only GPL-3.0-or-later AGPL-3.0-only AGPL-3.0-or-later LGPL-2.0-only LGPL-2.0-or-later LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0-only LGPL-3.0-or-later BSD-4-Clause BSD-2-Clause-FreeBSD CC0-1.0 OpenSSL PHP-3.01 Ruby Vim Imlib2 ZPL-2.1 FTL iMatix MPL-1.1 Sendmail CC-BY-4.0 CC-BY-SA-4.0 OFL-1.1'.split(
    ' ',
  ),
)

const notFree = new Set(
  'SSPL-1.0 Elastic-2.0 BUSL-1.1 SUL-1.0 JSON BSD-3-Clause-No-Military-License Aladdin MS-LPL MS-RSL Hippocratic-2.1 Parity-7.0.0'.split(
    ' ',
  ),
)

type Named = { readonly spdx: string; readonly isVersionUnclear: boolean }

/** One licence by the ways people write it: « GPL V2.0 », « AGPL-3 », « CeCILL 2.1 », « BSD-3.0 ». */
export function licenceNamed(text: string): Named | undefined {
  const plain = text
    .trim()
    .replace(/^(the|la)\s+/i, '')
    .replace(/\s+licen[cs]e$/i, '')
  const bare = /^(?:GNU\s+)?((?:A|L)?GPL)$/i.exec(plain)?.[1]?.toUpperCase()
  if (bare) return { spdx: anyVersion[bare] ?? 'GPL-1.0-or-later', isVersionUnclear: true }
  const gnu = /^(?:GNU\s+)?(A|L)?GPL[\s-]*v?\s*(\d)(?:\.(\d))?[\s-]*(\+|or[\s-]later|only)?$/i.exec(plain)
  if (gnu) return gnuNamed(gnu)

  const key = keyOf(plain)
  const spdx = byWriting.get(key) ?? byWriting.get(`${key}.0`)
  return spdx ? { spdx, isVersionUnclear: false } : undefined
}

// « If the Program does not specify a version number, you may choose any version ever published » (GPL 2 § 9, 3 § 14).
const anyVersion: Readonly<Record<string, string>> = {
  GPL: 'GPL-1.0-or-later',
  LGPL: 'LGPL-2.0-or-later',
  AGPL: 'AGPL-1.0-or-later',
}

function gnuNamed([, kind = '', major = '', minor = '0', end = '']: RegExpExecArray): Named | undefined {
  const id = `${kind.toUpperCase()}GPL-${major}.${minor}`
  const spdx = `${id}-${end === '+' || /later/i.test(end) ? 'or-later' : 'only'}`
  return licences[spdx] ? { spdx, isVersionUnclear: end === '' } : undefined
}

const keyOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s_-]*v(?=\d)/g, ' ')
    .replace(/[\s_-]+/g, ' ')

const byWriting = new Map<string, string>([
  ...Object.keys(licences).map((id) => [keyOf(id), id] as const),
  ['bsd 3.0', 'BSD-3-Clause'],
  ['new bsd', 'BSD-3-Clause'],
  ['simplified bsd', 'BSD-2-Clause'],
  ['apache', 'Apache-2.0'],
  ['expat', 'MIT'],
  ['mozilla public 2.0', 'MPL-2.0'],
  ['eclipse public 2.0', 'EPL-2.0'],
])
