import { DataTable } from '#ui/data-table.tsx'
import { number } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { livePaths } from './live.paths.ts'

export type HintedCompaniesProps = {
  readonly rows: readonly {
    readonly name: string
    readonly siren: string | null
    readonly website: string | null
    readonly page: string | null
    readonly sources: readonly string[]
    readonly software: number
  }[]
  readonly total: number
  readonly q: string
  readonly page: number
  readonly pages: number
  readonly sourceName: (slug: string) => string
}

/** Companies that other catalogues name: whom to invite to the census. What they do is theirs to say. */
export const HintedCompaniesPage = ({ rows, total, q, page, pages, sourceName }: HintedCompaniesProps) => (
  <>
    <PageHeader
      title="Entreprises citées ailleurs"
      lede="D’autres catalogues les nomment à côté d’un logiciel. Elles n’ont rien déclaré ici : elles peuvent être invitées au recensement, et rien n’est dit d’elles ailleurs."
    />
    <ListHeader
      count={total}
      one="entreprise"
      many="entreprises"
      search={{ action: livePaths.companies(), label: 'Chercher une entreprise', value: q }}
      exports={[
        { label: 'CSV', href: livePaths.companiesSheet('csv', { q }) },
        { label: 'ODS', href: livePaths.companiesSheet('ods', { q }) },
      ]}
    />
    {rows.length === 0 ? (
      <EmptyState title="Aucune entreprise" action={{ label: 'Voir les catalogues', href: livePaths.list() }}>
        Aucun catalogue lu ailleurs n’en a encore nommé.
      </EmptyState>
    ) : (
      <DataTable
        caption="Entreprises citées ailleurs"
        captionHidden
        rows={rows}
        columns={[
          {
            label: 'Nom',
            header: true,
            cell: ({ name, page: link, website }) => {
              const href = link ?? website
              return href ? (
                <a href={href} rel="noreferrer">
                  {name}
                </a>
              ) : (
                name
              )
            },
          },
          { label: 'SIREN', cell: ({ siren }) => siren && <span class="code">{siren}</span> },
          { label: 'Logiciels', numeric: true, cell: ({ software }) => number(software) },
          { label: 'Cité par', cell: ({ sources }) => sources.map(sourceName).join(', ') },
        ]}
      />
    )}
    <Pagination page={page} pages={pages} href={(other) => livePaths.companies({ q, page: other })} />
  </>
)
