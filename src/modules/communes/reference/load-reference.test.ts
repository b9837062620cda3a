import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { freshDatabase } from '#test/database.ts'
import { loadReference } from './load-reference.action.ts'

const db = await freshDatabase()
await loadReference(db)

const count = async (query: ReturnType<typeof sql>) =>
  Number((await db.execute<{ count: string }>(query))[0]?.count)

test('every commune and EPCI of France is there, and the outlines of the Nord', async () => {
  assert.equal(await count(sql`select count(*) from communes`), 34_969)
  assert.equal(await count(sql`select count(*) from epcis`), 1_255)
  assert.equal(await count(sql`select count(*) from contours`), 647)
  assert.equal(await count(sql`select count(*) from communes where epci_siren = '200042190'`), 47)
})

test('an edition already loaded is not loaded again', async () => {
  assert.equal(await loadReference(db), false)
})

test('a commune of an earlier edition that has merged is ended, not deleted', async () => {
  await db.execute(sql`insert into communes (insee, name, name_type, search_name, departement, region, source, source_date)
    values ('59070', 'Bermeries', 0, 'bermeries', '59', '32', 'INSEE', '2024-01-01')`)
  await db.execute(sql`update reference_loads set version = 'earlier'`)

  const wasLoaded = await loadReference(db)

  assert.equal(wasLoaded, true)
  assert.equal(
    await count(sql`select count(*) from communes where insee = '59070' and ended_on = '2026-01-01'`),
    1,
  )
})

test('an outline that someone imported is not replaced by the shipped one', async () => {
  await db.execute(sql`update contours set source = 'Le plan de la commune' where insee = '59172'`)
  await db.execute(sql`update reference_loads set version = 'earlier'`)

  await loadReference(db)

  assert.equal(await count(sql`select count(*) from contours where source = 'Le plan de la commune'`), 1)
})
