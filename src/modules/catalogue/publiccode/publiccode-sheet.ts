import type { TableColumn } from '#platform/files/write-table.ts'
import type { PubliccodeRow } from './publiccode-row.ts'
import { standingNames } from './upstream/upstream.ts'
import { missingFactSentences } from './writing/missing-facts.ts'

/** The columns of the list as it is taken away. */
export const publiccodeColumns: readonly TableColumn<PubliccodeRow>[] = [
  { label: 'Logiciel', value: ({ name }) => name },
  { label: 'Adresse', value: ({ slug }) => `/software/${slug}/publiccode.yml` },
  { label: 'Valide', value: ({ missing }) => (missing.length === 0 ? 'oui' : 'non') },
  { label: 'Où il en est', value: ({ standing }) => standingNames[standing] },
  {
    label: 'Faits qui manquent',
    value: ({ missing }) => missing.map((fact) => missingFactSentences[fact]).join(' ; '),
  },
  { label: 'Fautes du fichier du projet', value: ({ ownFaults }) => ownFaults },
  { label: 'Depuis', value: ({ since }) => since && new Date(since) },
  { label: 'Demande', value: ({ address }) => address },
]
