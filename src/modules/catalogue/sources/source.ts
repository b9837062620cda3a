/**
 * The layer of a sheet. `main` leaves in our exports under Licence Ouverte; the others keep their own licence and stay
 * apart: their text is never merged into a sheet of the main layer.
 */
export const layers = ['main', 'alternatives', 'awesome-selfhosted'] as const
export type Layer = (typeof layers)[number]

/** Where facts come from: its name and licence are shown on each sheet and on `/sources`. */
export type Source = {
  readonly name: string
  readonly licence: string
  readonly attribution: string
  readonly url: string | null
  /** The day of the edition that is shipped; null for what is read from elsewhere, or written here. */
  readonly date: string | null
  readonly layer: Layer
}

/** The sources, by their priority: of two that say something different, the first is shown. */
export const sources = {
  beffroi: {
    name: 'Les rédacteurs de ce catalogue',
    licence: 'Licence Ouverte 2.0',
    attribution: 'Rédacteurs du catalogue Beffroi',
    url: null,
    date: null,
    layer: 'main',
  },
  fiches: {
    name: 'Fiches de Beffroi',
    licence: 'Licence Ouverte 2.0',
    attribution: 'Fiches écrites pour Beffroi',
    url: null,
    date: '2026-11-24',
    layer: 'main',
  },
  publiccode: {
    name: 'publiccode.yml du projet',
    licence: 'CC0-1.0 pour le format ; faits publiés par chaque projet',
    attribution: 'Le projet lui-même, dans son fichier publiccode.yml',
    url: 'https://yml.publiccode.tools/',
    date: null,
    layer: 'main',
  },
  'sill-live': {
    name: 'SILL, catalogue en ligne',
    licence: 'Licence Ouverte 2.0',
    attribution: 'Socle interministériel de logiciels libres, DINUM',
    url: 'https://code.gouv.fr/sill/',
    date: null,
    layer: 'main',
  },
  comptoir: {
    name: 'Comptoir du Libre',
    licence: 'À confirmer auprès de l’Adullact',
    attribution: 'Comptoir du Libre, Adullact',
    url: 'https://comptoir-du-libre.org/',
    date: null,
    layer: 'main',
  },
  sill: {
    name: 'SILL 2022',
    licence: 'Licence Ouverte 2.0',
    attribution: 'Socle interministériel de logiciels libres, DINUM/Etalab, 10 mai 2022',
    url: 'https://github.com/etalab/sill-data',
    date: '2022-05-10',
    layer: 'main',
  },
  'sill-2021': {
    name: 'SILL 2021',
    licence: 'Licence Ouverte 2.0',
    attribution: 'SILL, groupes de mutualisation interministérielle, 10 juin 2021',
    url: 'https://github.com/DISIC/sill',
    date: '2021-06-10',
    layer: 'main',
  },
  'dinum-2024': {
    name: 'publiccode.yml réunis par la DINUM, 2024',
    licence: 'Licence Ouverte 2.0',
    attribution:
      'DINUM, mission logiciels libres, 15 octobre 2024. Modifié : adresses des personnes retirées',
    url: 'https://github.com/codegouvfr/awesome-codegouvfr',
    date: '2024-10-15',
    layer: 'main',
  },
  cnll: {
    name: 'Annuaire du CNLL',
    licence: 'À confirmer auprès du CNLL',
    attribution: 'CNLL',
    url: 'https://annuaire.cnll.fr/',
    date: null,
    layer: 'main',
  },
  italia: {
    name: 'Catalogue italien du réemploi',
    licence: 'À confirmer auprès de Developers Italia',
    attribution: 'Developers Italia',
    url: 'https://developers.italia.it/',
    date: null,
    layer: 'main',
  },
  // Texts that are not in French: shown when no source says it in French.
  'publiccode-en': {
    name: 'publiccode.yml du projet, dans sa langue',
    licence: 'CC0-1.0 pour le format ; faits publiés par chaque projet',
    attribution: 'Le projet lui-même, dans son fichier publiccode.yml',
    url: 'https://yml.publiccode.tools/',
    date: null,
    layer: 'main',
  },
  'dinum-2024-en': {
    name: 'publiccode.yml réunis par la DINUM, 2024, en anglais',
    licence: 'Licence Ouverte 2.0',
    attribution:
      'DINUM, mission logiciels libres, 15 octobre 2024. Modifié : adresses des personnes retirées',
    url: 'https://github.com/codegouvfr/awesome-codegouvfr',
    date: '2024-10-15',
    layer: 'main',
  },
  'italia-en': {
    name: 'Catalogue italien du réemploi, dans sa langue',
    licence: 'À confirmer auprès de Developers Italia',
    attribution: 'Developers Italia',
    url: 'https://developers.italia.it/',
    date: null,
    layer: 'main',
  },
  'foss-alternatives': {
    name: 'awesome-foss-alternatives',
    licence: 'CC-BY-4.0',
    attribution:
      'Stefane Fermigier et contributeurs, CC-BY-4.0. Modifié : lu en JSON, nombres d’étoiles retirés',
    url: 'https://github.com/sfermigier/awesome-foss-alternatives',
    date: '2026-05-26',
    layer: 'alternatives',
  },
  'oss-alternatives': {
    name: 'awesome-oss-alternatives',
    licence: 'MIT',
    attribution: '© 2022 Igor Kotua, licence MIT',
    url: 'https://github.com/RunaCapital/awesome-oss-alternatives',
    date: '2025-09-03',
    layer: 'alternatives',
  },
  'btw-alternatives': {
    name: 'open-source-alternatives',
    licence: 'MIT',
    attribution: '© 2023 btw, licence MIT',
    url: 'https://github.com/btw-so/open-source-alternatives',
    date: '2024-11-08',
    layer: 'alternatives',
  },
  'awesome-selfhosted': {
    name: 'awesome-selfhosted',
    licence: 'CC-BY-SA-3.0',
    attribution:
      'Auteurs d’awesome-selfhosted (fichier AUTHORS du projet), CC-BY-SA-3.0. Modifié : réuni en un fichier, historique retiré',
    url: 'https://github.com/awesome-selfhosted/awesome-selfhosted-data',
    date: '2026-08-21',
    layer: 'awesome-selfhosted',
  },
} as const satisfies Record<string, Source>

export type SourceSlug = keyof typeof sources

export const isSource = (slug: string): slug is SourceSlug => Object.hasOwn(sources, slug)

/** What is known of a source; one that this edition does not know is shown by its slug and counts last. */
export function sourceOf(slug: string): Source {
  return isSource(slug)
    ? sources[slug]
    : { name: slug, licence: 'Non connue', attribution: slug, url: null, date: null, layer: 'main' }
}

const ranks = new Map(Object.keys(sources).map((slug, rank) => [slug, rank]))

/** The rank of a source among those that speak of one software: the smallest is believed first. */
export const priorityOf = (source: string) => ranks.get(source) ?? ranks.size

/** What each layer is called on the screens. */
export const layerNames: Record<Layer, string> = {
  main: 'Catalogue, en français',
  alternatives: 'Listes d’alternatives, en anglais',
  'awesome-selfhosted': 'Plus de logiciels, en anglais',
}
