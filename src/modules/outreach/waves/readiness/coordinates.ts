import { missingCoordinates, type Sender } from '../sender.ts'
import { listed } from './french-list.ts'
import type { LineStanding } from './line.ts'

export type CoordinateFacts = { readonly sender: Sender }

/** The bodies can be named and reached, as the legal notice says. */
export function coordinates({ sender: from }: CoordinateFacts): LineStanding {
  const missing = missingCoordinates(from)
  return {
    group: 'law',
    label: 'Les mentions légales sont complètes',
    isReady: missing.length === 0,
    sentence:
      missing.length === 0 ? `${from.operator} et ${from.association}.` : `Il manque ${listed(missing)}.`,
    whoMends: 'L’opérateur et l’association complètent leur fiche.',
    mends: [{ label: 'Compléter les coordonnées', href: '/organisations', by: ['operator', 'association'] }],
  }
}
