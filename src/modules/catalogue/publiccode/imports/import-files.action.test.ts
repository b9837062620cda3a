import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { strToU8, zipSync } from 'fflate'
import { newId } from '#platform/ids.ts'
import { freshWorld } from '#test/world.ts'
import { findSoftware } from '../../software/software.queries.ts'
import { readText } from '../reading/read-publiccode.ts'
import { checkFiles } from './check-files.action.ts'
import { importFiles, undoImport } from './import-files.action.ts'
import { importReadings } from './import-readings.action.ts'
import { listImportFiles } from './publiccode-imports.queries.ts'
import { readReceived } from './received-files.action.ts'
import { loadShippedPubliccode, shippedFiles } from './shipped-files.action.ts'

const world = await freshWorld()
const { db } = world
const now = new Date('2026-11-24T10:00:00Z')

const sheet = async (slug: string) => {
  const found = await findSoftware(db, slug)
  if (!('id' in found)) throw new Error('merged')
  return found
}
const brought = (text: string) => readText(text)
const file = (name: string, more = '') =>
  `publiccodeYmlVersion: "0.7.0"\nname: ${name}\nurl: https://forge.example/${name.toLowerCase()}\n${more}`

async function bring(...texts: string[]) {
  const id = newId()
  await checkFiles(db, { id, by: 'Claire', readings: texts.map(brought) }, now)
  return id
}
const findings = async (id: string) => (await listImportFiles(db, id)).map(({ finding }) => finding)

test('every file shipped becomes a sheet, and loading them again changes nothing', async () => {
  await loadShippedPubliccode(world)
  const count = async () => (await db.execute(sql`select count(*)::int as n from software`))[0]?.n
  const first = await count()
  await loadShippedPubliccode(world)
  const again = await db.transaction((tx) =>
    importReadings(tx, shippedFiles('dinum-2024'), { source: 'dinum-2024', sourceDate: '2024-10-15', now }),
  )

  assert.equal(first, 22)
  assert.equal(await count(), 22)
  assert.deepEqual(new Set(again.map(({ finding }) => finding)), new Set(['unchanged']))
  assert.equal((await sheet('catala')).summary?.startsWith('Langage de programmation'), true)
})

test('a licence is read and an English text says that it is from elsewhere', async () => {
  const grist = await sheet('grist')

  assert.deepEqual([grist.licenceSpdx, grist.isFree], ['Apache-2.0', true])
  assert.equal(grist.origins.summary?.source, 'publiccode-en')
})

test('a check says what an import would do, and does nothing', async () => {
  const id = await bring(
    file('Verifier'),
    'rien: ici\n',
    file('Grist').replace('forge.example/grist', 'github.com/gristlabs/grist-core'),
  )

  assert.deepEqual(await findings(id), ['added', 'refused', 'changed'])
  await assert.rejects(findSoftware(db, 'verifier'))
})

test('an import posted twice has one effect', async () => {
  const id = await bring(file('Deuxfois'))
  await importFiles(db, id, now)
  await importFiles(db, id, now)

  assert.deepEqual(await findings(id), ['added'])
  assert.equal((await sheet('deuxfois')).repository, 'https://forge.example/deuxfois')
})

test('undoing an import takes away what it brought and puts back what it changed', async () => {
  await importFiles(db, await bring(file('Avant', 'softwareVersion: "1"\n')), now)
  const id = await bring(file('Avant', 'softwareVersion: "2"\n'), file('Nouveau'))
  await importFiles(db, id, now)
  assert.equal((await sheet('avant')).version, '2')

  await undoImport(db, id, 'Claire', now)
  await undoImport(db, id, 'Claire', now)

  assert.equal((await sheet('avant')).version, '1')
  assert.notEqual((await sheet('nouveau')).withdrawnAt, null)
})

test('what was undone and is brought again is shown again', async () => {
  await importFiles(db, await bring(file('Nouveau')), now)

  assert.equal((await sheet('nouveau')).withdrawnAt, null)
})

test('an import that was undone cannot be done again: its files are brought anew', async () => {
  const id = await bring(file('Fini'))
  await importFiles(db, id, now)
  await undoImport(db, id, 'Claire', now)

  assert.deepEqual(await importFiles(db, id, now), { ok: false, reason: 'already-undone' })
})

test('a zip gives its YAML files, and a damaged one is refused', () => {
  const zip = zipSync({
    'a/publiccode.yml': strToU8(file('Zip')),
    'lisez-moi.txt': strToU8('non'),
    '__MACOSX/publiccode.yml': strToU8('x'),
  })
  const read = readReceived([{ name: 'tout.zip', bytes: zip }])
  const damaged = readReceived([{ name: 'x.zip', bytes: zip.subarray(0, 40) }])

  assert.deepEqual(read.ok && read.value.map(({ name }) => name), ['a/publiccode.yml'])
  assert.deepEqual(damaged, { ok: false, reason: 'damaged-zip' })
  assert.deepEqual(readReceived([]), { ok: false, reason: 'no-file' })
})

test('what people wrote stays a text: markup, null characters and names without end', async () => {
  const id = await bring(
    file('Balise', `description:\n  fr:\n    shortDescription: "<script>alert(1)</script>\\0"\n`),
    file('N'.repeat(400)),
  )
  await importFiles(db, id, now)

  assert.equal((await sheet('balise')).summary, '<script>alert(1)</script>')
})
