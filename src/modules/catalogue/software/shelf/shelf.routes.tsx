import type { Context } from 'hono'
import { z } from 'zod'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { licenceFamilies } from '../../licences/licence-family.ts'
import { audiences } from '../../needs/need.ts'
import { layers } from '../../sources/source.ts'
import { countOpenLikenesses } from '../likenesses/likenesses.queries.ts'
import { shelfOf } from './shelf.action.ts'
import { facetsOf, kept, type ShelfFilter, shelfSorts } from './shelf.ts'
import { shelfColumns } from './shelf-sheet.ts'
import { SoftwareListPage } from './software-list.page.tsx'

/** The directory of software: the list, and the list taken away. */
export const shelfRoutes = app()
  .get('/software', async (c) => {
    const { page, ...filter } = readQuery(c, Words)
    const shelf = await shelfOf(c.var.world)
    const found = kept(shelf, filter)
    const isEditor = ['operator', 'association'].includes(c.var.visitor.role)

    return c.render(
      <SoftwareListPage
        sheets={found.slice((page - 1) * pageSize, page * pageSize)}
        total={found.length}
        filter={filter}
        facets={facetsOf(shelf, filter)}
        page={page}
        pages={Math.ceil(found.length / pageSize)}
        words={wordsOf(filter)}
        isEditor={isEditor}
        openLikenesses={isEditor ? await countOpenLikenesses(c.var.db) : 0}
      />,
      { title: 'Les logiciels libres', wide: true },
    )
  })

  .get('/software.csv', async (c) =>
    c.body(csvOf(shelfColumns, await everySheet(c)), 200, download('logiciels', 'csv')),
  )

  .get('/software.ods', async (c) => {
    const body = odsOf('Logiciels', shelfColumns, await everySheet(c))
    return c.body(new Uint8Array(body), 200, download('logiciels', 'ods'))
  })

const pageSize = 30

const word = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

const Words = z.object({
  q: z.string().trim().max(200).catch(''),
  layer: z.enum(layers).catch('main'),
  service: word(z.string().min(1).max(80)),
  audience: word(z.enum(audiences)),
  licence: word(z.enum(licenceFamilies)),
  platform: word(z.string().min(1).max(40)),
  used: word(z.literal('yes')),
  sort: z.enum(shelfSorts).catch('name'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

const wordsOf = ({ layer, sort, q, ...filter }: ShelfFilter) => ({
  ...filter,
  q: q || undefined,
  layer: layer === 'main' ? undefined : layer,
  sort: sort === 'name' ? undefined : sort,
})

async function everySheet(c: Context<Env>) {
  const { page: _page, ...filter } = readQuery(c, Words)
  return kept(await shelfOf(c.var.world), filter)
}
