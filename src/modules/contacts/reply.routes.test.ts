import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { foundPartnership, postLetter } from '#test/partnership.ts'
import { openDoor } from '#test/visit.ts'
import { showReplyCode } from '#values/reply-code.ts'

const door = await openDoor()
const { db } = door.world
await foundPartnership(db, {
  operatorId: door.organisationId('operator'),
  associationId: door.organisationId('association'),
})
const townHall = door.as('public')

const rowsOf = async (code: string) =>
  db.execute<{ id: string; wish: string; phone: string }>(
    sql`select id, wish, phone from contacts where reply_code = ${code}`,
  )

test('a secretary opens the page of her letter and sees her own town hall, and no person', async () => {
  const { code } = await postLetter(db, '59481')

  const page = await townHall.get(`/r/${code}`)

  assert.equal(page.status, 200)
  assert.match(page.text, /Vous représentez la mairie du Quesnoy\u202f\?/)
  assert.match(
    page.text,
    /Centre de gestion du Nord pour l’e-administration, Les Amis du libre pour tout le reste/,
  )
  assert.doesNotMatch(page.text, /<script/)
  assert.equal(page.headers.get('set-cookie'), null)
  assert.match(page.headers.get('x-robots-tag') ?? '', /noindex/)
})

test('a thousand openings of the page change nothing; only a posted answer counts', async () => {
  const { code, deliveryId } = await postLetter(db, '59002')
  const before = await db.execute(sql`select count(*)::int as n from journal_entries`)

  for (let opening = 0; opening < 1000; opening += 1) await townHall.get(`/r/${code}`)

  assert.equal((await rowsOf(code)).length, 0)
  const [delivery] = await db.execute(sql`select state from deliveries where id = ${deliveryId}`)
  assert.equal(delivery?.state, 'posted')
  assert.deepEqual(await db.execute(sql`select count(*)::int as n from journal_entries`), before)
})

test('a code is understood in lower case, with spaces or a hyphen', async () => {
  const { code } = await postLetter(db, '59002')

  for (const typed of [code.toLowerCase(), showReplyCode(code), [...code].join(' ')]) {
    const typing = await townHall.get(`/r?code=${encodeURIComponent(typed)}`)
    const page = await townHall.get(typing.location ?? '')
    assert.match(page.text, /mairie d’Abscon/, typed)
  }
})

test('an O typed for a Q is understood: the letter prints neither O nor 0', async () => {
  let letter = await postLetter(db, '59002')
  while (!letter.code.includes('Q') || letter.code.includes('D')) letter = await postLetter(db, '59002')

  const page = await townHall.get(`/r/${letter.code.replaceAll('Q', '0')}`)

  assert.match(page.text, /mairie d’Abscon/)
})

test('the drawing of the letter leads to the same page', async () => {
  const { code } = await postLetter(db, '59002')

  assert.equal((await townHall.get(`/R/${code}`)).location, `/r/${code}`)
})

test('a wrong code is answered kindly and kept as it was typed', async () => {
  const { code } = await postLetter(db, '59002')
  const swapped = `${code[1]}${code[0]}${code.slice(2)}`

  const tooShort = await townHall.get('/r/ABC')
  const mistaken = await townHall.get(`/r/${code[0] === code[1] ? `${code}2` : swapped}`)

  assert.equal(tooShort.status, 404)
  assert.match(tooShort.text, /Un code compte dix lettres et chiffres/)
  assert.match(tooShort.text, /value="ABC"/)
  assert.match(mistaken.text, /Relisez/)
})

test('an answer is received once, whoever presses the button twice', async () => {
  const { code } = await postLetter(db, '59564')
  const answer = { once: newId(), wish: 'call-back', phone: '03 27 00 00 00', theme: '', body: '' }

  const [first, second] = [
    await townHall.post(`/r/${code}`, answer),
    await townHall.post(`/r/${code}`, answer),
  ]

  assert.equal(first.location, second.location)
  assert.deepEqual(
    (await rowsOf(code)).map(({ wish, phone }) => ({ wish, phone })),
    [{ wish: 'call-back', phone: '+33327000000' }],
  )
  const thanks = await townHall.get(first.location ?? '')
  assert.match(thanks.text, /Les Amis du libre vous rappellera/)
  assert.match(thanks.text, /contact@association.example/)
})

test('a machine too old to say where its form comes from can answer, as no session is at stake', async () => {
  const { code } = await postLetter(db, '59564')
  const body = new URLSearchParams({ once: newId(), wish: 'not-now' })

  const answer = await townHall.postAsOldBrowser(`/r/${code}`, body)

  assert.equal(answer.status, 303)
})

test('a call-back without a number and a need without words are asked again, and nothing typed is lost', async () => {
  const { code } = await postLetter(db, '59172')
  const typed = { once: newId(), personName: 'Mme Carlier', wish: 'call-back' }

  const callBack = await townHall.post(`/r/${code}`, typed)
  const need = await townHall.post(`/r/${code}`, { ...typed, wish: 'need' })
  const nothing = await townHall.post(`/r/${code}`, { once: newId() })
  const badPhone = await townHall.post(`/r/${code}`, { ...typed, phone: '0327' })

  assert.equal(callBack.status, 422)
  assert.match(callBack.text, /Pour être rappelé, donnez un téléphone ou un courriel/)
  assert.match(callBack.text, /value="Mme Carlier"/)
  assert.match(need.text, /Dites votre besoin en quelques mots/)
  assert.match(nothing.text, /Choisissez une des quatre réponses/)
  assert.match(badPhone.text, /value="0327"/)
  assert.equal((await rowsOf(code)).length, 0)
})

test('a town hall may change its mind: the later answer is another contact, the refusal is honoured at once', async () => {
  const { code } = await postLetter(db, '59172')

  await townHall.post(`/r/${code}`, { once: newId(), wish: 'not-now' })
  const again = await townHall.get(`/r/${code}`)
  const refused = await townHall.post(`/r/${code}`, { once: newId(), wish: 'do-not-write' })

  assert.match(again.text, /Une réponse nous est arrivée avec ce code/)
  assert.match((await townHall.get(refused.location ?? '')).text, /plus aucune lettre ni aucun courriel/)
  assert.equal((await rowsOf(code)).length, 2)
  const opposed = await db.execute(sql`select 1 from opposition_organisations where insee = '59172'`)
  assert.equal(opposed.length, 1)
})
