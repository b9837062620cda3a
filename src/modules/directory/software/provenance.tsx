import { type Software, sourceOf } from '#modules/catalogue/index.ts'
import { DataTable } from '#ui/data-table.tsx'
import { date } from '#ui/french.ts'

const fieldNames: Readonly<Record<string, string>> = {
  name: 'Nom',
  summary: 'Phrase',
  description: 'Description',
  licenceRaw: 'Licence',
  licenceSpdx: 'Licence (SPDX)',
  website: 'Site',
  repository: 'Dépôt du code',
  documentation: 'Documentation',
  platforms: 'Fonctionne sur',
  softwareType: 'Genre de logiciel',
  developmentStatus: 'Avancement',
  version: 'Version',
  releasedOn: 'Date de la version',
  limits: 'Limites',
  replaces: 'Produits remplacés',
  keywords: 'Mots-clés',
}

/** Where each field of the sheet comes from and of when; one line a field. */
export const Provenance = ({ origins }: Pick<Software, 'origins'>) => (
  <details>
    <summary>D’où vient chaque information</summary>
    <DataTable
      caption="Origine de chaque champ"
      captionHidden
      rows={Object.entries(origins)}
      columns={[
        {
          label: 'Champ',
          header: true,
          cell: ([field]) => fieldNames[field] ?? field.replace('attributes.', ''),
        },
        { label: 'Source', cell: ([, { source }]) => sourceOf(source).name },
        { label: 'Licence', cell: ([, { source }]) => sourceOf(source).licence },
        { label: 'Date', cell: ([, { at }]) => (at ? date(new Date(at)) : 'Non connue') },
      ]}
    />
  </details>
)
