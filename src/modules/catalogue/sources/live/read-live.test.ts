import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { openDoor, withCatalogue } from '#test/visit.ts'
import { cnllExport, comptoirExport, sillV1, sillV2 } from './fixtures/exports.ts'
import { listHintedCompanies, listUserHints, usageHintsOf } from './hints.queries.ts'
import { livePaths } from './live.paths.ts'
import { listLastRuns } from './live.queries.ts'
import type { LiveSource } from './live-source.ts'
import { readLiveSource } from './read-live-source.action.ts'

const answers = new Map<string, string>()
const server = createServer((request, response) => {
  const body = answers.get(request.url ?? '')
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' })
  response.end(body ?? '')
}).listen(0, '127.0.0.1')
after(() => server.close())
const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const door = await openDoor(withCatalogue)
const { world } = door
const { db } = world
const operator = door.as('operator')

for (const [insee, name] of [
  ['59172', 'Denain'],
  ['59616', 'Vieux-Condé'],
  ['23180', 'Saint-Amand'],
  ['62741', 'Saint-Amand'],
  ['59526', 'Saint-Amand-les-Eaux'],
] as const)
  await db.execute(sql`insert into communes (insee, name, name_type, search_name, departement, region, postal_codes, population, source, source_date)
    values (${insee}, ${name}, 0, ${name.toLowerCase()}, ${insee.slice(0, 2)}, '32', '{}', 1000, 'INSEE', '2026-01-01')`)

async function give(source: LiveSource, content: unknown, path = `/${source}`) {
  answers.set(path, typeof content === 'string' ? content : JSON.stringify(content))
  await operator.post(livePaths.on(source), { address: `${origin()}${path}`, right: 'oui' })
}
const read = (source: LiveSource) => readLiveSource(world, { source, by: 'Claire', allowsPrivate: true })
const last = async (source: LiveSource) => (await listLastRuns(db)).find((run) => run.source === source)
const sheets = () =>
  db.execute<{ name: string }>(
    sql`select * from software where name in ('Registre Nuage', 'Carnet d’adresses libre') order by name`,
  )

test('a catalogue is off until somebody says that we have the right, with their name and the day', async () => {
  const refused = await operator.post(livePaths.on('comptoir'), {
    address: 'https://comptoir.example/x.json',
  })
  const off = await read('comptoir')
  await give('comptoir', comptoirExport)
  const { text } = await operator.get(livePaths.list())

  assert.equal(refused.status, 422)
  assert.match(refused.text, /Cochez que vous avez le droit/)
  assert.match(refused.text, /comptoir\.example\/x\.json/)
  assert.deepEqual(off, { ok: false, reason: 'off' })
  assert.match(text, /a dit le .+ que nous en avons le droit/)
})

test('the Comptoir brings sheets, and a row that is ill formed is said without stopping the others', async () => {
  await read('comptoir')
  const run = await last('comptoir')

  assert.equal(run?.state, 'done')
  assert.deepEqual(run?.leftOut, [{ row: 'Mal formé', why: 'La clé « id » n’a pas la forme attendue.' }])
  assert.equal(run?.counts.added, 2)
  assert.equal((await sheets())[0]?.name, 'Registre Nuage')
})

test('reading twice changes nothing', async () => {
  await read('comptoir')

  assert.deepEqual([(await last('comptoir'))?.counts.added, (await last('comptoir'))?.counts.changed], [0, 0])
})

test('a clear name is a hint of usage, never a usage; a doubtful one waits; another body is none', async () => {
  const names = async (state: 'clear' | 'to-settle' | 'none') =>
    (await listUserHints(db, { q: '', state })).map(({ name }) => name)
  const [usages] = await db.execute(sql`select count(*)::int as n from usages`)

  assert.deepEqual(await names('clear'), ['Ville de Denain'])
  assert.deepEqual(await names('to-settle'), ['Saint-Amand'])
  assert.deepEqual(await names('none'), ['Métropole du Bout', 'Vieux-Condé'])
  assert.equal(usages?.n, 0)
  assert.match((await operator.get('/communes/59172')).text, /Cités par d’autres catalogues/)
  assert.deepEqual(
    (await usageHintsOf(db, '59172')).map(({ software }) => software),
    ['Registre Nuage'],
  )
})

test('a person settles a doubtful name, and takes it back; reading again keeps what was settled', async () => {
  const [row] = await listUserHints(db, { q: '', state: 'to-settle' })
  const wrong = await operator.post(livePaths.settle(row?.id ?? ''), { verdict: 'typed', insee: '00000' })
  await operator.post(livePaths.settle(row?.id ?? ''), { verdict: '62741' })
  await read('comptoir')
  const settled = await usageHintsOf(db, '62741')
  await operator.post(livePaths.settle(row?.id ?? ''), { verdict: 'again' })

  assert.equal(wrong.status, 422)
  assert.deepEqual(
    settled.map(({ software }) => software),
    ['Registre Nuage'],
  )
  assert.deepEqual(await usageHintsOf(db, '62741'), [])
})

test('the SILL is read in its first and second shapes, and what it no longer lists is left out', async () => {
  await give('sill-live', sillV1)
  await read('sill-live')
  const first = await last('sill-live')
  await give('sill-live', sillV2)
  await read('sill-live')
  const [sheet] = await db.execute<{ version: string; platforms: string[] }>(
    sql`select version, platforms from software where name = 'Carnet d’adresses libre'`,
  )

  assert.deepEqual(first?.leftOut, [{ row: 'Parti', why: 'Le SILL ne le référence plus.' }])
  assert.equal((await last('sill-live'))?.counts.changed, 1)
  assert.deepEqual(sheet, { version: '2.2.0', platforms: ['web', 'windows', 'linux'] })
})

test('companies of the CNLL are tied to the software that the SILL knows, and only to be invited', async () => {
  await give('cnll', cnllExport)
  await read('cnll')
  const companies = await listHintedCompanies(db)
  const [census] = await db.execute(sql`select count(*)::int as n from companies where siren = '732829320'`)

  assert.equal((await last('cnll'))?.counts.unknown, 1)
  assert.deepEqual(
    companies.map(({ name, siren }) => [name, siren]),
    [
      ['Adresses & Cie', '732829320'],
      ['SCOP du Nuage', null],
    ],
  )
  assert.equal(census?.n, 0)
})

test('what a catalogue no longer says is gone from the hints', async () => {
  await give('comptoir', { ...comptoirExport, softwares: [] })
  await read('comptoir')

  assert.deepEqual(await usageHintsOf(db, '59172'), [])
})

test('an address that gives a web page, another file, nothing, or this machine, says so in French', async () => {
  const problem = async (content: unknown) => {
    await give('comptoir', content)
    await read('comptoir')
    return (await last('comptoir'))?.problem ?? ''
  }

  assert.match(await problem('<!doctype html>'), /n’est pas du JSON/)
  assert.match(await problem([1, 2]), /« softwares »/)
  answers.delete('/comptoir')
  await read('comptoir')
  assert.match((await last('comptoir'))?.problem ?? '', /Il n’y a rien à cette adresse/)
  await readLiveSource(world, { source: 'comptoir', by: 'Claire', allowsPrivate: false })
  assert.match((await last('comptoir'))?.problem ?? '', /adresse publique/)
})

test('turned off, a catalogue is no longer read', async () => {
  await operator.post(livePaths.off('comptoir'))

  assert.deepEqual(await read('comptoir'), { ok: false, reason: 'off' })
  assert.equal((await operator.post(livePaths.run('comptoir'))).status, 422)
})

test('asked for, a reading is one job however often it is asked', async () => {
  await operator.post(livePaths.run('cnll'))
  await operator.post(livePaths.run('cnll'))
  const [jobs] = await db.execute(
    sql`select count(*)::int as n from pgboss.job where name = 'catalogue.read-live-source'`,
  )

  assert.equal(jobs?.n, 1)
})

test('the lists of bodies and companies are shown and taken away', async () => {
  for (const path of [
    livePaths.users({ state: 'none' }),
    livePaths.usersSheet('csv'),
    livePaths.usersSheet('ods'),
    livePaths.companies(),
    livePaths.companiesSheet('csv'),
    livePaths.companiesSheet('ods'),
  ])
    assert.equal((await operator.get(path)).status, 200, path)
})
