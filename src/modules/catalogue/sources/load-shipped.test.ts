import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { parse } from 'yaml'
import { freshWorld } from '#test/world.ts'
import { findSoftware } from '../software/software.queries.ts'
import { loadOptional, loadShippedSheets } from './load-shipped.action.ts'

const world = await freshWorld()
const { db } = world
await Promise.all([loadShippedSheets(world), loadShippedSheets(world)])

const count = async (query: ReturnType<typeof sql>) =>
  Number((await db.execute<{ count: string }>(query))[0]?.count)

test('the SILL of 2022 is there, once, though two programs started together', async () => {
  assert.equal(await count(sql`select count(*) from software_records where source = 'sill'`), 240)
  assert.equal(await count(sql`select count(*) from software where slug = 'gimp'`), 1)
})

test('a number of the SILL that another edition gave to another program is a doubt, not a merge', async () => {
  const asked = await db.execute<{ evidence: string }>(
    sql`select evidence from software_likenesses where evidence like 'sill %'`,
  )

  assert.deepEqual(
    asked.map(({ evidence }) => evidence),
    ['sill 166'],
  )
})

test('a sheet says what the SILL says, and where each field comes from', async () => {
  const sheet = await findSoftware(db, '7zip')

  assert.ok(!('mergedInto' in sheet && typeof sheet.mergedInto === 'string'))
  assert.equal('name' in sheet && sheet.licenceSpdx, 'LGPL-2.0-only')
  assert.equal('name' in sheet && sheet.isFree, true)
  assert.deepEqual('name' in sheet && sheet.origins.website, { source: 'sill', at: '2022-05-10' })
})

test('an edition already loaded is not loaded again', async () => {
  assert.equal(await loadShippedSheets(world), false)
})

test('CodiMD and HedgeDoc share a number of the Comptoir: two sheets, and a person is asked', async () => {
  const [asked] = await db.execute<{ doubt: string; evidence: string }>(sql`
    select l.doubt, l.evidence from software_likenesses l join software a on a.id = l.one join software b on b.id = l.other
    where array[a.slug, b.slug] @> array['codimd', 'hedgedoc']`)

  assert.deepEqual(asked, { doubt: 'shared-identifier', evidence: 'comptoir 362' })
})

test('what is added on request keeps its layer, and gives a sheet of the main layer nothing but its last release', async () => {
  const before = await findSoftware(db, 'nextcloud')
  await loadOptional(db, 'awesome-selfhosted', world.clock())
  const after = await findSoftware(db, 'nextcloud')
  const again = await loadOptional(db, 'awesome-selfhosted', world.clock())
  const foreign = await count(sql`select count(*) from software, jsonb_each(origins) o
    where layer = 'main' and o.value->>'source' = 'awesome-selfhosted' and o.key not in ('version', 'releasedOn')`)

  assert.ok('name' in before && 'name' in after)
  assert.equal(after.layer, 'main')
  assert.equal(after.description, before.description)
  assert.equal(foreign, 0)
  assert.equal(again, false)
  assert.ok((await count(sql`select count(*) from software where layer = 'awesome-selfhosted'`)) > 1200)
})

test('every software that the vocabulary of needs names has its sheet', async () => {
  const folder = new URL('../needs/vocabulary/', import.meta.url)
  const named = readdirSync(folder).flatMap((file) =>
    slugsNamedIn(readFileSync(new URL(file, folder), 'utf8')),
  )
  const rows = await db.execute<{ slug: string }>(sql`select slug from software where merged_into is null`)
  const sheets = new Set(rows.map(({ slug }) => slug))

  assert.ok(named.length > 100)
  assert.deepEqual(
    [...new Set(named)].filter((slug) => !sheets.has(slug)),
    [],
  )
})

/** The software under `logiciels:` of each need. */
function slugsNamedIn(text: string) {
  const services = parse(text) as { besoins?: Record<string, { logiciels?: Record<string, string> } | null> }
  return Object.values(services.besoins ?? {}).flatMap((need) => Object.keys(need?.logiciels ?? {}))
}
