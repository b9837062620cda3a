import { ButtonLink } from '#ui/button.tsx'
import { Section } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { date, dateTime, number, typo } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { licence, officialSources } from './formats.ts'
import { ImportStateTag } from './import-state.page.tsx'
import { importPaths } from './imports.paths.ts'
import type { Import } from './imports.queries.ts'

type Props = {
  readonly imports: readonly Import[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

/** Every file imported, and where official files are found. */
export function ImportListPage({ imports, total, page, pages }: Props) {
  return (
    <>
      <PageHeader
        title="Imports de coordonnées"
        lede="Les adresses, courriels, téléphones, sites et maires viennent de fichiers. Chacun est d’abord vérifié ligne par ligne, sans rien changer."
        actions={
          <ButtonLink kind="main" href={importPaths.new()}>
            Importer un fichier
          </ButtonLink>
        }
      />
      {total === 0 ? (
        <EmptyState title="Aucun fichier n’a encore été importé">
          Téléchargez l’une des sources ci-dessous, ou tout tableau CSV ou ODS de vos mairies, puis choisissez
          « Importer un fichier ».
        </EmptyState>
      ) : (
        <>
          <ListHeader count={total} one="import" many="imports" />
          <ImportTable imports={imports} />
          <Pagination page={page} pages={pages} href={(to) => `${importPaths.list()}?page=${to}`} />
        </>
      )}
      <OfficialSources />
    </>
  )
}

const ImportTable = ({ imports }: { readonly imports: readonly Import[] }) => (
  <DataTable
    caption="Imports, du plus récent au plus ancien"
    captionHidden
    rows={imports}
    columns={[
      {
        label: 'Fichier',
        header: true,
        cell: ({ id, fileName }) => <a href={importPaths.show(id)}>{fileName}</a>,
      },
      { label: 'Source', cell: ({ sourceLabel }) => sourceLabel || '—' },
      { label: 'Date de la source', cell: ({ sourceDate }) => date(new Date(sourceDate)) },
      { label: 'État', cell: ({ state }) => <ImportStateTag state={state} /> },
      {
        label: 'Écrit',
        numeric: true,
        cell: ({ applied }) => number((applied.add ?? 0) + (applied.change ?? 0)),
      },
      { label: 'Déposé par', cell: ({ createdBy }) => createdBy },
      { label: 'Le', cell: ({ createdAt }) => dateTime(createdAt) },
    ]}
  />
)

/** The four official sources: what each brings, where it is, under which licence. */
const OfficialSources = () => (
  <Section title="Les sources officielles">
    <DataTable
      caption="Sources officielles, publiées sur data.gouv.fr"
      captionHidden
      rows={Object.values(officialSources)}
      columns={[
        { label: 'Source', header: true, cell: ({ name }) => name },
        { label: 'Ce qu’elle apporte', cell: ({ brings }) => typo(brings) },
        { label: 'Jeu de données sur data.gouv.fr', cell: ({ dataset }) => <code>{dataset}</code> },
        { label: 'Licence', cell: () => licence },
      ]}
    />
  </Section>
)
