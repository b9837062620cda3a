import type { TableColumn } from '#platform/files/write-table.ts'
import { channelNames, stateNames, wishNames } from './contact.ts'
import type { Contact } from './contacts.queries.ts'
import { themeName } from './theme.ts'

/** The columns of the exported inbox. */
export const contactColumns: readonly TableColumn<Contact>[] = [
  { label: 'Reçu le', value: ({ receivedAt }) => receivedAt },
  { label: 'Code INSEE', value: ({ insee }) => insee },
  { label: 'Commune', value: ({ commune }) => commune },
  { label: 'Par', value: ({ channel }) => channelNames[channel] },
  { label: 'Réponse', value: ({ wish }) => wish && wishNames[wish] },
  { label: 'Sujet', value: ({ theme }) => theme && themeName(theme) },
  { label: 'Texte', value: ({ body }) => body },
  { label: 'Personne', value: ({ personName }) => personName },
  { label: 'Téléphone', value: ({ phone }) => phone },
  { label: 'Courriel', value: ({ email }) => email },
  { label: 'Organisme', value: ({ organisation }) => organisation },
  { label: 'État', value: ({ state }) => stateNames[state] },
  { label: 'Pris par', value: ({ takenBy }) => takenBy },
  { label: 'Réglé le', value: ({ settledAt }) => settledAt },
  { label: 'Comment', value: ({ settlement }) => settlement },
]
