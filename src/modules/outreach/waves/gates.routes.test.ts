import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { listOutbox } from '#platform/mail/outbox.ts'
import { readyWave } from '#test/ready-wave.ts'
import { addTownHalls } from '#test/town-halls.ts'
import { openDoor, withoutFrance } from '#test/visit.ts'

const door = await openDoor(withoutFrance)
const { world } = door
const { db } = world
const programmeId = newId()
await db.execute(sql`insert into programmes (id, name, operator_id, association_id, founded_at, founded_by)
  values (${programmeId}, 'Programme', ${door.organisationId('operator')}, ${door.organisationId('association')}, now(), 'Claire')`)
await addTownHalls(db, programmeId)
const [message] = await db.execute<{ id: string }>(sql`select id from messages where name like '%courriel%'`)
const operator = door.as('operator')
const association = door.as('association')

async function prepared(name: string, way = 'email') {
  const form = { name, message: message?.id ?? '', purpose: 'outreach', way, recentDays: '30', channel: '' }
  return (await operator.post('/waves', form)).location ?? ''
}
const seenOn = (text: string) => /name="seen" value="([0-9a-f]+)"/.exec(text)?.[1] ?? ''

test('the association sees the waves that await it, reads what would leave, and approves', async () => {
  const path = await prepared('À relire')
  const list = await association.get('/waves')
  const page = await association.get(`${path}/approval`)
  const said = await association.post(`${path}/approvals`, { decision: 'approved', seen: seenOn(page.text) })

  assert.match(list.text, /attend.votre relecture/)
  assert.match(list.text, new RegExp(`${path}/approval`))
  assert.match(page.text, /Ce qui partirait/)
  assert.match(page.text, /4.courriels, 0.lettre/)
  assert.equal(said.status, 303)
  assert.match((await operator.get(path)).text, /Approuvée par Karim Benali/)
  assert.doesNotMatch((await association.get('/waves')).text, /votre relecture/)
})

test('a refusal needs its reason, which the operator then reads; a colleague’s approval is refused', async () => {
  const path = await prepared('À refuser')
  const seen = seenOn((await association.get(`${path}/approval`)).text)
  const silent = await association.post(`${path}/approvals`, { decision: 'refused', reason: ' ', seen })
  await association.post(`${path}/approvals`, { decision: 'refused', reason: 'Trop près de Noël', seen })
  const colleague = await operator.post(`${path}/approvals`, { decision: 'approved', seen })
  const network = await door.as('network').post(`${path}/approvals`, { decision: 'approved', seen })

  assert.equal(silent.status, 422)
  assert.match(silent.text, /Dites pourquoi vous refusez/)
  assert.match((await operator.get(path)).text, /Trop près de Noël/)
  assert.equal(colleague.status, 422)
  assert.match(colleague.text, /celui qui prépare la vague ne l’approuve pas/)
  assert.equal(network.status, 403)
})

test('a test copy leaves for the member’s own address, and for no town hall', async () => {
  const path = await prepared('À essayer')
  const before = (await listOutbox(db, { search: '', page: 1 })).total
  const wrong = await operator.post(`${path}/test-copies`, { commune: 'Marseille', once: newId() })
  const asked = await operator.post(`${path}/test-copies`, { commune: 'denain', once: newId() })
  const outbox = await listOutbox(db, { search: '', page: 1 })
  const sentTo = outbox.messages.map(({ envelopeTo }) => envelopeTo)
  const page = await operator.get(asked.location ?? '')
  const [, look = ''] = /action="([^"]+\/look)"/.exec(page.text) ?? []
  const before24 = (await operator.get(path)).text
  await operator.post(look)

  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /ne recevra pas la vague/)
  assert.equal(outbox.total, before + 1)
  assert.deepEqual(sentTo.slice(0, 1), ['operator@beffroi.example'])
  assert.match(before24, /attend d’être regardée/)
  assert.match((await operator.get(path)).text, /Regardée par Claire Delattre/)
})

test('a letter is composed to be looked at, and nothing leaves', async () => {
  const path = await prepared('À lire', 'letter')
  const before = (await listOutbox(db, { search: '', page: 1 })).total
  const asked = await association.post(`${path}/test-copies`, { commune: 'Denain', once: newId() })
  const page = await association.get(asked.location ?? '')
  const [, pdf = ''] = /href="(\/messages\/[^"]+preview\.pdf[^"]+)"/.exec(page.text) ?? []

  assert.match(page.text, /À regarder.: la lettre à Denain/)
  assert.equal((await association.get(pdf)).headers.get('content-type'), 'application/pdf')
  assert.equal((await listOutbox(db, { search: '', page: 1 })).total, before)
})

test('« Vérifier maintenant » turns the lines that are tried for real, and reading the page tries nothing', async () => {
  const path = await prepared('À vérifier')
  const probes = async () => (await db.execute(sql`select from opposition_probes`)).length
  const before = await probes()
  const page = await operator.get(path)
  assert.equal(await probes(), before)
  await operator.post(`${path}/checks`)

  assert.match(page.text, /Pas encore vérifié/)
  assert.equal(await probes(), before + 2)
  assert.match((await operator.get(path)).text, /a pris l’opposition d’essai/)
})

test('a gate that turns red between the page and the click is named, and nothing leaves', async () => {
  const path = await prepared('À lancer')
  await readyWave(world, path.split('/').at(-1) ?? '')
  assert.doesNotMatch((await operator.get(path)).text, /disabled/)
  await operator.post(`${path}/exclusions`, { commune: 'Denain', reason: 'déjà rencontrée' })
  const refused = await operator.post(`${path}/launch`)

  assert.equal(refused.status, 422)
  assert.match(refused.text, /La vague n’est pas partie/)
  assert.match(refused.text, /<li>L’autre organisme a approuvé la vague.: L’approbation de Karim Benali/)
})

test('each body writes its own entries of the register, and every version stays', async () => {
  const own = `/register/${door.organisationId('association')}/trainings`
  const form = await association.get(own)
  const fields = Object.fromEntries(
    [...form.text.matchAll(/<textarea[^>]*name="(\w+)"[^>]*>([^<]*)</g)].map(([, name = '', text = '']) => [
      name,
      text,
    ]),
  )
  const written = { ...fields, base: '6.1.f', version: '0' }
  const bare = await association.post(own, { ...written, retention: '', confirm: 'oui' })
  const saved = await association.post(own, { ...written, retention: 'Un an', confirm: 'oui' })
  await association.post(own, { ...written, retention: 'Deux ans', version: '1' })
  const foreign = await operator.post(own, { ...written, version: '2' })
  const page = await association.get(own)

  assert.equal(bare.status, 422)
  assert.match(bare.text, /«.Durées de conservation.» est vide/)
  assert.equal(saved.status, 303)
  assert.equal(foreign.status, 403)
  assert.match(page.text, /2.versions/)
  assert.match(page.text, /À confirmer/)
  assert.match((await operator.get('/register.csv')).text, /Deux ans/)
  assert.equal((await operator.get('/register.ods')).status, 200)
})

test('anybody reads the essence of what was confirmed, and nothing of a draft', async () => {
  await db.execute(sql`delete from register_versions`)
  const before = await door.as('public').get('/register/essence')
  const own = `/register/${door.organisationId('operator')}/outreach`
  const text = (await operator.get(own)).text
  const fields = Object.fromEntries(
    [...text.matchAll(/<textarea[^>]*name="(\w+)"[^>]*>([^<]*)</g)].map(([, name = '', words = '']) => [
      name,
      words,
    ]),
  )
  await operator.post(own, { ...fields, base: '6.1.e', version: '0', confirm: 'oui' })
  const after = await door.as('public').get('/register/essence')

  assert.doesNotMatch(before.text, /Mission d’intérêt public/)
  assert.match(after.text, /Mission d’intérêt public/)
  assert.match(after.text, /décident ensemble/)
  assert.equal((await door.as('public').get('/register')).status, 303)
})
