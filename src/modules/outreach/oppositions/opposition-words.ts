import type { LiftingRefusal } from './lifting.ts'
import { addressKindNames, oppositionChannelNames, topicNames } from './opposition.ts'
import type { OppositionRow } from './opposition-list.queries.ts'

/** Whose refusal it is, in words: the commune, the company, or a kind of address that cannot be read again. */
export const holderOf = ({ commune, company, kind }: Pick<OppositionRow, 'commune' | 'company' | 'kind'>) =>
  commune ?? company ?? `${addressKindNames[kind ?? 'email']} (empreinte)`

/** What is refused, in words: « Les courriels, les logiciels libres ». */
export function scopeOf({ kind, channel, topic }: Pick<OppositionRow, 'kind' | 'channel' | 'topic'>) {
  if (kind) return 'Tout, à cette adresse'
  return topic === 'all'
    ? oppositionChannelNames[channel]
    : `${oppositionChannelNames[channel]}, ${topicNames[topic].toLowerCase()}`
}

/** « téléphone, 3 mars (inscrit par Claire) ». */
export const originOf = ({ origin, recordedBy }: Pick<OppositionRow, 'origin' | 'recordedBy'>) =>
  recordedBy ? `${origin} (inscrit par ${recordedBy})` : origin

export const liftingRefusals: Record<LiftingRefusal, { readonly field: string; readonly message: string }> = {
  'no-evidence': {
    field: 'evidence',
    message: 'Citez la demande reçue : sans elle, l’opposition reste.',
  },
  'no-date': { field: 'requestedOn', message: 'Donnez le jour de la demande.' },
  'date-to-come': {
    field: 'requestedOn',
    message: 'Ce jour n’est pas encore venu : donnez celui de la demande.',
  },
  'older-than-opposition': {
    field: 'requestedOn',
    message: 'Cette demande est plus ancienne que l’opposition : il en faut une qui la suive.',
  },
  'not-an-exchange': {
    field: 'contact',
    message: 'Collez l’adresse de la page de l’échange : elle contient /contacts/.',
  },
  'another-address': {
    field: 'address',
    message: 'L’empreinte de cette adresse n’est pas celle-ci : l’opposition reste.',
  },
  'not-in-force': { field: '', message: 'Cette opposition n’est plus en vigueur.' },
}
