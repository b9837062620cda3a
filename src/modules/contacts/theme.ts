/** What a town hall's answer is about, in its own words; `domain` is what the routing looks at. */
type ThemeRow = { readonly label: string; readonly domain: 'e-administration' | 'free-software' }

const rows = {
  'e-administration': { label: 'Démarches en ligne, e-administration', domain: 'e-administration' },
  'acts-transmission': {
    label: 'Transmission des actes à la préfecture (S²LOW)',
    domain: 'e-administration',
  },
  'electronic-signature': { label: 'Signature électronique, parapheur', domain: 'e-administration' },
  'office-software': { label: 'Logiciels de bureau', domain: 'free-software' },
  'web-site': { label: 'Site internet de la commune', domain: 'free-software' },
  school: { label: 'École', domain: 'free-software' },
  'public-digital-space': { label: 'Espace public numérique', domain: 'free-software' },
  cemetery: { label: 'Cimetière', domain: 'free-software' },
  'file-server': { label: 'Serveur de fichiers, sauvegardes', domain: 'free-software' },
  'old-workstations': { label: 'Postes de travail anciens', domain: 'free-software' },
  other: { label: 'Autre chose', domain: 'free-software' },
} as const satisfies Record<string, ThemeRow>

export type Theme = keyof typeof rows

/** The themes in the order of the form. */
export const themes = Object.keys(rows) as readonly Theme[]

export const isTheme = (text: string): text is Theme => Object.hasOwn(rows, text)

/** A theme in the words of the screens. */
export const themeName = (theme: Theme) => rows[theme].label

/** Whether a theme belongs to e-administration, the operator's own ground. */
export const isEAdministration = (theme: Theme) => rows[theme].domain === 'e-administration'
