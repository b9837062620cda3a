import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { addNeedAndSoftware, addTestCompany, addTestService } from '#test/companies.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { openDoor, withCatalogue } from '#test/visit.ts'

const door = await openDoor(withCatalogue)
const { db } = door.world
const { programmeId } = await foundProgramme(db)
await addTownHalls(db, programmeId)
const { need } = await addNeedAndSoftware(db, 'besoin-essai', 'logiciel-essai')
const visitor = door.as('public')

const nord = await addTestCompany(db, 'Étincelle Libre', {
  siren: '000100008',
  website: 'https://etincelle.example',
})
await addTestService(db, nord, { need, kind: 'training', areas: ['departement:59'] })
const pas = await addTestCompany(db, 'Pas à pas')
await addTestService(db, pas, { need, kind: 'installation', areas: ['departement:62'] })

test('the census is read by everyone, says what each company states, and guesses nothing of the others', async () => {
  const { status, text } = await visitor.get('/companies')

  assert.equal(status, 200)
  assert.match(text, /23.entreprises/)
  assert.match(text, /Étincelle Libre/)
  assert.match(text, /N’a encore rien déclaré/)
  assert.doesNotMatch(text, /<script/)
})

test('one is found by name without its accents, by SIREN, by service, by need and by the place it serves', async () => {
  const lists = await Promise.all(
    [
      'q=etincelle',
      'q=000 100 008',
      'kind=training',
      `need=${need}&kind=training`,
      'place=Denain',
      'place=nord',
      'place=59',
    ].map((words) => visitor.get(`/companies?${words.replaceAll(' ', '+')}`)),
  )

  for (const { text } of lists) {
    assert.match(text, /Étincelle Libre/)
    assert.doesNotMatch(text, /Pas à pas/)
  }
})

test('a place that is not known is said, and the list stays whole', async () => {
  const { text } = await visitor.get('/companies?place=Zzyxville')

  assert.match(text, /«.Zzyxville.» n’a pas été reconnu/)
  assert.match(text, /23.entreprises/)
})

test('a company renamed to be first stays where the draw puts it, and its former name stays in view', async () => {
  const before = await visitor.get(`/companies?need=${need}`)
  await db.execute(sql`update companies set name = 'AAA Premier' where id = ${pas}`)
  await db.execute(
    sql`insert into company_names (company_id, name, until) values (${pas}, 'Pas à pas', now())`,
  )
  const after = await visitor.get(`/companies?need=${need}`)

  const rank = (text: string) => text.indexOf(`/companies/${pas}`) < text.indexOf('/companies/000100008')
  assert.equal(rank(before.text), rank(after.text))
  assert.match((await visitor.get(`/companies/${pas}`)).text, /Pas à pas, jusqu’au/)
})

test('a company known by its SIREN is at one address: the identifier leads there', async () => {
  const led = await visitor.get(`/companies/${nord}`)
  const page = await visitor.get('/companies/000100008')
  const unknown = await visitor.get('/companies/123456789')

  assert.deepEqual([led.status, led.location], [301, '/companies/000100008'])
  assert.match(page.text, /Nord \(59\)/)
  assert.equal(unknown.status, 404)
})

test('a company that has declared nothing shows its source, and its courses are not services', async () => {
  const [dalibo] = await db.execute<{ id: string }>(sql`select id from companies where name = 'Dalibo'`)
  const { text } = await visitor.get(`/companies/${dalibo?.id}`)

  assert.match(text, /n’a encore rien déclaré/)
  assert.match(text, /DBA1/)
  assert.match(text, /DINUM, Bastien Guerry/)
  assert.doesNotMatch(text, /Ce qu’elle dit faire/)
})

test('markup and scripts in any field stay text, and only a web address is a link', async () => {
  const id = await addTestCompany(db, '<script>alert(1)</script>', { website: 'javascript:alert(2)' })
  await db.execute(sql`update companies set presentation = '<img src=x onerror=alert(3)>' where id = ${id}`)
  const { text } = await visitor.get(`/companies/${id}`)
  const list = await visitor.get('/companies?said=no')

  assert.doesNotMatch(text + list.text, /<script>alert|<img src=x|href="javascript/)
  await db.execute(sql`delete from companies where id = ${id}`)
})

test('anybody reports an error, once for a form posted twice, and what was typed is kept when refused', async () => {
  const once = newId()
  const path = '/companies/000100008/reports'
  const refused = await visitor.post(path, { once, body: '', personName: 'Zoé', email: 'pas une adresse' })
  const report = { once, body: 'Le site a changé.', personName: 'Zoé', email: 'zoe@mairie.example' }
  const sent = await visitor.post(path, report)
  await visitor.post(path, report)

  assert.equal(refused.status, 422)
  assert.match(refused.text, /value="Zoé"/)
  assert.equal(sent.location, '/companies/000100008?done=reported')
  const [kept] = await db.execute<{ n: number }>(sql`select count(*)::int as n from company_reports`)
  assert.equal(kept?.n, 1)
})

test('reports that come faster than a person reads are refused', async () => {
  for (let n = 0; n < 9; n += 1)
    await visitor.post('/companies/000100008/reports', { once: newId(), body: `Erreur ${n}` })
  const late = await visitor.post('/companies/000100008/reports', { once: newId(), body: 'Encore' })

  assert.equal(late.status, 422)
  assert.match(late.text, /Trop de signalements/)
})

test('the census leaves as a sheet, with the sources', async () => {
  const csv = await visitor.get('/companies.csv?q=etincelle')
  const ods = await visitor.get('/companies.ods')

  assert.match(csv.text, /Étincelle Libre;000100008/)
  assert.match(csv.text, /Nord \(59\)/)
  assert.equal(ods.status, 200)
})
