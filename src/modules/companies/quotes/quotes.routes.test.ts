import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { opposeAddress } from '#modules/outreach/index.ts'
import { newId } from '#platform/ids.ts'
import { addNeedAndSoftware, addTestCompany, addTestService } from '#test/companies.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { openDoor, withCatalogue } from '#test/visit.ts'
import { isoDate } from '#ui/french.ts'
import { listHelpers } from '../order/list-helpers.action.ts'
import { followQuotes } from './follow-quotes.job.ts'
import { providerToken, townHallToken } from './quote-link.action.ts'
import { sendRequest, writeToTownHall } from './quote-mails.job.ts'

const door = await openDoor(withCatalogue)
const { world } = door
const { db, config } = world
await addTownHalls(db, (await foundProgramme(db)).programmeId)
const { need } = await addNeedAndSoftware(db, 'besoin-essai', 'logiciel-essai')
const day = 86_400_000
const now = world.clock()
const inThreeWeeks = isoDate(new Date(now.getTime() + 21 * day))

const firms = ['Aulne', 'Bouleau', 'Charme', 'Douglas']
const ids = new Map<string, string>()
for (const name of firms) {
  const id = await addTestCompany(db, name, { email: `devis@${name.toLowerCase()}.example` })
  await addTestService(db, id, { need, at: now })
  ids.set(name, id)
}
const keyOf = (name: string) => `company:${ids.get(name)}`
await opposeAddress(db, config.secret, { address: 'devis@douglas.example', origin: 'courriel', at: now })
await addTestService(db, await addTestCompany(db, 'Sans Adresse'), { need, at: now })
const anyone = door.as('public')

const usual = {
  need,
  commune: '59172',
  situation: 'Un tableur & des plans <b>sur papier</b>.',
  wanted: 'Reprendre nos concessions.',
  size: '20 000 habitants',
  contact: 'Accueil, 03 27 00 00 00',
  answerBy: inThreeWeeks,
  why: '',
}
const all = ['Aulne', 'Bouleau', 'Charme'].map(keyOf)

async function prepared(over: Record<string, string | readonly string[]> = {}) {
  const once = newId()
  const answer = await anyone.post('/quotes/new', { ...usual, providers: all, ...over, once })
  return { once, answer, page: `/quotes/mine/${townHallToken(config.secret, once)}` }
}

async function opened(over: Record<string, string | readonly string[]> = {}) {
  const { once, page } = await prepared(over)
  await anyone.post(`${page}/confirm`)
  await sendRequest.run({ requestId: once }, world)
  return {
    once,
    page,
    answerPage: (name: string) => `/quotes/answer/${providerToken(config.secret, once, keyOf(name))}`,
  }
}

const pass = (id: string) =>
  db.execute(sql`update quote_requests set answer_by = current_date - 1 where id = ${id}`)
const mailsTo = (to: string) =>
  db.execute<{ subject: string; text_body: string }>(
    sql`select subject, text_body from outbox_messages where envelope_to = ${to} order by sent_at`,
  )

test('the form shows who may be asked in the order of the day, the first three chosen, and who cannot be written to', async () => {
  const { text } = await anyone.get(`/quotes/new?need=${need}&commune=denain`)

  assert.equal(text.match(/ checked=""| checked/g)?.length, 3)
  assert.match(text, /Douglas \(ne veut pas recevoir de courriel\)/)
  assert.match(text, /Sans Adresse \(pas d’adresse électronique connue\)/)
})

test('without a need or a commune it is asked first, and an unknown one is told', async () => {
  assert.match((await anyone.get('/quotes/new')).text, /Voir qui peut répondre/)
  assert.match(
    (await anyone.get(`/quotes/new?need=${need}&commune=Zzyx`)).text,
    /Aucune commune ne porte ce nom/,
  )
})

test('what is missing is told, and what was typed is kept', async () => {
  const { answer } = await prepared({ situation: 'Nos postes', contact: '', providers: [keyOf('Aulne')] })
  const few = await prepared({ providers: [keyOf('Aulne')] })

  assert.equal(answer.status, 422)
  assert.match(answer.text, /Nos postes/)
  assert.match(answer.text, /Dites qui peut répondre/)
  assert.match(few.answer.text, /Choisissez au moins 3 prestataires/)
})

test('nothing leaves before the official address has confirmed, and the same text leaves to all, once', async () => {
  const { once, answer, page } = await prepared()
  await writeToTownHall.run({ requestId: once, kind: 'confirm' }, world)
  const before = await mailsTo('devis@aulne.example')
  const asked = await mailsTo('mairie@denain.example')
  await anyone.post(`${page}/confirm`)
  await anyone.post(`${page}/confirm`)
  await sendRequest.run({ requestId: once }, world)
  await sendRequest.run({ requestId: once }, world)
  const mails = await Promise.all(
    all.map((_, rank) => mailsTo(`devis@${firms[rank]?.toLowerCase()}.example`)),
  )

  assert.equal(answer.status, 200)
  assert.match(answer.text, /rien n’est parti/)
  assert.equal(before.length, 0)
  assert.match(asked.at(-1)?.text_body ?? '', /Rien n’est parti/)
  assert.deepEqual(
    mails.map(({ length }) => length),
    [1, 1, 1],
  )
  const bodies = mails.map(([mail]) => mail?.text_body.split('Pour répondre')[0])
  assert.equal(new Set(bodies).size, 1)
  assert.match(bodies[0] ?? '', /plans <b>sur papier<\/b>/)
})

test('two runs of the sending at once send to each once', async () => {
  const { once, page } = await prepared({ commune: '59032' })
  await anyone.post(`${page}/confirm`)
  await Promise.all([1, 2, 3].map(() => sendRequest.run({ requestId: once }, world)))
  const sent = await db.execute(sql`select 1 from quote_events where request_id = ${once} and kind = 'sent'`)

  assert.equal(sent.length, 3)
})

test('a form posted twice prepares one request', async () => {
  const once = newId()
  for (let turn = 0; turn < 2; turn++)
    await anyone.post('/quotes/new', { ...usual, commune: '59002', providers: all, once })
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from quote_invitations where request_id = ${once}`,
  )

  assert.equal(row?.n, 3)
})

test('nobody reads an answer before the date, not even the town hall, and then all of them together', async () => {
  const { once, page, answerPage } = await opened({ commune: '59092' })
  await anyone.post(answerPage('Aulne'), { answer: 'quote', words: 'Premier devis', price: '1 250,50' })
  await anyone.post(answerPage('Aulne'), {
    answer: 'quote',
    words: 'Devis de <i>remplacement</i>',
    price: '1 200',
  })
  const bare = await anyone.post(answerPage('Bouleau'), { answer: 'declined', words: '', price: '' })
  await anyone.post(answerPage('Bouleau'), { answer: 'declined', words: 'Carnet plein.', price: '' })
  const early = await anyone.get(page)
  const archive = await anyone.get(`${page}/archive.ods`)
  const tooEarly = await anyone.post(`${page}/close`, { provider: keyOf('Aulne'), why: 'Prix' })
  await pass(once)
  const late = await anyone.post(answerPage('Charme'), { answer: 'quote', words: 'En retard', price: '' })
  const read = await anyone.get(page)

  assert.equal(bare.status, 422)
  assert.match(early.text, /2.réponses reçues sur 3/)
  assert.doesNotMatch(early.text, /remplacement|Carnet plein/)
  assert.equal(archive.status, 200)
  assert.equal(tooEarly.status, 422)
  assert.equal(late.status, 422)
  assert.match(read.text, /Devis de &lt;i&gt;remplacement/)
  assert.match(read.text, /1.200.€ TTC/)
  assert.match(read.text, /Carnet plein/)
  assert.match(read.text, /Sans réponse.: Charme/)
})

test('the town hall is told once that its answers are there, closes with a choice, and everybody learns it', async () => {
  const { once, page, answerPage } = await opened({ commune: '59032' })
  await anyone.post(answerPage('Charme'), { answer: 'quote', words: 'Notre devis', price: '900' })
  await pass(once)
  await followQuotes.run({}, world)
  await followQuotes.run({}, world)
  const silent = await anyone.post(`${page}/close`, { provider: keyOf('Charme'), why: '' })
  const closed = await anyone.post(`${page}/close`, { provider: keyOf('Charme'), why: 'Le mieux-disant.' })
  const told = await db.execute(sql`select 1 from quote_events where request_id = ${once} and kind = 'told'`)

  assert.equal(silent.status, 422)
  assert.equal(closed.status, 303)
  assert.equal(told.length, 1)
  assert.match((await anyone.get(page)).text, /Vous avez choisi/)
  assert.match((await anyone.get(answerPage('Charme'))).text, /La mairie a retenu votre devis/)
  assert.match((await anyone.get(answerPage('Aulne'))).text, /retenu un autre devis/)
})

test('a link that is cut, forged, or of another opens nothing', async () => {
  const { once, page } = await opened()
  const forged = `${page.slice(0, -1)}${page.endsWith('a') ? 'b' : 'a'}`

  assert.equal((await anyone.get(forged)).status, 404)
  assert.equal((await anyone.get(page.slice(0, -4))).status, 404)
  assert.equal((await anyone.get(`/quotes/answer/${townHallToken(config.secret, once)}`)).status, 404)
})

test('silence weighs in the response record, and only after the date', async () => {
  const record = async () =>
    (await listHelpers(world, { need, insee: '59172' })).lines.find(({ key }) => key === keyOf('Bouleau'))
      ?.response
  const before = await record()
  const { once } = await opened({ commune: '59002', answerBy: inThreeWeeks })
  const during = await record()
  await pass(once)
  const after = await record()

  assert.deepEqual(during, before)
  assert.equal((after?.asked ?? 0) - (before?.asked ?? 0), 1)
  assert.equal(after?.answered, before?.answered)
})

test('an address that opposes between the choice and the sending is not written to, and it is in the log', async () => {
  const { once, page } = await prepared({ commune: '59092' })
  await anyone.post(`${page}/confirm`)
  await db.execute(
    sql`update quote_invitations set email = 'devis@douglas.example' where request_id = ${once} and provider = ${keyOf('Charme')}`,
  )
  await sendRequest.run({ requestId: once }, world)

  assert.match((await anyone.get(page)).text, /Pas partie à Charme/)
  assert.equal((await mailsTo('devis@douglas.example')).length, 0)
})

test('the operator sees where requests stand without their answers, and proposes that town halls ask together', async () => {
  const operator = door.as('operator')
  const list = await operator.get('/quotes')
  const proposed = await operator.post('/quotes/groups', {
    once: newId(),
    need,
    words: 'La communauté porterait la demande.',
  })
  const [grouped] = await db.execute<{ id: string }>(
    sql`select id from quote_requests where group_id is not null limit 1`,
  )
  const page = `/quotes/mine/${townHallToken(config.secret, grouped?.id ?? '')}`
  const read = await anyone.get(page)
  await anyone.post(`${page}/grouping`, { answer: 'yes' })
  const csv = await operator.get('/quotes.csv')
  const sheet = await operator.get(`/quotes/asked/${grouped?.id}`)

  assert.match(list.text, /La même chose, à plusieurs/)
  assert.doesNotMatch(list.text, /remplacement|Carnet plein/)
  assert.equal(proposed.status, 303)
  assert.match(read.text, /La communauté porterait la demande/)
  assert.match(csv.text, /;oui/)
  assert.match(sheet.text, /Registre d’égalité de traitement/)
  assert.equal((await door.as('company').get('/quotes')).status, 403)
})

test('a company signed in finds what it was asked, and its own link to answer', async () => {
  await db.execute(sql`update companies set organisation_id = ${door.organisationId('company')}, claimed_at = now(), siren = '552100554'
    where id = ${ids.get('Aulne') ?? ''}`)
  const { text } = await door.as('company').get('/my-company/quotes')

  assert.match(text, /\/quotes\/answer\/[0-9a-z]{58}/)
  assert.match(text, /Gérer le cimetière/)
})

test('a year after its date a request is emptied: who was asked and who answered stay', async () => {
  await db.execute(sql`update quote_requests set answer_by = current_date - 400 where closed_at is not null`)
  await followQuotes.run({}, world)
  const [row] = await db.execute<{ texts: number; answers: number }>(sql`
    select count(*) filter (where r.body <> '' or i.words is not null)::int as texts, count(i.answered_at)::int as answers
    from quote_requests r join quote_invitations i on i.request_id = r.id where r.closed_at is not null`)

  assert.deepEqual(row, { texts: 0, answers: 1 })
})
