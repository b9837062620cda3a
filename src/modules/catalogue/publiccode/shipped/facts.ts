import type { PubliccodeFacts } from '../writing/facts.ts'

const words = (text: string) => text.split(' ')

/**
 * Facts that the standard wants and that these projects state in their own publiccode.yml, read in November 2026; the commit is
 * beside each. Only facts are restated: no text of theirs, and a body's name rather than a person's.
 */
const facts: Readonly<Record<string, PubliccodeFacts>> = {
  // decidim/decidim, 15bee863
  decidim: {
    localisationReady: true,
    availableLanguages: words('en fi ca es eu de cs ja fr pl bg lt pt zh'),
    maintenanceType: 'internal',
    contacts: [{ name: 'Associació de Software Lliure Decidim' }],
    mainCopyrightOwner: 'Associació de Software Lliure Decidim',
  },
  // consuldemocracy/consuldemocracy, 0cbbaa34
  'consul-democracy': {
    localisationReady: true,
    availableLanguages: words(
      'ar bg bs ca cs da de el en es es-PE eu fa fr gd gl he hr id it ka ne nl oc pl pt pt-BR ro ru sl sq so sr sv tr uk ca-ES-valencia zh-CN zh-TW',
    ),
    maintenanceType: 'internal',
    contacts: [{ name: 'Consul Democracy Foundation' }],
  },
  // globaleaks/globaleaks-whistleblowing-software, 134d4426
  globaleaks: {
    localisationReady: true,
    availableLanguages: words(
      'am ar az ba be bg bn bo bs ca ce crh cs da de dv el en es et eu fa fa-AF fi fr gl he hr-HR hu-HU id it ja ka kk km ko lo lt mg mk mn ms my nb-NO nl pl ps pt-BR pt-PT ro ru sk sl-SI sq sr-ME sr-RS sr-Latn-ME sr-Latn-RS sv sw ta tg th tk tr tt ug uk ur vi zh-CN zh-HK zh-TW',
    ),
    maintenanceType: 'community',
    contacts: [{ name: 'GlobaLeaks' }],
    longDescription:
      'Recueillir des alertes professionnelles : une personne dépose un signalement par un questionnaire, sous son nom ou non, garde un reçu de seize chiffres pour revenir, et dialogue avec ceux qui le reçoivent. Les signalements sont chiffrés, les adresses des visiteurs ne sont pas journalisées.',
    mainCopyrightOwner: 'GlobaLeaks',
  },
  // opf/openproject, 0eb0eebe: « contract » without the contract's end, so who maintains it is left unsaid
  openproject: {
    localisationReady: true,
    availableLanguages: words(
      'af ar bg ca cs da de el en eo es et fa fi fil fr hr hu id it ja ko lt ms nl no pl pt-BR pt-PT ro ru si sk sl sv th tr uk vi zh-CN zh-TW',
    ),
    mainCopyrightOwner: 'OpenProject GmbH',
  },
  // betagouv/rdv-service-public, 51a7b5d5: who maintains it is not said
  'rdv-service-public': { localisationReady: false, availableLanguages: ['fr'] },
  // demarches-simplifiees/demarches-simplifiees.fr, e1338d79: who maintains it is not said
  'demarches-simplifiees': { localisationReady: false, availableLanguages: ['fr', 'en'] },
}

type Upkeep = readonly [who: string, type: 'community' | 'internal', languages: string]

/**
 * Who keeps a software and the languages of its screens, where the writers of our sheets know it without a file to read: a body
 * and never a person, and only languages that are surely there. An editor's word comes before.
 */
const upkeep: Readonly<Record<string, Upkeep>> = {
  'apache-guacamole': ['The Apache Software Foundation', 'community', 'en fr de es it'],
  dolibarr: ['Association Dolibarr', 'community', 'fr en de es it'],
  galette: ['Équipe de Galette', 'community', 'fr en'],
  glpi: ['Teclib’', 'internal', 'fr en de es it'],
  keepassxc: ['KeePassXC Team', 'community', 'en fr de es it'],
  librecad: ['LibreCAD', 'community', 'en fr de es it'],
  libreoffice: ['The Document Foundation', 'community', 'fr en de es it nl pt'],
  libretranslate: ['LibreTranslate', 'community', 'en fr de es it'],
  lizmap: ['3Liz', 'internal', 'fr en es it'],
  lutece: ['Ville de Paris', 'internal', 'fr en'],
  mobilizon: ['Mobilizon', 'community', 'fr en de es it'],
  nextcloud: ['Nextcloud GmbH', 'community', 'en fr de es it nl'],
  opnsense: ['Deciso B.V.', 'community', 'en fr de es it'],
  'paperless-ngx': ['Paperless-ngx', 'community', 'en fr de es it'],
  pia: ['CNIL', 'internal', 'fr en'],
  pix: ['GIP Pix', 'internal', 'fr en'],
  pretix: ['pretix GmbH', 'internal', 'en de fr es it nl'],
  publik: ['Entr’ouvert', 'internal', 'fr'],
  traccar: ['Traccar', 'internal', 'en fr de es it'],
  vaultwarden: ['Vaultwarden', 'community', 'en fr de es it'],
  xibo: ['Xibo Signage', 'internal', 'en fr de es it'],
  zoneminder: ['ZoneMinder', 'community', 'en fr de es it'],
}

const factsOfUpkeep = ([name, maintenanceType, languages]: Upkeep): PubliccodeFacts => ({
  localisationReady: true,
  availableLanguages: words(languages),
  maintenanceType,
  contacts: [{ name }],
})

/** The facts shipped of one software. */
export function shippedFactsOf(slug: string): PubliccodeFacts {
  if (Object.hasOwn(facts, slug)) return facts[slug] ?? {}
  const known = Object.hasOwn(upkeep, slug) ? upkeep[slug] : undefined
  return known ? factsOfUpkeep(known) : {}
}
