import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { openDoor, withCatalogue } from '#test/visit.ts'
import { freshWorld } from '#test/world.ts'
import { readText } from '../publiccode/reading/read-publiccode.ts'
import { normalRepository } from '../software/normal-repository.ts'
import { saveRecord } from '../software/save-record.action.ts'
import { keepPages } from '../sources/live/keep-pages.action.ts'
import type { LivePage } from '../sources/live/live-reading.ts'
import type { LiveSource } from '../sources/live/live-source.ts'
import { readLive } from '../sources/live/read-live.ts'

const door = await openDoor(withCatalogue)
const { db } = door.world
const anyone = door.as('public')
const elsewhere = await freshWorld()

const jsonAt = async (path: string) => JSON.parse((await anyone.get(path)).text)
const wanted = async () =>
  db.execute<{ id: string; repository: string }>(
    sql`select id, repository from software where layer = 'main' and repository is not null and merged_into is null and withdrawn_at is null order by id`,
  )

/** Every page, by the links of the one before. */
async function everyPage(first: string) {
  const pages: {
    data: { id: string; url: string; publiccodeYml: string }[]
    links: { next: string | null; prev: string | null }
  }[] = []
  for (let next: string | null = first; next; ) {
    const page = await jsonAt(`/v1/software${next}`)
    pages.push(page)
    next = page.links.next
  }
  return pages
}

const nobody = () => ({ level: 'none', insee: null, candidates: [] }) as const
const keep = (source: LiveSource, pages: readonly LivePage[]) =>
  elsewhere.db.transaction((tx) =>
    keepPages(tx, source, pages, { match: nobody, now: new Date('2026-11-24') }),
  )

test('the Italian-shaped pages give every software that has a repository, once, with its file', async () => {
  const pages = await everyPage('?page[size]=10')
  const all = pages.flatMap(({ data }) => data)

  assert.deepEqual(
    all.map(({ id }) => id),
    (await wanted()).map(({ id }) => id),
  )
  assert.ok(all.every(({ publiccodeYml, url }) => readText(publiccodeYml).file.url === url))
  assert.equal(pages[0]?.links.prev, null)
})

test('the link to the page before leads back to it', async () => {
  const [first, second] = await everyPage('?page[size]=10')
  const back = await jsonAt(`/v1/software${second?.links.prev}`)

  assert.deepEqual(
    back.data.map(({ id }: { id: string }) => id),
    first?.data.map(({ id }) => id),
  )
})

test('another Beffroi reads our pages with its own importer, and finds the same software', async () => {
  const pages = (await everyPage('?page[size]=100')).map((page) =>
    readLive.italia(page, 'https://beffroi.example/v1/software'),
  )
  const first = await keep('italia', pages)
  const again = await keep('italia', pages)

  // two sheets that share one repository are one software for whoever knows it by its repository
  const repositories = new Set((await wanted()).map(({ repository }) => normalRepository(repository)))
  const [sheets] = await elsewhere.db.execute(sql`select count(*)::int as n from software`)
  assert.equal(first.added, (await wanted()).length)
  assert.equal(sheets?.n, repositories.size)
  assert.equal(first.leftOut, 0)
  assert.deepEqual([again.added, again.changed], [0, 0])
})

test('another Beffroi reads our SILL-shaped lists, in both versions', async () => {
  const one = readLive['sill-live'](await jsonAt('/api/sill.json'), '')
  const two = readLive['sill-live'](await jsonAt('/api/v2/catalogi.json'), '')

  assert.deepEqual([one.leftOut, two.leftOut], [[], []])
  assert.equal(one.entries.length, two.entries.length)
  const named = (page: LivePage) =>
    page.entries.map(({ record }) => [
      record?.fields.name,
      record?.fields.licenceRaw,
      record?.fields.website ?? null,
    ])
  assert.deepEqual(named(one), named(two))
  const first = await keep('sill-live', [two])
  assert.equal((first.added ?? 0) + (first.changed ?? 0) + (first.unchanged ?? 0), two.entries.length)
})

test('text under another licence never leaves by these routes', async () => {
  await db.transaction((tx) =>
    saveRecord(
      tx,
      {
        source: 'awesome-selfhosted',
        externalId: 'ailleurs',
        fields: { name: 'Venu d’ailleurs', repository: 'https://forge.example/ailleurs' },
      },
      { now: new Date() },
    ),
  )
  const [kept] = await db.execute(sql`select layer from software where name = 'Venu d’ailleurs'`)
  const lists = await Promise.all(
    ['/api/sill.json', '/api/v2/catalogi.json', '/v1/software?page[size]=100&from=2026-01-01T00:00:00Z'].map(
      async (path) => (await anyone.get(path)).text,
    ),
  )

  assert.equal(kept?.layer, 'awesome-selfhosted')
  assert.ok(lists.every((text) => text.length > 1000 && !text.includes('Venu d’ailleurs')))
})

test('one software is read by its identifier, and another is not found in JSON', async () => {
  const [known] = await wanted()
  const found = await jsonAt(`/v1/software/${known?.id}`)
  const missing = await anyone.get('/v1/software/0190a000-0000-7000-8000-000000000000')
  const silly = await anyone.get('/v1/software/%27%20or%201=1')

  assert.equal(found.url, known?.repository)
  assert.equal(missing.status, 404)
  assert.equal(JSON.parse(silly.text).status, 404)
})

test('a wrong parameter is named in a problem that a program understands', async () => {
  const { status, text, headers } = await anyone.get('/v1/software?page[size]=1000&from=hier&page[after]=x')

  assert.equal(status, 422)
  assert.match(headers.get('content-type') ?? '', /problem\+json/)
  assert.deepEqual(
    JSON.parse(text).validationErrors.map(({ field }: { field: string }) => field),
    ['page[size]', 'page[after]', 'from'],
  )
})

test('a moment keeps only what has changed since', async () => {
  assert.equal((await jsonAt('/v1/software?from=2999-01-01T00:00:00Z')).data.length, 0)
})

test('publishers and catalogues are named, with no address of anybody', async () => {
  const publishers = await anyone.get('/v1/publishers')

  assert.ok(JSON.parse(publishers.text).data.length > 0)
  assert.doesNotMatch(publishers.text, /@|email/)
  assert.equal((await jsonAt('/v1/catalogs')).data.length, 1)
})

test('any site may read them, and a tool that has the last one is told so', async () => {
  const { headers } = await anyone.get('/v1/catalogs')

  assert.equal(headers.get('access-control-allow-origin'), '*')
  assert.match(headers.get('etag') ?? '', /^"/)
  assert.ok(headers.get('last-modified'))
})

test('a tool that already has the answer is told that it has not changed', async () => {
  const { headers } = await anyone.get('/v1/catalogs')
  const again = await door.world.ownDoor('/v1/catalogs', {
    headers: { 'if-none-match': headers.get('etag') ?? '' },
  })
  const since = await door.world.ownDoor('/v1/catalogs', {
    headers: { 'if-modified-since': headers.get('last-modified') ?? '' },
  })
  const other = await door.world.ownDoor('/v1/catalogs', { headers: { 'if-none-match': '"autre"' } })

  assert.deepEqual([again.status, since.status, other.status], [304, 304, 200])
})
