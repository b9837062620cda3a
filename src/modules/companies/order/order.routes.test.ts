import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { addNeedAndSoftware, addTestCompany, addTestService } from '#test/companies.ts'
import { temporaryFolder } from '#test/temporary-folder.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { openDoor, withCatalogue } from '#test/visit.ts'
import { listHelpers } from './list-helpers.action.ts'
import { recipe } from './recipe.ts'

const door = await openDoor(withCatalogue)
const { world } = door
const { db } = world
await addTownHalls(db, (await foundProgramme(db)).programmeId)
const { need, softwareId } = await addNeedAndSoftware(db, 'cimetiere-essai', 'logiciel-essai')
const now = world.clock()
const anyone = door.as('public')
const page = `/companies/order?need=${need}&commune=59172`

for (const name of ['Nord Libre', 'Aube Logiciels', 'Zinc et Cie', 'Les 3 Lettres', 'Médian'])
  await addTestService(db, await addTestCompany(db, name), { need, at: now })
const far = await addTestCompany(db, 'Aude Informatique', { siren: '552100554' })
await addTestService(db, far, { need, areas: ['departement:11'], at: now })
await addTestService(db, await addTestCompany(db, 'Vieille Annonce'), {
  need,
  at: new Date(now.getTime() - 800 * 86_400_000),
})
await addTestCompany(db, 'Muette et Fils')
await addTestCompany(db, 'Inconnue du Nord', {
  siren: '732829320',
  organisationId: door.organisationId('company'),
})

test('the page says the rule, a worked example, and the figures of today for a need and a commune', async () => {
  const { text } = await anyone.get(page)

  assert.match(text, /Références confirmées/)
  assert.match(text, /Bruyère Informatique/)
  assert.match(text, /Nord Libre/)
  assert.match(text, /sha256sum/)
  assert.doesNotMatch(text, /<script/)
})

test('the recipe printed on the page, run at home on the published figures, gives the very order of the list', async () => {
  const { text } = await anyone.get(page.replace('order?', 'order.json?'))
  const file = join(temporaryFolder(), 'recalculer.mjs')
  writeFileSync(file, recipe)

  const url = `data:application/json;base64,${Buffer.from(text).toString('base64')}`
  const { stdout } = await promisify(execFile)(process.execPath, [file, url])

  const { lines } = await listHelpers(world, { need, insee: '59172' })
  assert.equal(stdout, lines.map(({ mark, draw, name }) => `${mark} ${draw.slice(0, 8)} ${name}\n`).join(''))
})

test('« pourquoi pas cette entreprise ? » gives the reason: area, age, silence, a page nobody took', async () => {
  const why = async (company: string) =>
    (await anyone.get(`${page}&company=${encodeURIComponent(company)}`)).text

  assert.match(await why('552 100 554'), /ne dit pas servir cette commune.*Elle dit servir.*Aude \(11\)/s)
  assert.match(await why('vieille annonce'), /plus de vingt-quatre mois/)
  assert.match(await why('Muette'), /n’a pas encore pris sa fiche/)
  assert.match(await why('inconnue du nord'), /n’a dit aucun service pour ce besoin/)
  assert.match(await why('Nord Libre'), /Elle y est/)
  assert.match(await why('Centre de gestion'), /n’apparaît que par les services qu’il opère/)
  assert.match(await why('Personne de ce nom'), /n’est pas dans le recensement/)
  assert.match(await why('l'), /Laquelle/)
})

test('a commune that nobody knows is asked again, and never a failure', async () => {
  const { status, text } = await anyone.get('/companies/order?commune=Zzyx')

  assert.equal(status, 200)
  assert.match(text, /Aucune commune ne porte ce nom/)
  assert.equal((await anyone.get('/companies/order.json?commune=Zzyx')).status, 422)
})

test('markup typed for a company stays text', async () => {
  const { text } = await anyone.get(`${page}&company=${encodeURIComponent('<b>gras</b>')}`)

  assert.doesNotMatch(text, /<b>gras/)
})

test('the public ledger shows to anybody what was given, beside the equal share', async () => {
  await listHelpers(world, { need, insee: '59172' }, 'need')
  await listHelpers(world, { softwareIds: [softwareId] }, 'software')
  const { text } = await anyone.get('/companies/exposures')
  const csv = await anyone.get(`/companies/exposures.csv?need=${need}&sort=name`)
  const ods = await anyone.get('/companies/exposures.ods')

  assert.match(text, /5.lignes au registre/)
  assert.match(text, /part égale 0,2/)
  assert.match(csv.text, /Nord Libre;;company:[0-9a-f-]+;1;[01];0,2;[01];0,6;0;0;0/)
  assert.equal(ods.status, 200)
  assert.match((await anyone.get('/companies/exposures?q=nord&period=7')).text, /1.ligne au registre/)
  assert.match((await anyone.get('/companies/exposures?place=list')).text, /Rien n’est encore compté/)
})
