import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Command } from 'commander'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { StartRefused } from '#platform/start-refused.ts'
import type { World } from '#platform/world.ts'
import { people } from '#test/cast.ts'
import { approveAsAssociation, launchReadyWave, readyWave, seenNow } from '#test/ready-wave.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { freshWorld } from '#test/world.ts'
import { approveWave } from '../approvals/approve-wave.action.ts'
import { runLiveChecks } from '../checks/run-live-checks.action.ts'
import { findMessage, listMessages, saveMessage, seedMessages } from '../messages/messages.queries.ts'
import { entriesOf } from '../register/register.queries.ts'
import { saveEntry } from '../register/save-entry.action.ts'
import { launchWave } from './launch-wave.action.ts'
import { prepareLaunch } from './prepare-launch.action.ts'
import { waveCommand } from './waves.command.ts'
import { findWave, insertHandExclusion, insertWave, updateDraft, type WaveChoices } from './waves.queries.ts'

let now = new Date('2026-11-02T09:00:00Z')
const world = await freshWorld({ clock: () => now })
const { db } = world
const { programmeId, operatorId, associationId } = await foundProgramme(db)
await addTownHalls(db, programmeId)
await seedMessages(db, now)
const courriel = (await listMessages(db)).find(({ name }) => name.includes('courriel'))?.id ?? ''

const choices: WaveChoices = {
  name: 'Vague',
  messageId: courriel,
  channel: 'email',
  filters: {},
  recentDays: 30,
  purpose: 'outreach',
}
async function draft(other: Partial<WaveChoices> = {}) {
  const id = newId()
  await insertWave(db, id, { ...choices, ...other }, 'Claire Delattre', now)
  return id
}
async function ready(other: Partial<WaveChoices> = {}) {
  const id = await draft(other)
  await readyWave(world, id)
  return id
}
const red = async (id: string, given: World = world) =>
  (await prepareLaunch(db, given, await findWave(db, id))).lines.filter(({ isReady }) => !isReady)
const redNames = async (id: string) => (await red(id)).map(({ id: name }) => name)
const later = (hours: number, seconds = 0) => {
  now = new Date(now.getTime() + hours * 3_600_000 + seconds * 1000)
}

test('a wave that nobody prepared names what people have to turn, and each says who', async () => {
  const id = await draft({ purpose: null })
  const lines = await red(id)

  assert.deepEqual(
    lines.map(({ id: name }) => name),
    ['test-copy', 'opposition', 'register', 'approval'],
  )
  for (const { whoMends, mends } of lines) assert.ok(whoMends !== '' && mends?.length)
  assert.deepEqual(await launchWave(world, id, 'Claire Delattre'), { ok: false, reason: 'not-ready' })
})

test('everybody’s part done, every line is green', async () => {
  assert.deepEqual(await redNames(await ready()), [])
})

test('the notice is looked for in the letter itself, composed and read', async () => {
  const id = await ready({ channel: 'letter' })
  assert.deepEqual(await redNames(id), [])

  await db.execute(sql`update organisations set dpo_email = null where id = ${operatorId}`)
  await runLiveChecks(world, await findWave(db, id), 'Claire')
  const notice = (await red(id)).find(({ id: name }) => name === 'notice')
  await db.execute(sql`update organisations set dpo_email = 'dpo@operator.example' where id = ${operatorId}`)

  assert.match(notice?.sentence ?? '', /ne dit pas le délégué à la protection des données/)
})

test('a letter read before the message changed is read again', async () => {
  const id = await ready({ channel: 'letter' })
  const { name, subject, body, signature } = await findMessage(db, courriel)
  await saveMessage(db, courriel, { name, subject, body: `P.-S.\n\n${body}`, signature }, 'Karim', now)
  const names = await redNames(id)
  await saveMessage(db, courriel, { name, subject, body, signature }, 'Karim', now)

  assert.deepEqual(names, ['test-copy', 'notice', 'approval'])
})

test('a copy looked at and a check made hold a day, to the second', async () => {
  const id = await ready()
  later(24, -1)
  const before = await redNames(id)
  later(0, 1)

  assert.deepEqual(before, [])
  assert.deepEqual(await redNames(id), ['test-copy', 'opposition'])
})

test('an approval by a colleague of the same organisation is refused, and would not count', async () => {
  const id = await ready()
  await db.execute(sql`delete from wave_approvals where wave_id = ${id}`)
  const hugo = { name: 'Hugo Exemple', organisationId: operatorId }
  const seen = await seenNow(world, id)
  const decision = await approveWave(world, id, { decision: 'approved', reason: '', seen, by: hugo })

  assert.deepEqual(decision, { ok: false, reason: 'same-organisation' })
  await approveAsAssociation(world, id)
  await db.execute(sql`update wave_approvals set organisation_id = ${operatorId} where wave_id = ${id}`)
  assert.deepEqual(await redNames(id), ['approval'])
})

test('any change after the approval makes it void, and the line says which', async () => {
  const id = await ready()
  const changed = async () => (await red(id)).find(({ id: name }) => name === 'approval')?.sentence ?? ''
  const { name, subject, body, signature } = await findMessage(db, courriel)
  await saveMessage(db, courriel, { name, subject: 'Autre objet', body, signature }, 'Karim', now)
  assert.match(await changed(), /ne vaut plus : le message a changé/)
  await saveMessage(db, courriel, { name, subject, body, signature }, 'Karim', now)
  assert.equal(await changed(), '')

  await updateDraft(db, id, { ...choices, filters: { q: 'denain' } })
  assert.match(await changed(), /les choix de la vague/)
  await updateDraft(db, id, { ...choices, letterBudgetCents: 10_000 })
  assert.match(await changed(), /les choix de la vague/)
  await updateDraft(db, id, { ...choices, letterBudgetCents: null })
  assert.equal(await changed(), '')

  await insertHandExclusion(db, { waveId: id, insee: '59092', reason: 'rencontrée', excludedBy: 'Claire' })
  assert.match(await changed(), /retirés à la main/)
})

test('an approval given to what is no longer there is refused', async () => {
  const id = await ready()
  const seen = await seenNow(world, id)
  await insertHandExclusion(db, { waveId: id, insee: '59092', reason: 'rencontrée', excludedBy: 'Claire' })
  const by = { name: people.association.name, organisationId: associationId }

  assert.deepEqual(await approveWave(world, id, { decision: 'approved', reason: '', seen, by }), {
    ok: false,
    reason: 'changed-meanwhile',
  })
})

test('an entry of the register changed after its confirmation is confirmed again, by its own body', async () => {
  const id = await ready()
  const [own] = (await entriesOf(db, 'outreach')).filter(
    ({ organisation }) => organisation.id === associationId,
  )
  assert.ok(own?.version)
  const { text, purpose } = own
  const write = (retention: string, isConfirmed: boolean, organisationId: string, version: number) =>
    saveEntry(world, {
      organisationId: associationId,
      purpose,
      text: { ...text, retention },
      version,
      isConfirmed,
      by: { name: 'Inès', organisationId },
    })
  const { number } = own.version

  assert.deepEqual(await write('Dix ans', true, operatorId, number), { ok: false, reason: 'other-body' })
  assert.equal((await write('Deux ans', false, associationId, number)).ok, true)
  assert.deepEqual(await redNames(id), ['register', 'approval'])
  assert.deepEqual(await write('Un an', true, associationId, number), {
    ok: false,
    reason: 'changed-meanwhile',
  })
  assert.equal((await write(text.retention, true, associationId, number + 1)).ok, true)
  assert.deepEqual(await redNames(id), [])
})

test('whoever approved a wave does not launch it', async () => {
  const id = await ready()

  assert.deepEqual(await launchReadyWave(world, id, people.association.name), {
    ok: false,
    reason: 'approved-by-launcher',
  })
  assert.equal((await findWave(db, id)).state, 'draft')
})

test('a launch tries the public pages again: an own door that broke since the page was green stops it', async () => {
  const id = await ready()
  const broken: World = { ...world, ownDoor: async () => new Response('Panne', { status: 500 }) }
  const decision = await launchWave(broken, id, 'Claire Delattre')
  const [line] = await red(id)

  assert.deepEqual(decision, { ok: false, reason: 'not-ready' })
  assert.equal(line?.id, 'opposition')
  assert.match(line?.sentence ?? '', /elle répond 500/)
})

test('a launch asks again what the sending domain publishes: a record that went away stops it', async () => {
  const id = await ready()
  const config = { ...world.config, smtpUrl: 'smtp://relais.example', mailFrom: 'beffroi@cdg.example' }
  const relayed: World = { ...world, config }
  await readyWave(relayed, id)
  await db.execute(
    sql`update domain_checks set is_good = true, checked_at = checked_at - interval '1 minute'`,
  )
  const before = (await red(id, relayed)).map(({ id: name }) => name)
  const decision = await launchWave(relayed, id, 'Claire Delattre')
  const after = (await red(id, relayed)).map(({ id: name }) => name)

  assert.equal(before.includes('domain'), false)
  assert.deepEqual(decision, { ok: false, reason: 'not-ready' })
  assert.equal(after.includes('domain'), true)
})

/** What the terminal's launch ends with: nothing, or the refusal that makes its exit code. */
async function launchFromTerminal(id: string, by: string) {
  const program = new Command().exitOverride()
  waveCommand(program, { withWorld: (run) => run(world) })
  try {
    await program.parseAsync(['wave', 'launch', id, '--by', by, '--json'], { from: 'user' })
    return undefined
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    return error.message
  }
}

test('a launch from the terminal is held by the same gates, and says which are red', async () => {
  const id = await draft({ filters: { q: 'denain' } })
  const refused = await launchFromTerminal(id, 'Claire Delattre')
  await readyWave(world, id)
  const byApprover = await launchFromTerminal(id, people.association.name)

  assert.match(refused ?? '', /La vague n’est pas prête/)
  assert.match(refused ?? '', /L’autre organisme a approuvé la vague : Personne ne l’a encore approuvée/)
  assert.match(refused ?? '', /copie d’essai/)
  assert.match(byApprover ?? '', /--by nomme une autre personne/)
  assert.equal(await launchFromTerminal(id, 'Claire Delattre'), undefined)
  assert.equal((await findWave(db, id)).state, 'launched')
})
