import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { freshDatabase } from '#test/database.ts'
import { addSoftware, sayUsage, settle } from '#test/usages.ts'
import { countUsages, neighboursUsing } from './neighbours.action.ts'
import { usagesOfCommune } from './usages.queries.ts'

const db = await freshDatabase()
const now = new Date('2026-11-24T10:00:00Z')
const recently = new Date('2026-06-01T10:00:00Z')

// One degree of latitude is 111 km: every tenth is eleven.
await settle(db, { insee: '59001', name: 'Ici', population: 640, at: [3, 50], epci: '200000001' })
await settle(db, {
  insee: '59010',
  name: 'Village voisin',
  population: 700,
  at: [3, 50.1],
  epci: '200000001',
})
await settle(db, { insee: '59020', name: 'Bourg proche', population: 8000, at: [3, 50.09] })
await settle(db, {
  insee: '62030',
  name: 'Village lointain',
  population: 650,
  at: [3, 51.4],
  departement: '62',
})
await settle(db, { insee: '59040', name: 'Nulle part', population: 640 })
const nextcloud = await addSoftware(db, 'nextcloud')
const spip = await addSoftware(db, 'spip')

const ask = (softwareId: string, limit = 10) =>
  neighboursUsing(db, { softwareIds: [softwareId], insee: '59001', now, limit })

test('the neighbour of her size and of her EPCI comes before a nearer town, and the farthest comes last', async () => {
  for (const insee of ['62030', '59020', '59010', '59040', '59001'])
    await sayUsage(db, { insee, softwareId: nextcloud, saidAt: recently })

  const lines = (await ask(nextcloud)).get(nextcloud) ?? []

  assert.deepEqual(
    lines.map(({ name }) => name),
    ['Village voisin', 'Bourg proche', 'Village lointain', 'Nulle part'],
  )
  assert.deepEqual(
    lines.map(({ km }) => km),
    [11, 10, 156, null],
  )
})

test('twelve months after it was said a usage greys, and twenty-four months after it is gone', async () => {
  const ages = [
    '2025-11-24T10:00:00.001Z',
    '2025-11-24T10:00:00Z',
    '2024-11-24T10:00:00.001Z',
    '2024-11-24T10:00:00Z',
  ]
  const seen = []
  for (const age of ages) {
    const softwareId = await addSoftware(db, `vu-${seen.length}`)
    await sayUsage(db, { insee: '59010', softwareId, saidAt: new Date(age) })
    const [line] = (await ask(softwareId)).get(softwareId) ?? []
    seen.push([line?.isGrey, (await countUsages(db, [softwareId], now)).get(softwareId)])
  }

  assert.deepEqual(seen, [
    [false, 1],
    [true, 1],
    [true, 1],
    [undefined, undefined],
  ])
})

test('what no town hall has confirmed, or what was withdrawn, is nobody’s neighbour', async () => {
  const softwareId = await addSoftware(db, 'en-attente')
  await sayUsage(db, { insee: '59010', softwareId })
  const withdrawn = await sayUsage(db, { insee: '59020', softwareId, saidAt: recently })
  await db.execute(sql`update usages set withdrawn_at = now() where id = ${withdrawn}`)

  assert.equal((await ask(softwareId)).size, 0)
  assert.equal((await countUsages(db, [softwareId], now)).size, 0)
})

test('a commune that has left a software is still a neighbour, with why, and is not counted as using it', async () => {
  const softwareId = await addSoftware(db, 'quitte')
  await sayUsage(db, { insee: '59010', softwareId, saidAt: recently, state: 'left' })

  const [line] = (await ask(softwareId)).get(softwareId) ?? []

  assert.equal(line?.whyLeft, 'trop lourd')
  assert.equal((await countUsages(db, [softwareId], now)).size, 0)
})

test('the usages of a sheet merged into another are those of its heir', async () => {
  const old = await addSoftware(db, 'codimd')
  const heir = await addSoftware(db, 'hedgedoc')
  await sayUsage(db, { insee: '59010', softwareId: old, saidAt: recently })
  await db.execute(sql`update software set merged_into = ${heir} where id = ${old}`)

  assert.equal((await ask(heir)).get(heir)?.length, 1)
  assert.equal((await countUsages(db, [heir], now)).get(heir), 1)
  assert.ok((await usagesOfCommune(db, '59010', now)).some(({ slug }) => slug === 'hedgedoc'))
})

test('nobody’s place known, those that accept a call come first and no distance is told', async () => {
  await sayUsage(db, { insee: '59020', softwareId: spip, saidAt: recently, acceptsCall: false })
  await sayUsage(db, { insee: '62030', softwareId: spip, saidAt: recently })

  const lines = (await neighboursUsing(db, { softwareIds: [spip], now, limit: 1 })).get(spip) ?? []

  assert.deepEqual(
    lines.map(({ name, km }) => [name, km]),
    [['Village lointain', null]],
  )
})
