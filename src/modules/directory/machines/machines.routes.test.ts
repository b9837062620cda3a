import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { openDoor, withCatalogue } from '#test/visit.ts'
import {
  CompanyDocument,
  CompanyList,
  NeedDocument,
  NeedList,
  SoftwareDocument,
  SoftwareList,
} from './documents.ts'

import { CommuneDocument, OrderDocument, ProductList } from './other-documents.ts'

const door = await openDoor(withCatalogue)
const { db } = door.world
const machine = door.as('public')

await db.execute(sql`insert into communes (insee, name, name_type, search_name, departement, region, source, source_date)
  values ('59172', 'Denain', 0, 'denain', '59', '32', 'INSEE', '2026-01-01')`)
await db.execute(sql`insert into usages (id, insee, software_id, state, since_on, declared_at, declared_by, confirmed_at)
  select gen_random_uuid(), '59172', id, 'in-use', '2023-03-01', now(), 'La secrétaire', now()
  from software where slug = 'libreoffice'`)
await db.execute(sql`insert into usages (id, insee, software_id, state, declared_at, declared_by)
  select gen_random_uuid(), '59172', id, 'in-use', now(), 'Quelqu’un' from software where slug = 'gimp'`)
await db.execute(sql`insert into software (id, slug, name, layer, created_at, updated_at)
  values (gen_random_uuid(), 'apart', 'Apart', 'awesome-selfhosted', now(), now())`)

async function read<Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.output<Shape>> {
  const { status, text } = await machine.get(path)
  assert.equal(status, 200, path)
  return shape.parse(JSON.parse(text))
}

test('a software is read as JSON with its sources, and the communes that confirmed they use it', async () => {
  const software = await read('/software/libreoffice.json', SoftwareDocument)

  assert.deepEqual(
    software.usedBy.map(({ insee, sinceOn }) => [insee, sinceOn]),
    [['59172', '2023-03-01']],
  )
  assert.ok(software.attributions.some(({ licence }) => licence.startsWith('Licence Ouverte')))
  assert.ok(software.identifiers.some(({ scheme, value }) => scheme === 'wikidata' && value === 'Q10135'))
})

test('a usage that no town hall confirmed is told to nobody', async () => {
  assert.deepEqual((await read('/software/gimp.json', SoftwareDocument)).usedBy, [])
})

test('the list of software is read whole by following its pages, without the texts of other licences', async () => {
  const slugs: string[] = []
  let next: string | null = '/software.json?limit=100'
  let total = 0
  while (next) {
    const list: z.output<typeof SoftwareList> = await read(
      next.replace('http://localhost:3000', ''),
      SoftwareList,
    )
    slugs.push(...list.items.map(({ slug }) => slug))
    total = list.total
    next = list.next
  }

  assert.equal(slugs.length, total)
  assert.equal(new Set(slugs).size, total)
  assert.ok(total >= 240)
  assert.ok(!slugs.includes('apart'))
})

test('needs and companies are read by the same shapes as they are described', async () => {
  const needs = await read('/needs.json?limit=5', NeedList)
  const companies = await read('/companies.json?limit=5', CompanyList)
  const [need] = needs.items
  const [company] = companies.items

  assert.ok(need && company)
  assert.equal((await read(`/needs/${need.slug}.json`, NeedDocument)).label, need.label)
  assert.equal((await read(`${new URL(company.url).pathname}.json`, CompanyDocument)).name, company.name)
})

test('products, a commune and an order are read by the shapes of their description', async () => {
  const { products } = await read('/products.json', ProductList)
  const commune = await read('/in/59172.json', CommuneDocument)
  const order = await read(`/companies/order.json?need=${products[0]?.needs[0]?.slug}`, OrderDocument)

  assert.deepEqual(
    commune.usages.map(({ software }) => software.name),
    ['LibreOffice'],
  )
  assert.equal(order.rule, 'beffroi-order/1')
})

test('schema.org gets a software by its words, its licence by its address', async () => {
  const { headers, text } = await machine.get('/software/libreoffice.jsonld')
  const thing = JSON.parse(text)

  assert.match(headers.get('content-type') ?? '', /^application\/ld\+json/)
  assert.equal(thing['@type'], 'SoftwareApplication')
  assert.match(thing.license, /^https:\/\/spdx\.org\/licenses\//)
  assert.ok(thing.sameAs.includes('https://www.wikidata.org/entity/Q10135'))
})

test('a sheet is a table too, with the source of each field', async () => {
  const { text } = await machine.get('/software/libreoffice.csv')

  assert.match(text, /^Champ;Valeur;Source;Date de la source\r\n/)
  assert.match(text, /\r\nNom;LibreOffice;/)
})

test('the feed of usages says which commune said what', async () => {
  const { text } = await machine.get('/usages.atom')

  assert.match(text, /<title>Denain utilise LibreOffice<\/title>/)
  assert.doesNotMatch(text, /GIMP/)
})

test('what bears no name answers 404, and a page of a list out of bounds is the usual page', async () => {
  assert.equal((await machine.get('/software/nothing-of-the-kind.json')).status, 404)
  assert.equal((await machine.get('/companies/123456789.json')).status, 404)
  assert.equal((await read('/needs.json?limit=100000', NeedList)).items.length <= 100, true)
})
