/** The great kinds of licences, as a person who chooses a software needs them. */
export const licenceFamilies = ['copyleft', 'permissive', 'not-free', 'unknown'] as const
export type LicenceFamily = (typeof licenceFamilies)[number]

export const licenceFamilyNames: Record<LicenceFamily, string> = {
  copyleft: 'Libre, à réciprocité (GPL, EUPL…)',
  permissive: 'Libre, permissive (MIT, Apache…)',
  'not-free': 'Non libre',
  unknown: 'À vérifier',
}

/** Whether those who share a changed version owe its source under the same licence, in full or by file. */
export function licenceFamilyOf(spdx: string | null, isFree: boolean | null): LicenceFamily {
  if (isFree === null) return 'unknown'
  if (!isFree) return 'not-free'
  return spdx !== null && reciprocal.test(spdx) ? 'copyleft' : 'permissive'
}

const reciprocal = /(^|[\s(])((A|L)?GPL|MPL|EUPL|CECILL-[12C]|EPL|OSL|CPL|IPL|CC-BY-SA|CPAL|CDDL)/
