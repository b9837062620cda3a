import type { Context } from 'hono'
import { cors } from 'hono/cors'
import { digestOf } from '#platform/digest.ts'
import { app, type Env } from '#platform/http/app.ts'
import { isId } from '#platform/ids.ts'
import { listPubliccodeSheetsById } from '../publiccode/sheets.queries.ts'
import { lastHarvestChange, listHarvested, listPublishers, pageHarvested } from './harvest.queries.ts'
import { pageLink, readHarvestQuery } from './harvest-query.ts'
import { catalogue, italianSoftware } from './italian-shape.ts'
import { sillV1, sillV2 } from './sill-shape.ts'

const open = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'OPTIONS'],
  exposeHeaders: ['ETag', 'Last-Modified'],
})

/** The catalogue in the shapes that existing tools harvest: the Italian Software Catalog API v1, and the SILL's two exports. */
export const harvestRoutes = app()
  .use('/v1/*', open)
  .use('/api/sill.json', open)
  .use('/api/v2/*', open)

  .get('/v1/software', async (c) => {
    const query = readHarvestQuery(c.req.query())
    if (!query.ok) return problem(c, 422, 'Some parameters are not valid', query.errors)
    const { size, after, before, from, to } = query.value
    const ids = await pageHarvested(c.var.db, { after, before, since: from, until: to, most: size + 1 })
    const isMore = ids.length > size
    const shown = before ? ids.slice(0, size).reverse() : ids.slice(0, size)
    const sheets = await listPubliccodeSheetsById(c.var.db, shown)
    const hasNext = before ? shown.length > 0 : isMore
    const hasPrevious = before ? isMore : after !== undefined && shown.length > 0
    return send(c, {
      data: sheets.map(italianSoftware),
      links: {
        prev: hasPrevious ? pageLink(query.value, { before: shown[0] }) : null,
        next: hasNext ? pageLink(query.value, { after: shown.at(-1) }) : null,
      },
    })
  })

  .get('/v1/software/:id', async (c) => {
    const id = c.req.param('id')
    const [sheet] = isId(id) ? await listPubliccodeSheetsById(c.var.db, [id]) : []
    return sheet?.repository ? send(c, italianSoftware(sheet)) : problem(c, 404, 'No software has this id')
  })

  .get('/v1/publishers', async (c) => {
    const publishers = await listPublishers(c.var.db)
    const { baseUrl } = c.var.world.config
    return send(c, {
      data: publishers.map(({ id, name, createdAt }) => ({
        id,
        description: name,
        codeHosting: [{ url: `${baseUrl}/publiccode`, group: true }],
        active: true,
        createdAt: new Date(createdAt).toISOString(),
      })),
      links: { prev: null, next: null },
    })
  })

  .get('/v1/catalogs', (c) =>
    send(c, { data: [{ ...catalogue, active: true }], links: { prev: null, next: null } }),
  )

  .get('/api/sill.json', async (c) => send(c, (await listHarvested(c.var.db)).map(sillV1)))

  .get('/api/v2/catalogi.json', async (c) => send(c, (await listHarvested(c.var.db)).map(sillV2)))

const licence = '<https://www.etalab.gouv.fr/licence-ouverte-open-licence/>; rel="license"'

/** JSON that a harvester need not take twice: by its digest, or by the day of the last change. */
async function send(c: Context<Env>, content: unknown) {
  const changed = await lastHarvestChange(c.var.db)
  const text = JSON.stringify(content)
  const tag = `"${digestOf(text).slice(0, 32)}"`
  const headers = {
    etag: tag,
    'last-modified': changed.toUTCString(),
    'cache-control': 'public, max-age=300',
    link: licence,
  }
  if (isFresh(c, tag, changed)) return c.body(null, 304, headers)
  return c.body(text, 200, { ...headers, 'content-type': 'application/json; charset=utf-8' })
}

/** RFC 9110, §13.1: the tag decides when there is one. */
function isFresh(c: Context<Env>, tag: string, changed: Date) {
  const known = c.req.header('if-none-match')
  if (known !== undefined) return known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  return !Number.isNaN(since) && Math.floor(changed.getTime() / 1000) * 1000 <= since
}

type Status = 404 | 422
type Errors = readonly { readonly field: string; readonly rule: string }[]

/** A refusal that a program understands (RFC 9457). */
const problem = (c: Context<Env>, status: Status, title: string, validationErrors?: Errors) =>
  c.body(JSON.stringify({ title, status, ...(validationErrors && { validationErrors }) }), status, {
    'content-type': 'application/problem+json; charset=utf-8',
  })
