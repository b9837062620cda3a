import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { typo } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { cataloguePaths } from '../catalogue.paths.ts'
import { productPaths } from '../needs/needs.paths.ts'
import type { ListedProduct, ProductFilter, ProductSort } from './products.queries.ts'

export type ProductListProps = {
  readonly products: readonly ListedProduct[]
  readonly total: number
  readonly filter: ProductFilter
  readonly needs: readonly { readonly slug: string; readonly label: string }[]
  readonly page: number
  readonly pages: number
}

/** The programs that town halls buy today, each leading to what may stand for it. */
export function ProductListPage({ products, total, filter, needs, page, pages }: ProductListProps) {
  const words = wordsOf(filter)

  return (
    <>
      <Hero
        title="Par quoi remplacer…"
        lede="Les programmes que les mairies achètent aujourd’hui. Chacun mène aux besoins auxquels il sert, et aux logiciels libres qui y répondent."
      />
      <ListHeader
        count={total}
        one="produit"
        many="produits"
        search={{ action: cataloguePaths.products(), label: 'Nom ou éditeur', value: filter.q }}
        filters={
          <SelectField
            name="need"
            label="Sert à"
            optional
            placeholder="Tous les besoins"
            value={filter.need}
            choices={needs.map(({ slug, label }) => ({ value: slug, label }))}
          />
        }
        exports={(['csv', 'ods', 'json'] as const).map((type) => ({
          label: type.toUpperCase(),
          href: productPaths.sheet(type, words),
        }))}
      />
      {products.length === 0 ? <Nothing filter={filter} /> : <Table products={products} filter={filter} />}
      <Pagination
        page={page}
        pages={pages}
        href={(other) => productPaths.list({ ...words, page: other > 1 ? other : undefined })}
      />
    </>
  )
}

const Nothing = ({ filter: { q } }: { filter: ProductFilter }) => (
  <EmptyState
    title="Nous ne connaissons pas ce produit"
    action={
      q
        ? { label: `Chercher « ${q} » parmi les besoins`, href: `/needs?${new URLSearchParams({ q })}` }
        : { label: 'Voir tous les produits', href: cataloguePaths.products() }
    }
  >
    Dites plutôt à quoi il sert : la recherche par besoin ne demande pas de connaître les noms.
  </EmptyState>
)

const Table = ({ products, filter }: Pick<ProductListProps, 'products' | 'filter'>) => (
  <DataTable
    caption="Produits"
    captionHidden
    rows={products}
    columns={[
      {
        label: 'Produit',
        header: true,
        sort: sortOf(filter, 'name', 'ascending'),
        cell: ({ slug, name, aliases }) => (
          <>
            <a href={cataloguePaths.product(slug)}>{typo(name)}</a>
            {aliases.length > 0 && (
              <>
                <br />
                <small class="soft">{typo(aliases.slice(0, 3).join(', '))}</small>
              </>
            )}
          </>
        ),
      },
      {
        label: 'Éditeur',
        sort: sortOf(filter, 'vendor', 'ascending'),
        cell: ({ vendor }) => vendor ?? <span class="soft">Non connu</span>,
      },
      {
        label: 'Sert à',
        cell: ({ needs }) => (
          <>
            {needs.slice(0, 3).map(({ slug, label }) => (
              <div>
                <a href={cataloguePaths.need(slug)}>{typo(label)}</a>
              </div>
            ))}
            {needs.length > 3 && <div class="soft">{`et ${needs.length - 3} de plus`}</div>}
          </>
        ),
      },
      {
        label: 'Logiciels libres',
        numeric: true,
        sort: sortOf(filter, 'software', 'descending'),
        cell: ({ software }) => software,
      },
    ]}
  />
)

function sortOf(filter: ProductFilter, sort: ProductSort, direction: 'ascending' | 'descending') {
  return {
    href: productPaths.list({ ...wordsOf({ ...filter, sort }) }),
    direction: filter.sort === sort ? direction : undefined,
  }
}

const wordsOf = ({ q, need, sort }: ProductFilter) => ({ q, need, sort: sort === 'name' ? undefined : sort })
