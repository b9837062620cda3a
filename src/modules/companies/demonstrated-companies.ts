import type { ServiceKind, ServiceLevel } from './services/service.ts'

type Service = {
  /** A need's slug, or `logiciel:` and a software's. */
  readonly about: string
  readonly kinds: readonly ServiceKind[]
  readonly level?: ServiceLevel
  readonly areas: readonly string[]
  readonly monthsAgo?: number
}

type Work = {
  readonly insee: string
  readonly need: string
  readonly software?: string
  readonly kind: ServiceKind
  readonly year: number
  readonly state: 'declared' | 'confirmed' | 'refused'
  readonly why?: string
  readonly reply?: string
}

type Invented = {
  readonly siren: string
  readonly name: string
  readonly formerName?: string
  readonly person: string
  readonly email: string
  readonly website?: string
  readonly town: string
  readonly insee: string
  readonly presentation: string
  readonly services: readonly Service[]
  readonly works?: readonly Work[]
}

const hainaut = 'epci:200042190'
const nord = 'departement:59'
const both = ['departement:59', 'departement:62']

/**
 * The invented companies of the demonstration. No legal person bears these numbers: their key is right, and INSEE gives none
 * that begins with three zeros.
 */
export const demonstratedCompanies: readonly Invented[] = [
  {
    siren: '000200014',
    name: 'Libre Hainaut',
    person: 'Paule Exemple',
    email: 'contact@libre-hainaut.example',
    website: 'https://libre-hainaut.example',
    town: '4 rue de l’Industrie\n59220 Denain',
    insee: '59172',
    presentation:
      'Trois personnes, à Denain. Nous installons et suivons les logiciels des petites mairies, et nous formons ceux qui s’en servent.',
    services: [
      { about: 'cimetiere', kinds: ['installation', 'training', 'support'], areas: [hainaut] },
      { about: 'serveur-de-fichiers', kinds: ['advice', 'installation', 'support'], areas: [nord] },
      { about: 'logiciel:libreoffice', kinds: ['training', 'migration'], areas: [nord] },
    ],
    works: [
      {
        insee: '59172',
        need: 'cimetiere',
        software: 'opencimetiere',
        kind: 'installation',
        year: 2025,
        state: 'confirmed',
      },
      {
        insee: '59002',
        need: 'serveur-de-fichiers',
        software: 'samba',
        kind: 'installation',
        year: 2026,
        state: 'confirmed',
      },
      {
        insee: '59092',
        need: 'traitement-de-texte',
        software: 'libreoffice',
        kind: 'training',
        year: 2026,
        state: 'declared',
      },
    ],
  },
  {
    siren: '000200022',
    name: 'Canal Numérique',
    person: 'Nadia Exemple',
    email: 'bonjour@canal-numerique.example',
    website: 'https://canal-numerique.example',
    town: '12 quai des Mines\n59300 Valenciennes',
    insee: '59606',
    presentation:
      'Coopérative de onze salariés : hébergement en propre à Valenciennes, messagerie et travail à plusieurs.',
    services: [
      { about: 'serveur-de-fichiers', kinds: ['hosting', 'installation', 'support'], areas: both },
      {
        about: 'logiciel:nextcloud',
        kinds: ['hosting', 'installation', 'training', 'support'],
        level: 'contributes',
        areas: ['france'],
      },
      { about: 'serveur-de-messagerie', kinds: ['hosting', 'migration', 'support'], areas: both },
      { about: 'sauvegarde', kinds: ['installation', 'hosting'], areas: both },
    ],
    works: [
      {
        insee: '59032',
        need: 'serveur-de-fichiers',
        software: 'nextcloud',
        kind: 'hosting',
        year: 2024,
        state: 'confirmed',
      },
      {
        insee: '59153',
        need: 'serveur-de-messagerie',
        software: 'sogo',
        kind: 'migration',
        year: 2025,
        state: 'refused',
        why: 'La messagerie a été étudiée, mais pas migrée.',
        reply: 'C’est exact : l’étude a été faite, le conseil a reporté le projet.',
      },
    ],
  },
  {
    siren: '000200030',
    name: 'L’École libre des postes',
    person: 'Ahmed Exemple',
    email: 'atelier@ecole-postes.example',
    town: '3 rue du Préau\n59230 Saint-Amand-les-Eaux',
    insee: '59526',
    presentation: 'Nous rendons vie aux ordinateurs des écoles et formons les enseignants.',
    services: [
      { about: 'poste-ecole', kinds: ['installation', 'support', 'training'], areas: [hainaut] },
      { about: 'logiciel:primtux', kinds: ['installation', 'training'], level: 'contributes', areas: both },
      { about: 'vieux-ordinateurs', kinds: ['installation', 'migration'], areas: [nord] },
    ],
    works: [
      {
        insee: '59002',
        need: 'poste-ecole',
        software: 'primtux',
        kind: 'installation',
        year: 2026,
        state: 'confirmed',
      },
    ],
  },
  {
    siren: '000200048',
    name: 'Beffroi & Fils informatique',
    formerName: 'Durand informatique',
    person: 'Luc Exemple',
    email: 'contact@beffroi-fils.example',
    website: 'https://beffroi-fils.example',
    town: '27 rue de la Bassée\n59000 Lille',
    insee: '59350',
    presentation:
      'Infogérance des collectivités depuis 2008 : postes, serveurs, réseau, assistance sur place dans la journée.',
    services: [
      { about: 'serveur-de-fichiers', kinds: ['advice', 'installation', 'support'], areas: both },
      { about: 'systeme-exploitation', kinds: ['migration', 'support'], areas: both },
      { about: 'inventaire-parc', kinds: ['installation', 'support'], areas: both },
      { about: 'pare-feu', kinds: ['installation', 'support'], areas: [nord], monthsAgo: 15 },
    ],
    works: [
      {
        insee: '59172',
        need: 'serveur-de-fichiers',
        software: 'samba',
        kind: 'support',
        year: 2023,
        state: 'confirmed',
      },
    ],
  },
  {
    siren: '000200055',
    name: 'Plume et Pixel',
    person: 'Inès Exemple',
    email: 'hello@plume-pixel.example',
    website: 'https://plume-pixel.example',
    town: '8 place d’Armes\n59400 Cambrai',
    insee: '59122',
    presentation: 'Sites de communes accessibles, bulletins municipaux et formations à la mise en page.',
    services: [
      { about: 'site-internet', kinds: ['advice', 'development', 'hosting', 'training'], areas: both },
      {
        about: 'logiciel:spip',
        kinds: ['development', 'hosting', 'support'],
        level: 'contributes',
        areas: ['france'],
      },
      { about: 'mise-en-page', kinds: ['training'], areas: [nord] },
      { about: 'lettre-information', kinds: ['installation', 'training'], areas: both },
    ],
    works: [
      {
        insee: '59092',
        need: 'site-internet',
        software: 'spip',
        kind: 'development',
        year: 2025,
        state: 'confirmed',
      },
    ],
  },
  {
    siren: '000200063',
    name: 'Signe et Transmets',
    person: 'Marc Exemple',
    email: 'contact@signe-transmets.example',
    town: '1 rue du Palais\n59500 Douai',
    insee: '59178',
    presentation:
      'Parapheur, délibérations et télétransmission : raccordement, reprise des circuits, formation des agents.',
    services: [
      { about: 'parapheur-signature', kinds: ['installation', 'hosting', 'training'], areas: ['france'] },
      { about: 'teletransmission-actes', kinds: ['installation', 'support'], areas: ['france'] },
      { about: 'deliberations', kinds: ['training', 'support'], areas: both },
    ],
  },
  {
    siren: '000200071',
    name: 'Cartes du Pévèle',
    person: 'Jeanne Exemple',
    email: 'cartes@pevele.example',
    town: '15 rue Nationale\n59710 Pont-à-Marcq',
    insee: '59466',
    presentation: 'Une géomaticienne indépendante : plans de cimetière, adressage, cartes en ligne.',
    services: [
      { about: 'plan-cimetiere', kinds: ['advice', 'development', 'training'], areas: both },
      { about: 'cimetiere', kinds: ['migration', 'training'], level: 'starts', areas: both },
      { about: 'sig', kinds: ['advice', 'training'], areas: ['france'] },
      { about: 'adressage', kinds: ['advice', 'training'], areas: [nord] },
    ],
    works: [
      {
        insee: '59032',
        need: 'plan-cimetiere',
        software: 'qgis',
        kind: 'development',
        year: 2026,
        state: 'declared',
      },
    ],
  },
  {
    siren: '000200089',
    name: 'Artois Libre',
    person: 'Yann Exemple',
    email: 'contact@artois-libre.example',
    website: 'https://artois-libre.example',
    town: '40 rue Gambetta\n62000 Arras',
    insee: '62041',
    presentation: 'Intégrateur des mairies du Pas-de-Calais.',
    services: [
      { about: 'cimetiere', kinds: ['installation', 'hosting', 'support'], areas: ['departement:62'] },
      { about: 'serveur-de-fichiers', kinds: ['installation', 'support'], areas: ['departement:62'] },
      { about: 'mediatheque', kinds: ['installation', 'training'], areas: ['france'] },
    ],
  },
  {
    siren: '000200097',
    name: 'Rayon Vert médiathèques',
    person: 'Sofia Exemple',
    email: 'bib@rayon-vert.example',
    town: '6 rue des Livres\n59200 Tourcoing',
    insee: '59599',
    presentation: 'Logiciels de bibliothèque : reprise des notices, hébergement, formation des bénévoles.',
    services: [
      { about: 'logiciel:pmb', kinds: ['migration', 'hosting', 'training', 'support'], areas: ['france'] },
      { about: 'logiciel:koha', kinds: ['migration', 'hosting'], level: 'contributes', areas: ['france'] },
    ],
  },
  {
    siren: '000200105',
    name: 'Nouvelle Venue',
    person: 'Théo Exemple',
    email: 'theo@nouvelle-venue.example',
    town: '59600 Maubeuge',
    insee: '59392',
    presentation: '',
    services: [],
  },
]

/** The offers that the demonstration shows: a company's and the operator's own, on one table. */
export const demonstratedOffers = [
  {
    holder: '000200022',
    software: 'nextcloud',
    need: 'serveur-de-fichiers',
    areas: both,
    audiences: ['town-hall', 'staff'],
    priceModel: 'subscription',
    personalData:
      'La commune est responsable, la coopérative sous-traitante (RGPD, art. 28). Sauvegardes gardées trente jours.',
    exitTerms: 'Un mois de préavis ; fichiers et agendas rendus en formats ouverts, sans frais.',
    signup: 'https://canal-numerique.example/fichiers',
  },
  {
    holder: 'operator',
    software: 'opencimetiere',
    need: 'cimetiere',
    areas: [hainaut],
    audiences: ['town-hall'],
    priceModel: 'included',
    personalData:
      'La commune est responsable, le centre de gestion sous-traitant. Les données restent en France.',
    exitTerms: 'Sur simple courrier ; la base est rendue en CSV et en SQL sous quinze jours.',
    signup: 'Appelez le service numérique du centre de gestion.',
  },
  {
    holder: 'operator',
    software: 's2low',
    need: 'teletransmission-actes',
    areas: [nord],
    audiences: ['town-hall', 'staff'],
    priceModel: 'included',
    personalData: 'La commune est responsable, le centre de gestion sous-traitant.',
    exitTerms: 'Résiliation à l’échéance annuelle ; accusés de réception rendus avec leurs actes.',
    signup: 'Convention à signer avec le centre de gestion.',
  },
] as const
