import { explain } from '../deliveries/delivery-words.ts'
import type { Doubt } from './doubts.queries.ts'

/** The doubts as a sheet. */
export const doubtColumns = [
  { label: 'Code INSEE', value: ({ insee }: Doubt) => insee },
  { label: 'Destinataire', value: ({ addressee }: Doubt) => addressee },
  { label: 'Adresse', value: ({ address }: Doubt) => address },
  { label: 'Vague', value: ({ wave }: Doubt) => wave },
  { label: 'Depuis', value: ({ since }: Doubt) => since },
  { label: 'Ce qui s’est passé', value: (doubt: Doubt) => explain({ ...doubt, state: 'uncertain' }) },
  { label: 'Le journal du relais', value: ({ proof }: Doubt) => proof?.answer },
  { label: 'Identifiant du message', value: ({ messageId }: Doubt) => messageId },
]
