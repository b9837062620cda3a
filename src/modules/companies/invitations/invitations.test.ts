import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { deliveryToken } from '#modules/outreach/index.ts'
import { newId } from '#platform/ids.ts'
import { addCompanies, prepareInvitation, sendInvitations, testSource } from '#test/invited-companies.ts'
import { launchReadyWave } from '#test/ready-wave.ts'
import { bounceLines, receive } from '#test/received.ts'
import { addTownHalls, villages } from '#test/town-halls.ts'
import { openDoor, withCatalogue } from '#test/visit.ts'
import { companiesToInvite } from './companies-to-invite.queries.ts'

const door = await openDoor(withCatalogue)
const { world } = door
const { db } = world
const programmeId = newId()
await db.execute(sql`insert into programmes (id, name, operator_id, association_id, founded_at, founded_by)
  values (${programmeId}, 'Programme', ${door.organisationId('operator')}, ${door.organisationId('association')}, now(), 'Claire')`)
await addTownHalls(db, programmeId, villages)
const visitor = door.as('public')
const operator = door.as('operator')

const names = [
  'Corrige',
  'Refuse',
  'Retire',
  'Répond',
  'Rejette',
  'Écrit',
  'Hostile <script>alert(1)</script>',
]
await addCompanies(
  db,
  names.map((name, rank) => ({ name, email: `contact@e${rank}.example` })),
)
const waveId = await prepareInvitation(world)
await launchReadyWave(world, waveId)
await sendInvitations(world, waveId)

async function invited(name: string) {
  const [row] = await db.execute<{
    id: string
    company_id: string
    reply_code: string
    message_id: string
    address: string
    state: string
  }>(sql`select id, company_id, reply_code, message_id, address, state from deliveries
    where wave_id = ${waveId} and company_name = ${name}`)
  assert.ok(row)
  return { ...row, path: `/invitations/${row.reply_code}` }
}
const countOf = async (table: 'contacts' | 'address_searches') =>
  (await db.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)}`))[0]?.n

test('the code of an invitation, typed where letters are answered, leads to the company’s own page', async () => {
  const { reply_code, path } = await invited('Corrige')

  const typed = await visitor.get(`/r/${reply_code.toLowerCase()}`)
  const page = await visitor.get(path)

  assert.equal(typed.location, path)
  assert.equal(page.status, 200)
  assert.match(page.text, /Vous représentez Corrige/)
  assert.match(page.text, new RegExp(testSource))
  assert.match(page.text, /href="\/companies\/[^"]+\/claim"/)
  assert.equal(page.headers.get('cache-control'), 'no-store')
  assert.doesNotMatch(page.text, /<script/)
  assert.equal((await invited('Corrige')).state, 'accepted')
})

test('a correction is kept on the invitation, once however often it is posted, and opens no contact', async () => {
  const { id, path } = await invited('Corrige')
  const empty = await visitor.post(`${path}/correction`, { words: ' ' })
  const said = { once: newId(), words: 'Notre adresse a changé : <b>contact@nouvelle.example</b>' }

  await visitor.post(`${path}/correction`, said)
  const { location } = await visitor.post(`${path}/correction`, said)
  const shown = await operator.get(`/deliveries/${id}`)

  assert.equal(empty.status, 422)
  assert.match(location ?? '', /done=correction/)
  assert.equal(shown.text.match(/L’entreprise a répondu/g)?.length, 1)
  assert.match(shown.text, /&lt;b&gt;contact@nouvelle\.example/)
  assert.equal((await invited('Corrige')).state, 'replied')
  const [report] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from company_reports where body like 'Notre adresse%'`,
  )
  assert.equal(report?.n, 1)
  assert.equal(await countOf('contacts'), 0)
})

test('a company that refuses is written to no more, by its name and by its address', async () => {
  const { path, company_id } = await invited('Refuse')

  await visitor.post(`${path}/refusal`)
  const page = await visitor.get((await visitor.post(`${path}/refusal`)).location ?? '')
  const oppositions = await db.execute(sql`
    select company_name as who from opposition_organisations where company_id = ${company_id}
    union all select kind from opposition_addresses where origin like '%invitation%'`)

  assert.match(page.text, /Plus aucun courriel/)
  assert.deepEqual(
    [...oppositions].map(({ who }) => who),
    ['Refuse', 'email'],
  )
})

test('a company that asks for it leaves the census, and a claimed page is left to those who hold it', async () => {
  const { path, company_id } = await invited('Retire')
  const claimed = await invited('Répond')
  await db.execute(sql`update companies set siren = '552100554', claimed_at = now(), organisation_id = ${door.organisationId('company')}
    where id = ${claimed.company_id}`)

  const page = await visitor.get((await visitor.post(`${path}/withdrawal`)).location ?? '')
  const kept = await visitor.post(`${claimed.path}/withdrawal`)
  const [row] = await db.execute<{ withdrawn_reason: string; withdrawn_by: string }>(
    sql`select withdrawn_reason, withdrawn_by from companies where id = ${company_id} and withdrawn_at is not null`,
  )

  assert.match(page.text, /est retirée de l’annuaire/)
  assert.deepEqual({ ...row }, { withdrawn_reason: 'À sa demande.', withdrawn_by: 'réponse à l’invitation' })
  assert.match(kept.location ?? '', /done=claimed/)
  assert.match((await visitor.get(kept.location ?? '')).text, /déjà été prise en main/)
})

test('a code that is nobody’s, or a town hall’s, opens no invitation', async () => {
  assert.equal((await visitor.get('/invitations/ABCDEFGHJK')).status, 404)
  assert.equal((await visitor.post('/invitations/x/refusal')).status, 404)
})

test('a name with markup in it stays text, on the page and in the e-mail', async () => {
  const { path, address } = await invited('Hostile <script>alert(1)</script>')
  const [mail] = await db.execute<{ html_body: string }>(
    sql`select html_body from outbox_messages where envelope_to = ${address}`,
  )

  assert.doesNotMatch((await visitor.get(path)).text, /<script>alert/)
  assert.doesNotMatch(mail?.html_body ?? '<script>', /<script/)
})

test('an answer by mail is tied to the invitation and read by a person, without a contact of a commune', async () => {
  const { message_id, id } = await invited('Écrit')

  await receive(
    world,
    'From: Paul <paul@ailleurs.example>',
    'Subject: Re: Votre entreprise dans l’annuaire',
    `In-Reply-To: <${message_id}>`,
    '',
    'Merci. Nous travaillons avec la mairie d’Abscon.',
    'Mairie d’Abscon, 59215 Abscon',
  )
  const [mail] = await db.execute<{ id: string; insee: string | null; state: string; delivery_id: string }>(
    sql`select id, insee, state, delivery_id from received_mails order by read_at desc limit 1`,
  )
  const page = await operator.get(`/mailbox/${mail?.id}`)

  assert.deepEqual([mail?.insee, mail?.state, mail?.delivery_id], [null, 'waiting', id])
  assert.equal(await countOf('contacts'), 0)
  assert.equal((await invited('Écrit')).state, 'replied')
  assert.match(page.text, /L’entreprise Écrit répond à son invitation/)
  assert.match((await operator.get(`/deliveries/${id}`)).text, /Nous travaillons avec la mairie d’Abscon/)
})

test('a bounce moves the invitation, seeks no address for a commune, and the next wave says so', async () => {
  const { message_id, id, address } = await invited('Rejette')
  const returnTo = `retours+b-${deliveryToken(world.config.secret, message_id)}@cdg.example`

  await receive(world, ...bounceLines(returnTo, address, '5.1.1'))
  const next = await prepareInvitation(world, 30)
  const recipients = await operator.get(`/waves/${next}/recipients?q=Rejette`)

  assert.equal((await invited('Rejette')).state, 'bounced')
  assert.equal(await countOf('address_searches'), 0)
  assert.match(recipients.text, /ne mène plus nulle part/)
  assert.match((await operator.get(`/deliveries/${id}`)).text, /Rejeté après envoi/)
})

test('the filters of the census choose by claim, by territory and by source', async () => {
  const named = async (filters: Parameters<typeof companiesToInvite>[1]) =>
    (await companiesToInvite(db, { source: testSource, ...filters })).map(({ name }) => name)
  await db.execute(sql`update companies set insee = '59002' where name = 'Écrit'`)

  assert.deepEqual(await named({ claim: 'claimed' }), ['Répond'])
  assert.deepEqual(await named({ area: 'known' }), ['Écrit'])
  assert.equal((await named({ area: 'unknown' })).length, names.length - 1)
  assert.deepEqual(await named({ q: 'ecrit' }), ['Écrit'])
  assert.deepEqual(await named({ source: 'ailleurs' }), [])
})
