import type { FetchRefusal } from '#platform/files/fetch-file.ts'
import type { LiveRefusal } from './fetch-pages.action.ts'
import type { LiveSource } from './live-source.ts'

/** What each catalogue brings, and what is done of it. */
export const liveWords: Record<
  LiveSource,
  { readonly name: string; readonly brings: string; readonly licence: string }
> = {
  'sill-live': {
    name: 'SILL en ligne (DINUM)',
    brings:
      'Des fiches en français, des licences, des versions ; et des prestataires, gardés pour les inviter au recensement.',
    licence: 'Licence Ouverte 2.0.',
  },
  comptoir: {
    name: 'Comptoir du Libre (Adullact)',
    brings:
      'Des fiches et leurs identifiants ; les collectivités utilisatrices, gardées comme indices jamais comptés ; les prestataires, à inviter au recensement.',
    licence: 'Licence à faire confirmer par l’Adullact.',
  },
  cnll: {
    name: 'Annuaire du CNLL',
    brings:
      'Des entreprises par logiciel du SILL. Ces liens ont été devinés en lisant leurs sites : elles sont seulement invitées à les dire elles-mêmes.',
    licence: 'Licence à faire confirmer par le CNLL.',
  },
  italia: {
    name: 'Catalogue à l’italienne (API v1)',
    brings:
      'Des publiccode.yml, d’Italie, de Suisse ou d’un autre Beffroi, page par page. Leurs textes ne sont pas en français.',
    licence: 'Licence à faire confirmer par qui tient le catalogue.',
  },
}

export const interrupted = 'La machine s’est arrêtée pendant la lecture : elle a repris depuis.'

/** Why a reading failed, and what to do. */
export function refusalSentence(refusal: LiveRefusal): string {
  if (refusal.kind === 'fetch') return fetchSentences[refusal.reason]
  if (refusal.kind === 'stopped') return 'Arrêtée à votre demande : rien n’a été gardé.'
  return refusal.kind === 'not-json'
    ? 'La réponse n’est pas du JSON : vérifiez l’adresse, elle mène peut-être à une page web.'
    : refusal.sentence
}

const fetchSentences: Record<FetchRefusal, string> = {
  'not-a-web-address': 'L’adresse doit commencer par https:// : corrigez-la.',
  'private-address': 'L’adresse mène à cette machine ou à son réseau : donnez une adresse publique.',
  'unknown-host': 'Ce site n’existe pas, ou la machine n’a pas accès à internet.',
  'too-many-redirects': 'Le site renvoie d’adresse en adresse sans fin : demandez-lui la bonne.',
  'too-slow': 'Le site n’a pas répondu à temps : la lecture sera refaite cette nuit.',
  'too-large': 'Le fichier dépasse soixante mégaoctets : vérifiez l’adresse.',
  unreachable: 'Le site ne répond pas : la lecture sera refaite cette nuit.',
  'not-found': 'Il n’y a rien à cette adresse : vérifiez-la auprès du site.',
  forbidden: 'Le site refuse de donner ce fichier : demandez-lui l’accès.',
  'server-error': 'Le site est en panne : la lecture sera refaite cette nuit.',
}

export const liveRefusals = {
  'no-right':
    'Cochez que vous avez le droit de reprendre ces données : c’est à vous de le vérifier auprès de qui les publie.',
  'not-an-address': 'Donnez une adresse qui commence par https://',
  off: 'Cette source est éteinte : activez-la d’abord.',
} as const
