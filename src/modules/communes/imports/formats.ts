/** The files Beffroi reads: four official sources, and any sheet whose columns a person names. */
export const formats = ['dpnt', 'dila', 'rne-mayors', 'contours', 'columns'] as const
export type Format = (typeof formats)[number]

type OfficialSource = {
  readonly name: string
  readonly dataset: string
  readonly publisher: string
  readonly brings: string
}

export const licence = 'Licence Ouverte 2.0'

/** Where each official file is found on data.gouv.fr, and what it brings. The name is the source kept with each datum. */
export const officialSources: Record<Exclude<Format, 'columns'>, OfficialSource> = {
  dpnt: {
    name: 'DPNT (ANCT)',
    dataset: 'donnees-de-la-presence-numerique-des-territoires',
    publisher: 'ANCT',
    brings: 'le courriel, le site et le téléphone de chaque mairie, publiés chaque jour',
  },
  dila: {
    name: 'Service-Public / DILA',
    dataset: 'service-public-gouv-fr-annuaire-de-l-administration-base-de-donnees-locales',
    publisher: 'DILA',
    brings: 'les adresses postales, courriels, téléphones et sites des mairies et mairies déléguées',
  },
  'rne-mayors': {
    name: 'RNE (ministère de l’Intérieur)',
    dataset: 'repertoire-national-des-elus-1',
    publisher: 'ministère de l’Intérieur',
    brings: 'le nom des maires, et s’il faut écrire « Madame » ou « Monsieur le maire »',
  },
  contours: {
    name: 'IGN (ADMIN EXPRESS)',
    dataset: 'admin-express-admin-express-cog-admin-express-cog-carto',
    publisher: 'IGN',
    brings: 'le contour des communes, pour la carte',
  },
}
