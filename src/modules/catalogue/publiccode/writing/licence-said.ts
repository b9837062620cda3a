import { readLicence } from '../../licences/read-licence.ts'

/**
 * The licence as far as it is known. « AGPL-3.0 » does not say whether later versions hold: neither « only » nor « or later » is
 * then written, but the older SPDX name, which says no more than the source did.
 */
export function licenceSaid(spdx: string | null, raw: string | null): string | null {
  const isUnclear = readLicence(raw).warnings.includes('version-unclear')
  return isUnclear ? (spdx?.replace(/((?:A|L)?GPL-\d\.\d)-only\b/g, '$1') ?? null) : spdx
}
