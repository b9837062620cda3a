import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { addCompanies, prepareInvitation, testSource } from '#test/invited-companies.ts'
import { launchReadyWave } from '#test/ready-wave.ts'
import { addTownHalls, villages } from '#test/town-halls.ts'
import { openDoor, withoutFrance } from '#test/visit.ts'
import { tallyOf } from '../deliveries/deliveries.queries.ts'
import { audienceOf } from '../deliveries/delivery.ts'
import { claim, recoverLeases } from '../deliveries/ledger.queries.ts'
import { handOver } from '../deliveries/send-delivery.action.ts'
import { sendWave } from '../deliveries/send-wave.job.ts'
import { deliveryToken } from '../deliveries/sign-token.action.ts'
import { listMessages } from '../messages/messages.queries.ts'
import { isForCompanies } from '../messages/models.ts'
import { opposeAddress, opposeCompany } from '../oppositions/oppose.action.ts'
import { listWaveResults } from '../results/wave-results.queries.ts'
import { planLaunch } from './plan-launch.action.ts'
import { findWave, insertWave } from './waves.queries.ts'

const door = await openDoor(withoutFrance)
const { world } = door
const { db } = world
const programmeId = newId()
await db.execute(sql`insert into programmes (id, name, operator_id, association_id, founded_at, founded_by)
  values (${programmeId}, 'Programme', ${door.organisationId('operator')}, ${door.organisationId('association')}, now(), 'Claire')`)
await addTownHalls(db, programmeId, villages)
const operator = door.as('operator')
const [message] = (await listMessages(db)).filter(isForCompanies)

/** A census of its own for each story, emptied of those before. */
async function census(...given: Parameters<typeof addCompanies>[1]) {
  await db.execute(sql`update companies set source = 'passé' where source = ${testSource}`)
  return addCompanies(db, given)
}

const rowsOf = (waveId: string) =>
  db.execute<{
    id: string
    name: string
    state: string
    reason: string | null
    insee: string | null
    message_id: string
    reply_code: string
  }>(sql`select id, company_name as name, state, reason, insee, message_id, reply_code from deliveries
    where wave_id = ${waveId} order by company_name`)
const outboxTo = (address: string) =>
  db.execute<{ text_body: string; headers: Record<string, string> }>(
    sql`select text_body, headers from outbox_messages where envelope_to = ${address}`,
  )
const reasons = async (waveId: string) => {
  const { audience } = await planLaunch(db, world, await findWave(db, waveId))
  return Object.fromEntries(
    audience.map((row) => [row.candidate.name, 'excluded' in row ? row.excluded.reason : 'planned']),
  )
}

test('an invitation goes from the form to the outbox, through the same gates, and is no town hall’s', async () => {
  await census({ name: 'Alpha', email: 'contact@alpha.example' }, { name: 'Bêta' })
  const once = newId()
  const form = {
    once,
    name: 'Recensement',
    message: message?.id ?? '',
    source: testSource,
    recentDays: '180',
  }

  const first = await operator.post('/waves/companies', form)
  await operator.post('/waves/companies', form)
  const draft = await operator.get(`/waves/${once}`)
  const tooSoon = await operator.post(`/waves/${once}/launch`)
  const launched = await launchReadyWave(world, once)
  await sendWave.run({ waveId: once }, world)

  assert.equal(first.location, `/waves/${once}`)
  assert.match(draft.text, /1 courriel, 0 lettre, 1 entreprise hors de la vague/)
  assert.equal(tooSoon.status, 422)
  assert.equal(launched.ok, true, JSON.stringify(launched))
  assert.deepEqual(
    (await rowsOf(once)).map(({ name, state, reason, insee }) => [name, state, reason, insee]),
    [
      ['Alpha', 'accepted', null, null],
      ['Bêta', 'excluded', 'no-address', null],
    ],
  )
  assert.equal(audienceOf(await tallyOf(db, once)), 2)
  assert.deepEqual(
    (await listWaveResults(db)).map(({ id }) => id),
    [],
  )
  const [facts] = await db.execute(sql`select from journal_entries where path like '/deliveries/%'`)
  assert.equal(facts, undefined)
})

test('the message names the company, its page to claim, the source of its address and how to refuse', async () => {
  const [mail] = await outboxTo('contact@alpha.example')
  const text = mail?.text_body ?? ''

  assert.match(text, /Alpha y a une page/)
  assert.match(text, /\/companies\/[0-9a-f-]+\/claim/)
  assert.match(text, /Source\s:\sAnnuaire d’essai/)
  assert.match(text, /Recenser les entreprises/)
  assert.doesNotMatch(text, /mairie et de ses responsables/)
  assert.match(mail?.headers['List-Unsubscribe'] ?? '', /\/o\//)
})

test('the pages and the sheet of the wave name the company, and what it is left out for', async () => {
  const [wave] = await db.execute<{ id: string }>(
    sql`select id from waves where name = 'Recensement' limit 1`,
  )
  const id = wave?.id ?? ''

  const [page, list, sheet, waves] = await Promise.all([
    operator.get(`/waves/${id}`),
    operator.get(`/waves/${id}/deliveries`),
    operator.get(`/waves/${id}/deliveries.csv`),
    operator.get('/waves'),
  ])

  assert.match(page.text, /2\sentreprises/)
  assert.doesNotMatch(page.text, /Relancer/)
  assert.match(list.text, /Alpha/)
  assert.match(list.text, /le recensement ne lui connaît pas de courriel/)
  assert.match(sheet.text, /;Alpha/)
  assert.match(waves.text, /Entreprises/)
})

test('who was invited, claimed its page, withdrew or answered is left out of the next wave, with why', async () => {
  const [invited, claimed, withdrawn] = await census(
    { name: 'Invitée', email: 'a@invitee.example' },
    { name: 'Prise', email: 'a@prise.example' },
    { name: 'Retirée', email: 'a@retiree.example' },
    { name: 'Nouvelle', email: 'a@nouvelle.example' },
  )
  await db.execute(sql`update companies set siren = '552100554', claimed_at = now(), organisation_id = ${door.organisationId('company')}
    where id = ${claimed}`)
  await db.execute(
    sql`update companies set withdrawn_at = now(), withdrawn_reason = 'à sa demande' where id = ${withdrawn}`,
  )
  await db.execute(
    sql`update companies set source = 'autre' where id <> ${invited} and source = ${testSource}`,
  )
  const before = await prepareInvitation(world)
  await launchReadyWave(world, before)
  await sendWave.run({ waveId: before }, world)
  await db.execute(sql`update companies set source = ${testSource} where source = 'autre'`)

  const next = await prepareInvitation(world)
  const page = await operator.get(`/waves/${next}/recipients`)

  assert.deepEqual(await reasons(next), {
    Invitée: 'contacted-recently',
    Prise: 'claimed',
    Retirée: 'withdrawn',
    Nouvelle: 'planned',
  })
  assert.match(page.text, /Elle a déjà pris sa page en main/)
})

test('an address refused on a wave to town halls stops an invitation, and the reverse', async () => {
  const [mine] = await census(
    { name: 'Commune', email: 'contact@partage.example' },
    { name: 'Autre', email: 'contact@autre.example' },
  )
  const { secret } = world.config
  const waveId = await prepareInvitation(world)
  await launchReadyWave(world, waveId)
  await opposeAddress(db, secret, {
    address: 'Contact@Partage.example',
    origin: 'courriel à une mairie',
    at: world.clock(),
  })
  await sendWave.run({ waveId }, world)

  assert.deepEqual(
    (await rowsOf(waveId)).map(({ name, state }) => [name, state]),
    [
      ['Autre', 'accepted'],
      ['Commune', 'excluded'],
    ],
  )
  assert.equal((await outboxTo('contact@partage.example')).length, 0)

  // The reverse: a town hall that shares the address of a company that refused is not written to there.
  await db.execute(
    sql`update contact_points set value = 'contact@partage.example' where insee = '59002' and kind = 'email'`,
  )
  const [email] = (await listMessages(db)).filter(({ name }) => name.includes('courriel'))
  const townHalls = newId()
  await insertWave(
    db,
    townHalls,
    {
      name: 'Mairies',
      messageId: email?.id ?? '',
      channel: 'email',
      filters: { q: 'abscon' },
      recentDays: 0,
    },
    'Claire Delattre',
    world.clock(),
  )
  assert.deepEqual(await reasons(townHalls), { Abscon: 'opposed' })
  assert.ok(mine)
})

test('the mailbox’s own button refuses for the company and its address, at once and once', async () => {
  const [id] = await census({ name: 'Pressée', email: 'a@pressee.example' })
  const waveId = await prepareInvitation(world)
  await launchReadyWave(world, waveId)
  await sendWave.run({ waveId }, world)
  const [row] = await rowsOf(waveId)
  const path = `/o/${deliveryToken(world.config.secret, row?.message_id ?? '')}`

  const shown = await door.as('public').get(path)
  const post = () =>
    world.ownDoor(path, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })
  const answers = [await post(), await post()]
  const oppositions = await db.execute<{ channel: string; company_name: string }>(
    sql`select channel, company_name from opposition_organisations where company_id = ${id}`,
  )
  const list = await operator.get('/oppositions?holder=company')

  assert.match(shown.text, /l’entreprise Pressée/)
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200],
  )
  assert.deepEqual([...oppositions], [{ channel: 'all', company_name: 'Pressée' }])
  assert.match(list.text, /Pressée/)
  assert.deepEqual(await reasons(await prepareInvitation(world, 30)), { Pressée: 'opposed' })
})

test('a company’s own refusal stops what had not left, whatever its address', async () => {
  const [id = ''] = await census({ name: 'Refusante', email: 'a@refusante.example' })
  const waveId = await prepareInvitation(world)
  await launchReadyWave(world, waveId)

  const at = world.clock()
  await opposeCompany(db, {
    companyId: id,
    companyName: 'Refusante',
    channel: 'all',
    origin: 'téléphone',
    at,
  })

  assert.deepEqual(
    (await rowsOf(waveId)).map(({ state, reason }) => [state, reason]),
    [['excluded', 'opposed']],
  )
})

test('a member writes down the refusal that a company said by telephone, with how it was said', async () => {
  const [id = ''] = await census({ name: 'Appelante', email: 'a@appelante.example' })
  const waveId = await prepareInvitation(world)
  await launchReadyWave(world, waveId)
  const [row] = await rowsOf(waveId)
  const path = `/deliveries/${row?.id}/opposition`

  const silent = await operator.post(path, { origin: ' ' })
  const done = await operator.post(path, { origin: 'téléphone, 3 mars' })
  const [opposition] = await db.execute<{ origin: string; recorded_by: string }>(
    sql`select origin, recorded_by from opposition_organisations where company_id = ${id}`,
  )

  assert.equal(silent.status, 422)
  assert.match((await operator.get(done.location ?? '')).text, /plus rien ne lui sera écrit/)
  assert.deepEqual({ ...opposition }, { origin: 'téléphone, 3 mars', recorded_by: 'Claire Delattre' })
  assert.equal((await rowsOf(waveId))[0]?.state, 'excluded')
})

test('a crash while invitations leave writes to nobody twice', async () => {
  await census(
    { name: 'Une', email: 'a@une.example' },
    { name: 'Deux', email: 'a@deux.example' },
    { name: 'Trois', email: 'a@trois.example' },
  )
  const waveId = await prepareInvitation(world)
  await launchReadyWave(world, waveId)
  const until = new Date(world.clock().getTime() + 60_000)
  const token = newId()
  const [{ lane = 'default' } = {}] = await db.execute<{ lane: string }>(
    sql`select lane from deliveries where wave_id = ${waveId} limit 1`,
  )
  const taken = await claim(db, { waveId, lane, limit: 2, token, until })
  await handOver(world, taken[0] ?? '', token)

  // The process dies here: one message is being handed over, another was only taken.
  await recoverLeases(db, new Date(world.clock().getTime() + 3_600_000))
  await sendWave.run({ waveId }, world)
  await sendWave.run({ waveId }, world)

  const sent = await Promise.all(['a@une.example', 'a@deux.example', 'a@trois.example'].map(outboxTo))
  assert.deepEqual(sent.map(({ length }) => length).toSorted(), [0, 1, 1])
  assert.deepEqual((await rowsOf(waveId)).map(({ state }) => state).toSorted(), [
    'accepted',
    'accepted',
    'uncertain',
  ])
})

test('the database refuses a letter to a company, two addressees, and a town hall in a wave to companies', async () => {
  const [id] = await census({ name: 'Papier', email: 'a@papier.example' })
  const waveId = await prepareInvitation(world)
  const insert = (insee: string | null, company: string | undefined, channel: string) =>
    db.execute(sql`insert into deliveries (id, wave_id, insee, company_id, company_name, channel, state, created_at)
      values (${newId()}, ${waveId}, ${insee}, ${company ?? null}, ${company ? 'Papier' : null}, ${channel}, 'rendered', now())`)
  const named = (constraint: string) => (error: Error) => String(error.cause).includes(constraint)

  await assert.rejects(insert(null, id, 'letter'), named('deliveries_companies_have_no_letter'))
  await assert.rejects(insert('59002', id, 'email'), named('deliveries_one_addressee'))
  await assert.rejects(insert('59002', undefined, 'email'), named('never to both'))
})
