import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { NotFound } from '#platform/http/refusals.ts'
import { newId } from '#platform/ids.ts'
import { freshDatabase } from '#test/database.ts'
import {
  findCommune,
  findMayor,
  listCommunes,
  listContactPoints,
  listEpcis,
  listMainContactPoints,
  listSuccessors,
} from './communes.queries.ts'
import { communeMap } from './map/commune-map.action.ts'
import { loadReference } from './reference/load-reference.action.ts'
import { communeIndex } from './search/commune-index.action.ts'

const db = await freshDatabase()
await loadReference(db)
const portDuHainaut = { epci: '200042190' }

test('the Porte du Hainaut has its 47 communes, sorted as a person would', async () => {
  const names = (await listCommunes(db, portDuHainaut)).map(({ name }) => name)

  assert.equal(names.length, 47)
  assert.deepEqual(names.slice(10, 13), ['Émerchicourt', 'Escaudain', 'Escautpont'])
})

test('a commune is found with its grammar and its seat; a code that never was is not', async () => {
  const denain = await findCommune(db, '59172')

  assert.deepEqual([denain.name, denain.nameType, denain.siret?.slice(0, 9)], ['Denain', 0, denain.siren])
  await assert.rejects(findCommune(db, '59999'), NotFound)
})

test('Bermeries has merged: its code leads to the commune that answers for it', async () => {
  const [successor] = await listSuccessors(db, ['59070'])

  assert.equal(successor?.insee, '59006')
})

test('the EPCI of a department are those with a commune in it', async () => {
  assert.equal((await listEpcis(db, '59')).length, 17)
  assert.equal((await listEpcis(db)).length, 1_255)
})

test('the first address is the main one; an ended one is not shown', async () => {
  await say('email', 'mairie@denain.example', 1)
  await say('email', 'accueil@denain.example', 2)
  await say('email', 'ancienne@denain.example', 1, new Date('2026-02-01'))

  const shown = await listContactPoints(db, '59172')
  const main = await listMainContactPoints(db, ['59172', '59526'])

  assert.deepEqual(
    shown.map(({ value }) => value),
    ['mairie@denain.example', 'accueil@denain.example'],
  )
  assert.deepEqual(
    main.map(({ value }) => value),
    ['mairie@denain.example'],
  )
})

test('a commune whose mayor was never imported has none', async () => {
  assert.equal(await findMayor(db, '59172'), undefined)
})

test('the map of the Porte du Hainaut is drawn once, and again when an outline changes', async () => {
  const first = await communeMap(db, portDuHainaut)
  const again = await communeMap(db, portDuHainaut)
  await db.execute(sql`update contours set source_date = '2026-06-01' where insee = '59172'`)
  const afterwards = await communeMap(db, portDuHainaut)

  assert.equal(first?.shapes.length, 47)
  assert.equal(again, first)
  assert.notEqual(afterwards, first)
})

test('where no outline is known there is no map', async () => {
  assert.equal(await communeMap(db, { departement: '62' }), undefined)
})

test('the search of the database reads every commune of France', async () => {
  const index = await communeIndex(db)

  assert.equal(index.size, 34_969)
  assert.equal(index.search('st amand les eaux', { limit: 1 })[0]?.commune.epci, 'CA de la Porte du Hainaut')
})

const say = (kind: string, value: string, rank: number, endedAt: Date | null = null) =>
  db.execute(sql`insert into contact_points (id, insee, kind, value, rank, source, imported_at, ended_at)
    values (${newId()}, '59172', ${kind}, ${value}, ${rank}, 'Essai', now(), ${endedAt?.toISOString() ?? null})`)
