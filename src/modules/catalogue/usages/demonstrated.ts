import type { UsageState } from './usage.ts'

/** How widespread each software is in the demonstration, out of a hundred communes; the names vary with the sources. */
export const demonstratedShares: Readonly<Record<string, number>> = {
  libreoffice: 46,
  'mozilla-firefox-esr': 34,
  firefox: 34,
  thunderbird: 26,
  nextcloud: 16,
  '7zip': 14,
  vlc: 14,
  gimp: 9,
  scribus: 7,
  qgis: 8,
  glpi: 8,
  keepass: 9,
  wordpress: 14,
  spip: 8,
  framadate: 6,
  'framadate-logiciel': 6,
  jitsi: 6,
  bigbluebutton: 4,
  umap: 6,
  primtux: 5,
  debian: 4,
  samba: 5,
  limesurvey: 3,
  publik: 4,
  opencimetiere: 8,
  openelec: 7,
  openads: 4,
  openresultat: 4,
  pastell: 5,
  s2low: 6,
  'i-parapheur': 5,
  'web-delib': 4,
  abuledu: 3,
  koha: 3,
  'rdv-service-public': 3,
  grist: 2,
  sogo: 3,
  inkscape: 3,
  'pdfsam-basic': 6,
  'ocs-inventory': 4,
  veracrypt: 3,
  peertube: 2,
}

const operators = [
  'le syndicat informatique',
  'l’intercommunalité',
  'un prestataire local',
  'nos propres soins',
]
const reasons = [
  'personne pour suivre les mises à jour après un départ',
  'les échanges avec la trésorerie ne passaient pas',
  'regroupé dans l’outil de l’intercommunalité',
  'trop lourd pour nos postes, remplacé par plus simple',
]

/** What the demonstration invents of a commune and a software; a number drawn from both decides, always the same. */
export function demonstratedUsage(draw: (purpose: string) => number) {
  // Most were said this year; some grey, a few have gone.
  const monthsOld = 1 + Math.floor(draw('age') ** 2 * 27)
  const state: UsageState = draw('state') < 0.07 ? 'left' : draw('state') < 0.16 ? 'testing' : 'in-use'
  const yearsOfUse = state === 'testing' ? 0 : 1 + Math.floor(draw('since') * 9)
  return {
    monthsOld,
    state,
    yearsOfUse,
    whyLeft: state === 'left' ? pick(reasons, draw('why')) : null,
    operatedBy: draw('operated') < 0.45 ? pick(operators, draw('who')) : null,
    acceptsCall: state !== 'left' && draw('call') < 0.6,
    /** A few wait for their town hall's word, for the workshop to have something to do. */
    isWaiting: draw('waiting') < 0.03,
    /** And of those, some were not theirs. */
    isRefused: draw('refused') < 0.2,
  }
}

const pick = (words: readonly string[], share: number) => words[Math.floor(share * words.length)] ?? null
