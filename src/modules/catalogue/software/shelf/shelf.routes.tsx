import type { Context } from 'hono'
import { z } from 'zod'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { licenceFamilies } from '../../licences/licence-family.ts'
import { audiences } from '../../needs/need.ts'
import { layers } from '../../sources/source.ts'
import { countOpenLikenesses } from '../likenesses/likenesses.queries.ts'
import { shelfOf, writtenOnce } from './shelf.action.ts'
import { facetsOf, kept, type ShelfFilter, type Shelved, shelfSorts } from './shelf.ts'
import { shelfColumns } from './shelf-sheet.ts'
import { SoftwareListPage } from './software-list.page.tsx'

/** The directory of software: the list, and the list taken away. */
export const shelfRoutes = app()
  .get('/software', async (c) => {
    const asked = readQuery(c, Words)
    const isEditor = ['operator', 'association'].includes(c.var.visitor.role)
    const openLikenesses = isEditor ? await countOpenLikenesses(c.var.db) : 0
    const key = JSON.stringify([asked, isEditor, openLikenesses])
    const page = await writtenOnce(c.var.world, key, (shelf) => (
      <Asked shelf={shelf} asked={asked} isEditor={isEditor} openLikenesses={openLikenesses} />
    ))
    return c.render(page, { title: 'Les logiciels libres', wide: true })
  })

  .get('/software.csv', async (c) =>
    c.body(csvOf(shelfColumns, await everySheet(c)), 200, download('logiciels', 'csv')),
  )

  .get('/software.ods', async (c) => {
    const body = odsOf('Logiciels', shelfColumns, await everySheet(c))
    return c.body(new Uint8Array(body), 200, download('logiciels', 'ods'))
  })

const pageSize = 30

type AskedProps = {
  readonly shelf: readonly Shelved[]
  readonly asked: z.output<typeof Words>
  readonly isEditor: boolean
  readonly openLikenesses: number
}

function Asked({ shelf, asked: { page, ...filter }, ...editor }: AskedProps) {
  const found = kept(shelf, filter)

  return (
    <SoftwareListPage
      sheets={found.slice((page - 1) * pageSize, page * pageSize)}
      total={found.length}
      filter={filter}
      facets={facetsOf(shelf, filter)}
      page={page}
      pages={Math.ceil(found.length / pageSize)}
      words={wordsOf(filter)}
      {...editor}
    />
  )
}

const word = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

const Words = z.object({
  q: z.string().trim().max(200).catch(''),
  layer: z.enum(layers).catch('main'),
  service: word(z.string().min(1).max(80)),
  audience: word(z.enum(audiences)),
  licence: word(z.enum(licenceFamilies)),
  platform: word(z.string().min(1).max(40)),
  used: word(z.literal('yes')),
  sort: z.enum(shelfSorts).catch('town-hall'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

const wordsOf = ({ layer, sort, q, ...filter }: ShelfFilter) => ({
  ...filter,
  q: q || undefined,
  layer: layer === 'main' ? undefined : layer,
  sort: sort === 'town-hall' ? undefined : sort,
})

async function everySheet(c: Context<Env>) {
  const { page: _page, ...filter } = readQuery(c, Words)
  return kept(await shelfOf(c.var.world), filter)
}
