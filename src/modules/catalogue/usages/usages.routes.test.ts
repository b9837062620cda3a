import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { opposeTownHall } from '#modules/outreach/index.ts'
import { newId } from '#platform/ids.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { addSoftware, sayUsage, settle } from '#test/usages.ts'
import { openDoor, withCatalogue } from '#test/visit.ts'
import { declarationsADay } from './declaring.ts'
import { askRenewals, askTownHalls } from './town-hall-mails.action.ts'

const modules = withCatalogue.map((module) =>
  module.name === 'catalogue' ? { ...module, onStart: undefined } : module,
)
const door = await openDoor(modules)
const { db } = door.world
const { programmeId } = await foundProgramme(db)
const town = (insee: string, name: string, ...emails: string[]) => ({ insee, name, nameType: 1, emails })
await addTownHalls(db, programmeId, [
  town('59002', 'Abscon', 'mairie@abscon.example'),
  town('59032', 'Aubry', 'mairie@aubry.example'),
  town('59092', 'Bouchain', 'mairie@bouchain.example'),
  town('59172', 'Denain', 'mairie@denain.example'),
  town('59481', 'Escaudain', 'mairie@escaudain.example'),
  town('59600', 'Muette'),
  town('59603', 'Haulchin', 'mairie@haulchin.example'),
  town('59651', 'Villers-le-Sec', 'mairie@sec.example'),
  town('59652', 'Villers-la-Ville', 'mairie@ville.example'),
])
const nextcloud = await addSoftware(db, 'nextcloud')
const spip = await addSoftware(db, 'spip')
await addSoftware(db, 'spip-agenda')
const visitor = door.as('public')
const editor = door.as('operator')

let days = 0
const dayMs = 86_400_000
const start = new Date('2026-11-24T10:00:00Z').getTime()
const world = { ...door.world, clock: () => new Date(start + days * dayMs) }
Object.assign(door.world, { clock: world.clock })

const usual = {
  commune: 'Abscon',
  software: 'nextcloud',
  state: 'in-use',
  since: '03/2023',
  declaredBy: 'Secrétaire de mairie',
}
const declare = (fields: Record<string, string> = {}) =>
  visitor.post('/usages/new', { once: newId(), ...usual, ...fields })

const mailsTo = (to: string) =>
  db.execute<{ text_body: string; subject: string }>(
    sql`select text_body, subject from outbox_messages where envelope_to = ${to} order by sent_at, id`,
  )
const linkIn = (text = '') => /\/usages\/answers\/[0-9a-z]+/.exec(text)?.[0] ?? ''
const idOf = async (insee: string) =>
  (
    await db.execute<{ id: string }>(
      sql`select id from usages where insee = ${insee} order by declared_at desc`,
    )
  )[0]?.id ?? ''
const factsOf = (insee: string) =>
  db.execute<{ sentence: string }>(
    sql`select sentence from journal_entries where insee = ${insee} and kind like 'usage%'`,
  )

test('a declaration waits unseen until the town hall presses the button behind the link of its mail', async () => {
  const declared = await declare({ acceptsCall: 'oui' })
  await askTownHalls(world)
  const [mail] = await mailsTo('mairie@abscon.example')
  const link = linkIn(mail?.text_body)
  const before = await visitor.get('/in/59002')
  const opened = await visitor.get(link)
  const afterOpening = await visitor.get('/in/59002')
  const id = await idOf('59002')
  const answered = await visitor.post(link, { [`answer-${id}`]: 'yes', [`call-${id}`]: 'oui' })
  const after = await visitor.get('/in/59002')

  assert.equal(declared.status, 303)
  assert.match(mail?.text_body ?? '', /nextcloud, en service depuis 2023/)
  assert.match(before.text, /n’a encore rien confirmé/)
  assert.match(opened.text, /Oui, c’est exact/)
  assert.match(afterOpening.text, /n’a encore rien confirmé/)
  assert.equal(answered.status, 303)
  assert.match(after.text, /nextcloud/)
  assert.match(after.text, /Accepte un appel/)
  assert.equal((await factsOf('59002')).length, 1)
})

test('the same link used twice has the same effect, and the journal tells it once', async () => {
  const [mail] = await mailsTo('mairie@abscon.example')
  const id = await idOf('59002')
  const said = () =>
    db.execute(sql`select confirmed_at, renewed_at, accepts_call from usages where id = ${id}`)
  const first = await said()
  days += 1
  await visitor.post(linkIn(mail?.text_body), { [`answer-${id}`]: 'yes', [`call-${id}`]: 'oui' })

  assert.deepEqual(await said(), first)
  assert.equal((await factsOf('59002')).length, 1)
})

test('a forged link says nothing, and one of thirty days is replaced by a new one at the official address only', async () => {
  await declare({ commune: 'Denain' })
  await askTownHalls(world)
  const link = linkIn((await mailsTo('mairie@denain.example'))[0]?.text_body)
  const forged = await visitor.get(`${link.slice(0, -1)}${link.endsWith('a') ? 'b' : 'a'}`)
  days += 29.9
  const inTime = await visitor.get(link)
  days += 0.2
  const late = await visitor.get(link)
  const posted = await visitor.post(link, { [`answer-${await idOf('59172')}`]: 'yes' })
  const again = await visitor.post(`${link}/links`)
  await askTownHalls(world)

  assert.equal(forged.status, 404)
  assert.equal(inTime.status, 200)
  assert.match(late.text, /n’est plus valable/)
  assert.equal(posted.status, 404)
  assert.equal(again.status, 200)
  assert.equal((await mailsTo('mairie@denain.example')).length, 2)
})

test('a town hall is written to once a day, whatever is declared of it, and all that waits is in the mail', async () => {
  await declare({ commune: 'Bouchain' })
  await askTownHalls(world)
  await declare({ commune: 'Bouchain', software: 'spip' })
  await askTownHalls(world)
  const sameDay = (await mailsTo('mairie@bouchain.example')).length
  days += 1
  await askTownHalls(world)
  const mails = await mailsTo('mairie@bouchain.example')

  assert.equal(sameDay, 1)
  assert.equal(mails.length, 2)
  assert.match(mails[1]?.text_body ?? '', /spip/)
})

test('« not us » takes the line off and is remembered: the town hall is not asked again of that software', async () => {
  await declare({ commune: 'Aubry' })
  await askTownHalls(world)
  const link = linkIn((await mailsTo('mairie@aubry.example'))[0]?.text_body)
  await visitor.post(link, { [`answer-${await idOf('59032')}`]: 'not-us' })
  days += 2
  const again = await declare({ commune: 'Aubry' })
  await askTownHalls(world)
  const page = await visitor.get(again.location ?? '')

  assert.equal((await mailsTo('mairie@aubry.example')).length, 1)
  assert.match(page.text, /Votre déclaration est enregistrée/)
  assert.match((await editor.get('/usages?standing=refused')).text, /Aubry/)
})

test('an opposed town hall is never written to, and its page reads as that of one without an e-mail', async () => {
  await opposeTownHall(db, {
    insee: '59481',
    channel: 'email',
    topic: 'free-software',
    origin: 'test',
    at: world.clock(),
  })
  const opposed = await visitor.get((await declare({ commune: 'Escaudain' })).location ?? '')
  const silent = await visitor.get((await declare({ commune: 'Muette' })).location ?? '')
  await askTownHalls(world)

  assert.equal((await mailsTo('mairie@escaudain.example')).length, 0)
  for (const page of [opposed, silent])
    assert.match(page.text, /Nous n’avons pas d’adresse électronique où écrire/)
  assert.match(
    (await visitor.get(`/usages/declared/${await idOf('59600')}/slip`)).text,
    /signature et cachet/,
  )
})

test('a name that may mean several is asked again, with all that was typed kept', async () => {
  const unsure = await declare({ commune: 'Villers', software: 'spip age', operatedBy: 'le syndicat' })
  const unexplained = await declare({ state: 'left', whyLeft: '' })
  const chosen = await declare({ commune: 'Villers', communeChosen: '59652' })

  assert.equal(unsure.status, 422)
  assert.match(unsure.text, /Laquelle/)
  assert.match(unsure.text, /Villers-le-Sec/)
  assert.match(unsure.text, /value="le syndicat"/)
  assert.match(unexplained.text, /Dites pourquoi/)
  assert.equal(chosen.status, 303)
})

test('a commune that has merged is not taken: its heir is proposed', async () => {
  await db.execute(sql`insert into communes (insee, name, name_type, search_name, departement, region, ended_on, source, source_date)
    values ('59999', 'Ancienne', 1, 'ancienne', '59', '32', '2024-01-01', 'INSEE', '2026-01-01')`)
  await db.execute(sql`insert into commune_successions (former_insee, former_name, insee, kind)
    values ('59999', 'Ancienne', '59002', 'former code')`)
  const refused = await declare({ commune: '59999' })

  assert.equal(refused.status, 422)
  assert.match(refused.text, /Abscon \(59\), dont Ancienne fait partie/)
})

test('the same form posted twice makes one declaration', async () => {
  const once = newId()
  await declare({ once, commune: 'Haulchin' })
  await declare({ once, commune: 'Haulchin' })

  const [count] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from usages where insee = '59603'`,
  )
  assert.equal(count?.n, 1)
})

test('a stranger who declares too often in a day is stopped until the next', async () => {
  days += 1
  const statuses = []
  for (let rank = 0; rank <= declarationsADay; rank += 1) {
    await addSoftware(db, `logiciel-${rank}`)
    statuses.push((await declare({ commune: 'Haulchin', software: `logiciel-${rank}` })).status)
  }
  days += 1
  const tomorrow = await declare({ commune: 'Haulchin', software: `logiciel-${declarationsADay}` })

  assert.deepEqual(new Set(statuses.slice(0, -1)), new Set([303]))
  assert.equal(statuses.at(-1), 422)
  assert.equal(tomorrow.status, 303)
})

test('what is a year old is asked again once, renewed by one button, and a second asking waits a year', async () => {
  await settle(db, { insee: '62001', name: 'Ablain' })
  await db.execute(sql`insert into contact_points (id, insee, kind, value, rank, source, imported_at)
    values (${newId()}, '62001', 'email', 'mairie@ablain.example', 1, 'test', now())`)
  const id = await sayUsage(db, {
    insee: '62001',
    softwareId: spip,
    saidAt: new Date(world.clock().getTime() - 340 * dayMs),
  })
  await askRenewals(world)
  await askRenewals(world)
  const mails = await mailsTo('mairie@ablain.example')
  await visitor.post(linkIn(mails[0]?.text_body), { [`answer-${id}`]: 'yes' })
  days += 30
  await askRenewals(world)

  const [row] = await db.execute<{ renewed_at: string }>(sql`select renewed_at from usages where id = ${id}`)
  assert.equal(mails.length, 1)
  assert.match(mails[0]?.subject ?? '', /toujours d’actualité/)
  assert.ok(Date.parse(row?.renewed_at ?? '') > world.clock().getTime() - 31 * dayMs)
  assert.equal((await mailsTo('mairie@ablain.example')).length, 1)
})

test('a town hall that has left a software says why, by the same link', async () => {
  await sayUsage(db, {
    insee: '59092',
    softwareId: nextcloud,
    saidAt: new Date(world.clock().getTime() - 350 * dayMs),
  })
  await askRenewals(world)
  const mail = (await mailsTo('mairie@bouchain.example')).at(-1)
  const id = (
    await db.execute<{ id: string }>(
      sql`select id from usages where insee = '59092' and confirmed_at is not null and software_id = ${nextcloud}`,
    )
  )[0]?.id
  const unexplained = await visitor.post(linkIn(mail?.text_body), { [`answer-${id}`]: 'left' })
  await visitor.post(linkIn(mail?.text_body), {
    [`answer-${id}`]: 'left',
    [`why-${id}`]: 'Trop lourd pour nous',
  })

  assert.equal(unexplained.status, 422)
  assert.match((await visitor.get('/in/59092')).text, /Trop lourd pour nous/)
})

test('a software said anew and answered as left takes the place of the word that stood', async () => {
  days += 1
  await declare({ commune: 'Abscon' })
  await askTownHalls(world)
  const mail = (await mailsTo('mairie@abscon.example')).at(-1)
  const id = await idOf('59002')
  const page = await visitor.get(linkIn(mail?.text_body))
  const answered = await visitor.post(linkIn(mail?.text_body), {
    [`answer-${id}`]: 'left',
    [`why-${id}`]: 'Repris par l’intercommunalité',
  })
  const shown = await visitor.get('/in/59002')
  await visitor.post(linkIn(mail?.text_body), { [`answer-${id}`]: 'back', [`call-${id}`]: 'oui' })

  assert.doesNotMatch(page.text, new RegExp(`name="call-${id}"[^>]*checked`))
  assert.equal(answered.status, 303)
  assert.match(shown.text, /Repris par l’intercommunalité/)
  assert.doesNotMatch(shown.text, /En service/)
  assert.match((await visitor.get('/in/59002')).text, /En service/)
})

test('an editor confirms by hand with evidence, withdraws with a reason, and undoes it', async () => {
  const id = await idOf('59600')
  const bare = await editor.post(`/usages/${id}/confirmations`, { evidence: '' })
  const confirmed = await editor.post(`/usages/${id}/confirmations`, { evidence: 'Fiche signée du 3 mars' })
  const shown = await visitor.get('/in/59600')
  await editor.post(`/usages/${id}/withdrawals`, { why: 'Erreur de commune' })
  const hidden = await visitor.get('/in/59600')
  await editor.post(`/usages/${id}/restorations`)

  assert.equal(bare.status, 422)
  assert.equal(confirmed.status, 303)
  assert.match(shown.text, /nextcloud/)
  assert.match(hidden.text, /n’a encore rien confirmé/)
  assert.match((await visitor.get('/in/59600')).text, /nextcloud/)
  assert.match((await editor.get(`/usages/${id}`)).text, /Fiche signée du 3 mars/)
})

test('a call goes to the town hall by mail, three times a quarter at most, and its address is told to nobody', async () => {
  const id = await idOf('59002')
  const call = {
    asker: 'Mairie de Denain',
    reach: '03 20 00 00 00',
    question: 'Comment avez-vous commencé ?',
  }
  const once = newId()
  const sent = await visitor.post(`/usages/${id}/call`, { once, ...call })
  await visitor.post(`/usages/${id}/call`, { once, ...call })
  const twice = (await mailsTo('mairie@abscon.example')).filter(({ subject }) =>
    /parler de/.test(subject),
  ).length
  await visitor.post(`/usages/${id}/call`, { once: newId(), ...call })
  await visitor.post(`/usages/${id}/call`, { once: newId(), ...call })
  const fourth = await visitor.post(`/usages/${id}/call`, { once: newId(), ...call })
  const page = await visitor.get(`/usages/${id}/call`)

  assert.equal(sent.status, 303)
  assert.equal(twice, 1)
  assert.equal(fourth.status, 422)
  assert.match(page.text, /a reçu ses trois demandes du trimestre/)
  assert.doesNotMatch(page.text, /abscon\.example/)
})

test('markup in any field stays text', async () => {
  const script = '<script>alert(1)</script>'
  const declared = await declare({ commune: 'Villers-le-Sec', operatedBy: script, declaredBy: script })
  const page = await visitor.get(declared.location ?? '')
  const list = await editor.get('/usages?q=sec')

  for (const { text } of [page, list]) assert.doesNotMatch(text, /<script>alert/)
  assert.match(list.text, /&lt;script&gt;/)
})

test('machines read what a commune has confirmed, each line dated', async () => {
  const { text, headers } = await visitor.get('/in/59002.json')
  const feed = JSON.parse(text)

  assert.match(headers.get('content-type') ?? '', /json/)
  assert.equal(feed.usages[0].software.name, 'nextcloud')
  assert.match(feed.usages[0].confirmedAt, /^\d{4}-\d\d-\d\dT/)
})

test('the list leaves as a sheet, filtered as it is on the screen', async () => {
  const csv = await editor.get('/usages.csv?standing=confirmed')

  assert.match(csv.text, /Abscon/)
  assert.doesNotMatch(csv.text, /Aubry/)
  assert.equal((await visitor.get('/usages')).status, 303)
})
