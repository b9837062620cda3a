import type { TableColumn } from '#platform/files/write-table.ts'
import { tieNames } from './attaching/attach.ts'
import { kindNames } from './classification/kinds.ts'
import type { ShownMail } from './received-mails.queries.ts'

/** The columns of the exported mail. */
export const mailColumns: readonly TableColumn<ShownMail>[] = [
  { label: 'Reçu le', value: ({ receivedAt }) => receivedAt },
  { label: 'Nature', value: ({ kind }) => kindNames[kind].one },
  { label: 'Expéditeur', value: ({ fromAddress }) => fromAddress },
  { label: 'Nom', value: ({ fromName }) => fromName },
  { label: 'Objet', value: ({ subject }) => subject },
  { label: 'Code INSEE', value: ({ insee }) => insee },
  { label: 'Commune', value: ({ commune }) => commune },
  { label: 'Rattachement', value: ({ tie }) => tieNames[tie] },
  { label: 'Pourquoi', value: ({ evidence }) => evidence.map(({ sentence }) => sentence).join(' ') },
  { label: 'État', value: ({ state }) => (state === 'waiting' ? 'À traiter' : 'Classé') },
  {
    label: 'Ne plus écrire',
    value: ({ opposedAt, stopWords }) => (opposedAt ? 'Fait' : stopWords ? 'Demandé' : ''),
  },
]
