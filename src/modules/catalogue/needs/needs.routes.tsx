import type { Context } from 'hono'
import { z } from 'zod'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { understand } from '../finding/finding.action.ts'
import { audiences } from './need.ts'
import { needColumns } from './need-sheet.ts'
import { NeedsIndexPage } from './needs-index.page.tsx'
import { indexNeeds } from './needs-index.queries.ts'

const word = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

const Words = z.object({
  q: z
    .string()
    .catch('')
    .transform((text) => text.trim().slice(0, 600)),
  audience: word(z.enum(audiences)),
  met: word(z.enum(['yes', 'no'])),
})

/** The index of needs, for everyone. */
export const needsRoutes = app()
  .get('/needs', async (c) => {
    const { needs, filter, products, software } = await read(c)
    return c.render(
      <NeedsIndexPage
        needs={needs}
        filter={filter}
        products={products}
        software={software}
        isEditor={c.var.visitor.role === 'operator' || c.var.visitor.role === 'association'}
      />,
      { title: 'Besoins', wide: true },
    )
  })

  .get('/needs.csv', async (c) => {
    const { needs } = await read(c)
    return c.body(csvOf(needColumns, needs), 200, download('besoins', 'csv'))
  })

  .get('/needs.ods', async (c) => {
    const { needs } = await read(c)
    return c.body(Uint8Array.from(odsOf('Besoins', needColumns, needs)), 200, download('besoins', 'ods'))
  })

/** What is shown for the words of the address: all needs in their order, or those understood, best first. */
async function read(c: Context<Env>) {
  const filter = readQuery(c, Words)
  const all = await indexNeeds(c.var.db)
  const understood = filter.q ? await understand(c.var.db, filter.q) : undefined
  const bySlug = new Map(all.map((need) => [need.slug, need]))
  const meant = understood ? understood.needs.flatMap(({ slug }) => bySlug.get(slug) ?? []) : all

  return {
    filter,
    products: understood?.products ?? [],
    software: understood?.software ?? [],
    needs: meant.filter(
      ({ audiences, full, part }) =>
        (!filter.audience || audiences.includes(filter.audience)) &&
        (!filter.met || (filter.met === 'yes') === full + part > 0),
    ),
  }
}
