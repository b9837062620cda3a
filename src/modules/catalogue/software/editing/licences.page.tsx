import { Section } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { date, typo } from '#ui/french.ts'
import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { licenceWarningWords } from '../../licences/licence-words.ts'
import { readLicence } from '../../licences/read-licence.ts'
import { softwarePaths } from '../software.paths.ts'

type ToReview = { readonly slug: string; readonly name: string; readonly licenceRaw: string | null }
type NoLongerFree = {
  readonly slug: string
  readonly name: string
  readonly before: string
  readonly spdx: string | null
  readonly at: string
}

/** The licences that a person should read: those that stopped being free, those nobody understands, those unknown. */
export const LicencesPage = ({
  toReview,
  noLongerFree,
}: {
  readonly toReview: readonly ToReview[]
  readonly noLongerFree: readonly NoLongerFree[]
}) => (
  <>
    <PageHeader
      title="Licences à relire"
      lede="Une licence qui change, qui manque ou que personne ne comprend. Corrigez-la sur la fiche, d’après le fichier de licence du dépôt."
    />
    <Section title="Ne sont plus libres">
      {noLongerFree.length === 0 ? (
        <p class="soft">Aucun, à ce que disent les sources.</p>
      ) : (
        <DataTable
          caption="Logiciels qui ne sont plus libres"
          captionHidden
          rows={noLongerFree}
          columns={[
            {
              label: 'Logiciel',
              header: true,
              cell: (row) => <a href={softwarePaths.history(row.slug)}>{row.name}</a>,
            },
            {
              label: 'Licence libre, autrefois',
              cell: ({ before, at }) => `${before} (${date(new Date(at))})`,
            },
            { label: 'Licence d’aujourd’hui', cell: ({ spdx }) => spdx ?? 'Non libre' },
          ]}
        />
      )}
    </Section>
    <Section title="Inconnues, incomprises ou non libres">
      {toReview.length === 0 ? (
        <EmptyState title="Toutes les licences sont connues et libres" />
      ) : (
        <DataTable
          caption="Licences à relire"
          captionHidden
          rows={toReview}
          columns={[
            {
              label: 'Logiciel',
              header: true,
              cell: (row) => <a href={softwarePaths.edit(row.slug)}>{row.name}</a>,
            },
            { label: 'Telle qu’écrite', cell: ({ licenceRaw }) => licenceRaw ?? 'Rien' },
            {
              label: 'Ce qu’il y a à voir',
              cell: ({ licenceRaw }) =>
                typo(
                  readLicence(licenceRaw)
                    .warnings.map((warning) => licenceWarningWords[warning])
                    .join(' '),
                ),
            },
          ]}
        />
      )}
    </Section>
  </>
)
