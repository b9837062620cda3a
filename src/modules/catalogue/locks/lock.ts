/** What a business program may force a commune to keep. */
export const lockForces = ['operating-system', 'browser', 'office-format', 'connector'] as const
export type LockForce = (typeof lockForces)[number]

export const lockForceNames: Record<LockForce, string> = {
  'operating-system': 'Système d’exploitation',
  browser: 'Navigateur',
  'office-format': 'Format bureautique',
  connector: 'Connecteur',
}

/** What a program does to the commune, in a sentence that its name begins and the thing ends. */
export const lockVerbs: Record<LockForce, string> = {
  'operating-system': 'ne marche que sous',
  browser: 'ne marche qu’avec le navigateur',
  'office-format': 'veut des documents au format',
  connector: 'n’échange qu’à travers le connecteur',
}

/** What people most often name, proposed by the form. */
export const lockSuggestions: Record<LockForce, readonly string[]> = {
  'operating-system': ['Windows', 'Windows 10', 'macOS'],
  browser: ['Internet Explorer (mode de compatibilité)', 'Edge', 'Chrome'],
  'office-format': ['Word avec macros', 'Excel avec macros', 'Publipostage Word', 'Access'],
  connector: [
    'Parapheur',
    'Comptabilité',
    'Télétransmission des actes',
    'État civil',
    'Annuaire Active Directory',
  ],
}

/** A word of the platforms of a sheet that opens a lock of the system; a web application opens them all. */
const opens: Readonly<Record<string, readonly string[]>> = {
  windows: ['windows', 'web'],
  macos: ['mac', 'macos', 'web'],
}

/** Whether a lock keeps a software out: only what forces a system does, and only of a software known not to run on it. */
export function keepsOut(
  { forces, whatPlain }: { readonly forces: LockForce; readonly whatPlain: string },
  platforms: readonly string[],
): boolean {
  if (forces !== 'operating-system' || platforms.length === 0) return false
  const known = Object.entries(opens).find(([system]) => whatPlain.startsWith(system))?.[1]
  return known !== undefined && !platforms.some((platform) => known.includes(platform.toLowerCase()))
}
