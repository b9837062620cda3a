import type { Context } from 'hono'
import { z } from 'zod'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { type TwinFormat, twinTypes } from '#platform/module.ts'
import { type AtomEntry, atomFeed } from './atom.ts'
import { type Asked, countDocuments } from './documents.queries.ts'
import { companyJsonLd, needJsonLd, softwareJsonLd } from './json-ld.ts'
import { companyEntries, softwareEntries, usageEntries } from './news.action.ts'
import { openApiDocument } from './openapi.ts'
import { readCompanies, readNeeds, readSoftware, theOne } from './read-documents.action.ts'
import { fieldColumns, fieldRows, metColumns } from './sheets.ts'

const Page = z.object({
  after: z.string().trim().max(120).catch(''),
  limit: z.coerce.number().int().min(1).max(100).catch(100),
})

export const machineRoutes = app()
  .get('/openapi.json', (c) => answer(c, 'json', JSON.stringify(openApiDocument(c.var.world.config.baseUrl))))

  .get('/software.json', (c) => list(c, 'software', readSoftware, ({ slug }) => slug))
  .get('/needs.json', (c) => list(c, 'needs', readNeeds, ({ slug }) => slug))
  .get('/companies.json', (c) =>
    list(c, 'companies', readCompanies, ({ url }) => url.split('/').at(-1) ?? ''),
  )

  .get('/software.atom', (c) =>
    feed(c, 'Les fiches changées en dernier', '/software', softwareEntries(c.var.world)),
  )
  .get('/companies.atom', (c) =>
    feed(c, 'Les entreprises arrivées en dernier', '/companies', companyEntries(c.var.world)),
  )
  .get('/usages.atom', (c) => feed(c, 'Ce que des communes utilisent', '/needs', usageEntries(c.var.world)))

  .get('/software/:file{[a-z0-9-]+\\.(?:json|jsonld|csv|ods)}', async (c) => {
    const { slug, format } = nameOf(c)
    const software = theOne(await readSoftware(c.var.world, { slugs: [slug] }))
    if (format === 'json') return answer(c, format, JSON.stringify(software))
    if (format === 'jsonld') return answer(c, format, JSON.stringify(softwareJsonLd(software)))
    return sheet(c, format, software.slug, fieldColumns, fieldRows(software))
  })

  .get('/needs/:file{[a-z0-9-]+\\.(?:json|jsonld|csv|ods)}', async (c) => {
    const { slug, format } = nameOf(c)
    const need = theOne(await readNeeds(c.var.world, { slugs: [slug] }))
    if (format === 'json') return answer(c, format, JSON.stringify(need))
    if (format === 'jsonld') return answer(c, format, JSON.stringify(needJsonLd(need)))
    return sheet(c, format, need.slug, metColumns, need.software)
  })

  .get('/companies/:file{[a-z0-9-]+\\.(?:json|jsonld)}', async (c) => {
    const { slug, format } = nameOf(c)
    const company = theOne(await readCompanies(c.var.world, { slugs: [slug] }))
    return answer(c, format, JSON.stringify(format === 'json' ? company : companyJsonLd(company)))
  })

function nameOf(c: Context<Env>) {
  const [slug = '', format = ''] = (c.req.param('file') ?? '').split('.')
  return { slug, format: format as TwinFormat }
}

// What machines read may be read from any site: it is public, and no cookie changes it.
const open = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=60' }

const answer = (c: Context<Env>, format: TwinFormat, body: string) =>
  c.body(body, 200, { 'content-type': `${twinTypes[format]}; charset=utf-8`, ...open })

type Columns<Row> = Parameters<typeof csvOf<Row>>[0]

function sheet<Row>(
  c: Context<Env>,
  format: TwinFormat,
  name: string,
  columns: Columns<Row>,
  rows: readonly Row[],
) {
  if (format === 'csv') return c.body(csvOf(columns, rows), 200, { ...download(name, 'csv'), ...open })
  return c.body(Uint8Array.from(odsOf(name, columns, rows)), 200, { ...download(name, 'ods'), ...open })
}

type Read<Document> = (world: Env['Variables']['world'], asked: Asked) => Promise<Document[]>

async function list<Document>(
  c: Context<Env>,
  of: 'software' | 'needs' | 'companies',
  read: Read<Document>,
  keyOf: (document: Document) => string,
) {
  const asked = readQuery(c, Page)
  const [counts, items] = await Promise.all([countDocuments(c.var.db), read(c.var.world, asked)])
  const last = items.length === asked.limit ? items.at(-1) : undefined
  const next = last
    ? `${c.var.world.config.baseUrl}/${of}.json?after=${encodeURIComponent(keyOf(last))}&limit=${asked.limit}`
    : null
  return answer(c, 'json', JSON.stringify({ total: counts[of], items, next }))
}

async function feed(c: Context<Env>, title: string, page: string, entries: Promise<AtomEntry[]>) {
  const { baseUrl } = c.var.world.config
  const written = atomFeed({
    title: `Beffroi : ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    self: `${baseUrl}${c.req.path}`,
    page: `${baseUrl}${page}`,
    author: 'Beffroi',
    entries: await entries,
  })
  return answer(c, 'atom', written)
}
