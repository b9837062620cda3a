import type { Software } from '#modules/catalogue/index.ts'

/** Where a software runs, in the words of the screens; a word that is not known is shown as it was given. */
const platformNames: Readonly<Record<string, string>> = {
  web: 'dans un navigateur',
  windows: 'Windows',
  mac: 'macOS',
  macos: 'macOS',
  linux: 'Linux',
  ios: 'iPhone et iPad',
  android: 'Android',
}

/** « Windows, macOS et Linux ». */
export const platformWords = (platforms: readonly string[]) =>
  inFrench.format([
    ...new Set(platforms.map((platform) => platformNames[platform.toLowerCase()] ?? platform)),
  ])

const inFrench = new Intl.ListFormat('fr', { type: 'conjunction' })

/** How far the making of it is, by the words of publiccode.yml. */
export const developmentWords: Readonly<Record<string, string>> = {
  concept: 'À l’état d’idée',
  development: 'En développement, pas encore utilisable',
  beta: 'À l’essai (bêta)',
  stable: 'Stable',
  obsolete: 'Abandonné par ceux qui le faisaient',
}

/** « Libre », « Non libre », or that nobody knows: a licence is free or it is not, and a sheet never lets it be guessed. */
export const freedomOf = ({ isFree }: Pick<Software, 'isFree'>) =>
  isFree === true
    ? ({ label: 'Licence libre', tone: 'teal' } as const)
    : isFree === false
      ? ({ label: 'Licence non libre', tone: 'brick' } as const)
      : ({ label: 'Licence à vérifier', tone: 'ochre' } as const)
