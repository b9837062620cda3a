import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { opposeTownHall } from '#modules/outreach/index.ts'
import { newId } from '#platform/ids.ts'
import { addNeedAndSoftware, addTestCompany } from '#test/companies.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { openDoor, withCatalogue } from '#test/visit.ts'
import { askAboutReferences } from './ask-references.action.ts'
import { referencesOf } from './references.queries.ts'

const door = await openDoor(withCatalogue)
const { db } = door.world
const { programmeId } = await foundProgramme(db)
await addTownHalls(db, programmeId)
const { need } = await addNeedAndSoftware(db, 'besoin-essai', 'logiciel-essai')
const id = await addTestCompany(db, 'Libre Services', {
  siren: '000100016',
  organisationId: door.organisationId('company'),
})
const [company, visitor] = [door.as('company'), door.as('public')]

let now = new Date('2026-11-24T09:00:00Z')
const world = { ...door.world, clock: () => now }
const nextDay = () => {
  now = new Date(now.getTime() + 86_400_000)
}

const work = (commune: string, kind = 'installation') => ({
  once: newId(),
  commune,
  kind,
  software: '',
  need,
  year: '2026',
})
const mails = () =>
  db.execute<{ recipient: string; body: string }>(
    sql`select envelope_to as recipient, text_body as body from outbox_messages order by sent_at, id`,
  )
const linkTo = async (recipient: string) =>
  /http:\/\/localhost:3000(\/references\/\S+)/.exec(
    (await mails()).filter((mail) => mail.recipient === recipient).at(-1)?.body ?? '',
  )?.[1] ?? ''
const states = async () =>
  new Map((await referencesOf(db, id)).map(({ commune, kind, state }) => [`${commune} ${kind}`, state]))

test('a work is shown as declared until its commune, asked at its official address, confirms it by a press', async () => {
  const form = work('Denain')
  await company.post('/my-company/references', form)
  await company.post('/my-company/references', form)
  await askAboutReferences(world)
  const before = await visitor.get('/companies/000100016')
  const link = await linkTo('mairie@denain.example')
  const opened = await visitor.get(link)
  const unchanged = await states()
  const answered = await visitor.post(link, { [`word-${form.once}`]: 'yes', [`why-${form.once}`]: '' })
  const after = await visitor.get('/companies/000100016')

  assert.match(before.text, /Déclarée/)
  assert.match(opened.text, /Libre Services, 2026/)
  assert.equal(opened.headers.get('cache-control'), 'no-store')
  assert.equal(unchanged.get('Denain installation'), 'declared')
  assert.match(answered.text, /c’est noté/)
  assert.match(after.text, /Confirmée</)
  const [fact] = await db.execute<{ sentence: string }>(
    sql`select sentence from journal_entries where insee = '59172' and kind = 'reference-confirmed'`,
  )
  assert.match(fact?.sentence ?? '', /Libre Services/)
})

test('a town hall is written to once a day whatever companies name, and again the next day for what is new', async () => {
  await company.post('/my-company/references', work('Abscon'))
  await askAboutReferences(world)
  await company.post('/my-company/references', work('Abscon', 'training'))
  const sameDay = await askAboutReferences(world)
  nextDay()
  const later = await askAboutReferences(world)

  assert.deepEqual([sameDay, later], [0, 1])
  assert.equal((await mails()).filter(({ recipient }) => recipient === 'mairie@abscon.example').length, 2)
})

test('a refusal says why, the company answers it, and naming the same work again does not wash it away', async () => {
  const [training] = await db.execute<{ id: string }>(
    sql`select id from company_references where insee = '59002' and kind = 'training'`,
  )
  const link = await linkTo('mairie@abscon.example')
  const silent = await visitor.post(link, { [`word-${training?.id}`]: 'no', [`why-${training?.id}`]: ' ' })
  await visitor.post(link, { [`word-${training?.id}`]: 'no', [`why-${training?.id}`]: 'Jamais <venus>.' })
  await company.post(`/my-company/references/${training?.id}/reply`, {
    reply: 'La séance a eu lieu à l’école.',
  })
  await company.post(`/my-company/references/${training?.id}/withdrawal`)
  const again = await company.post('/my-company/references', work('Abscon', 'training'))
  const { text } = await visitor.get('/companies/000100016')

  assert.equal(silent.status, 422)
  assert.match(silent.text, /Dites pourquoi/)
  assert.match(text, /Refusée</)
  assert.match(text, /Jamais &lt;venus&gt;/)
  assert.match(text, /La séance a eu lieu/)
  assert.equal(again.status, 422)
  assert.match(again.text, /ne s’efface pas/)
})

test('a forged link answers nothing, and one commune does not answer for another', async () => {
  await company.post('/my-company/references', work('Bouchain'))
  await askAboutReferences(world)
  const [bouchain] = await db.execute<{ id: string }>(
    sql`select id from company_references where insee = '59092'`,
  )
  const denain = await linkTo('mairie@denain.example')
  const forged = await visitor.post(`${denain.slice(0, -3)}aaa`, { [`word-${bouchain?.id}`]: 'yes' })
  await visitor.post(denain, { [`word-${bouchain?.id}`]: 'yes' })

  assert.equal(forged.status, 404)
  assert.equal((await states()).get('Bouchain installation'), 'declared')
})

test('a town hall that opposes our mails is not asked: its reference stays declared', async () => {
  await opposeTownHall(db, { insee: '59032', channel: 'email', origin: 'téléphone', at: now })
  await company.post('/my-company/references', work('Aubry-du-Hainaut'))
  await askAboutReferences(world)

  assert.ok((await mails()).every(({ recipient }) => recipient !== 'mairie@aubry.example'))
  assert.equal((await states()).get('Aubry-du-Hainaut installation'), 'declared')
})

test('a commune that is not found, a year to come and a missing subject are told, with what was typed', async () => {
  const nowhere = await company.post('/my-company/references', work('Zzyxville'))
  const later = await company.post('/my-company/references', { ...work('Denain', 'support'), year: '2099' })
  const empty = await company.post('/my-company/references', { ...work('Denain', 'support'), need: '' })

  assert.match(nowhere.text, /Aucune commune ne porte ce nom/)
  assert.match(nowhere.text, /value="Zzyxville"/)
  assert.match(later.text, /de 1990 à cette année/)
  assert.match(empty.text, /Donnez le logiciel, le besoin/)
})
