import type { Context } from 'hono'
import { z } from 'zod'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { cataloguePaths } from '../catalogue.paths.ts'
import { ProductPage } from './product.page.tsx'
import { ProductListPage } from './product-list.page.tsx'
import { productColumns } from './product-sheet.ts'
import {
  countProducts,
  listProducts,
  productPageSize,
  productSorts,
  servedNeeds,
  showProduct,
} from './products.queries.ts'

const Words = z.object({
  q: z
    .string()
    .catch('')
    .transform((text) => text.trim().slice(0, 80)),
  need: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/)
    .optional()
    .catch(undefined),
  sort: z.enum(productSorts).catch('name'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** The products to be replaced, for everyone. */
export const productRoutes = app()
  .get('/products', async (c) => {
    const { page, ...filter } = readQuery(c, Words)
    const [products, total, needs] = await Promise.all([
      listProducts(c.var.db, filter, page),
      countProducts(c.var.db, filter),
      servedNeeds(c.var.db),
    ])
    return c.render(
      <ProductListPage
        products={products}
        total={total}
        filter={filter}
        needs={needs}
        page={page}
        pages={Math.ceil(total / productPageSize)}
      />,
      { title: 'Produits à remplacer', wide: true },
    )
  })

  .get('/products.csv', async (c) =>
    c.body(csvOf(productColumns, await everyProduct(c)), 200, download('produits', 'csv')),
  )

  .get('/products.ods', async (c) =>
    c.body(
      Uint8Array.from(odsOf('Produits', productColumns, await everyProduct(c))),
      200,
      download('produits', 'ods'),
    ),
  )

  .get('/products.json', async (c) => c.json({ products: await everyProduct(c) }))

  .get('/products/:slug', async (c) => {
    const product = await showProduct(c.var.db, c.req.param('slug'))
    return c.render(<ProductPage product={product} />, {
      title: `Remplacer ${product.name}`,
      breadcrumb: [{ label: 'Produits', href: cataloguePaths.products() }, { label: product.name }],
    })
  })

function everyProduct(c: Context<Env>) {
  const { page: _page, ...filter } = readQuery(c, Words)
  return listProducts(c.var.db, filter)
}
