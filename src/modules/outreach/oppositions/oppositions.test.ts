import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { launchReadyWave } from '#test/ready-wave.ts'
import { addTownHalls, foundProgramme, villages } from '#test/town-halls.ts'
import { freshWorld } from '#test/world.ts'
import { listDeliveries } from '../deliveries/deliveries.queries.ts'
import { beginHandOver, claim } from '../deliveries/ledger.queries.ts'
import { listLots, setPages, updateLot } from '../lots/lots.queries.ts'
import { markLot } from '../lots/mark-lot.action.ts'
import { listMessages, seedMessages } from '../messages/messages.queries.ts'
import { prepareLaunch } from '../waves/prepare-launch.action.ts'
import { findWave, insertWave, type WaveChoices } from '../waves/waves.queries.ts'
import { keepOpposition, lift } from './lift-opposition.action.ts'
import { opposeAddress, opposeTownHall } from './oppose.action.ts'
import { reviewLimit } from './opposition.ts'
import { listOppositions, oppositionFigures } from './opposition-list.queries.ts'

let now = new Date('2026-11-02T09:00:00Z')
const world = await freshWorld({ clock: () => now })
const { db } = world
const { secret } = world.config
const { programmeId } = await foundProgramme(db)
await addTownHalls(db, programmeId, [
  ...villages,
  {
    insee: '59153',
    name: 'Condé-sur-l’Escaut',
    postalCodes: ['59163'],
    address: '1 place Pierre Delcourt\n59163 CONDE SUR L ESCAUT',
  },
])
await seedMessages(db, now)
const message = (await listMessages(db)).find(({ name }) => name.includes('courriel'))?.id ?? ''

beforeEach(async () => {
  now = new Date(now.getTime() + 42 * 24 * 3600 * 1000)
  await db.execute(sql`truncate opposition_organisations, opposition_addresses, commune_successions`)
  await db.execute(sql`update communes set ended_on = null`)
})

async function draft(choices: Partial<WaveChoices> = {}, topic = 'all') {
  const id = newId()
  const usual = {
    name: 'Vague',
    messageId: message,
    channel: 'email-first',
    filters: {},
    recentDays: 30,
  } as const
  await insertWave(db, id, { ...usual, ...choices }, 'Claire', now)
  await db.execute(sql`update waves set topic = ${topic} where id = ${id}`)
  return id
}
const excludedIn = async (id: string) =>
  (await prepareLaunch(db, world, await findWave(db, id))).audience.flatMap((row) =>
    'excluded' in row && row.excluded.reason === 'opposed' ? [row.candidate.name] : [],
  )
const rows = (waveId: string) => listDeliveries(db, { waveId }, { sort: 'commune', isDescending: false })
const denain = '59172'
const request = () => ({ words: 'Courriel de la secrétaire', requestedOn: now.toISOString().slice(0, 10) })
const inForce = () => listOppositions(db, { q: '', state: 'active' }, reviewLimit(now))

test('a postal address in opposition is left out of the letters, however it is written', async () => {
  await opposeAddress(db, secret, {
    address: '1 PL. Pierre Delcourt, 59163 Condé-sur-l’Escaut',
    origin: 'courrier',
    at: now,
  })
  const id = await draft({ channel: 'letter' })

  assert.deepEqual(await excludedIn(id), ['Condé-sur-l’Escaut'])
})

test('a postal address that opposes after the launch takes its letter out of the lot', async () => {
  const id = await draft({ channel: 'letter' })
  await launchReadyWave(world, id)
  await opposeAddress(db, secret, {
    address: '1 place Pierre Delcourt\n59163 Condé sur l’Escaut',
    origin: 'courrier',
    at: now,
  })

  const letter = (await rows(id)).find(({ insee }) => insee === '59153')
  assert.deepEqual([letter?.state, letter?.reason], ['excluded', 'opposed'])
})

test('a refusal of one topic leaves out the waves on that topic, and no other', async () => {
  await opposeTownHall(db, {
    insee: denain,
    channel: 'all',
    topic: 'free-software',
    origin: 'téléphone',
    at: now,
  })

  assert.deepEqual(await excludedIn(await draft({}, 'free-software')), ['Denain'])
  assert.deepEqual(await excludedIn(await draft({}, 'e-administration')), [])
  assert.deepEqual(await excludedIn(await draft()), [])
})

test('a refusal that comes between the claim and the hand-over stops the message', async () => {
  const id = await draft()
  await launchReadyWave(world, id)
  const lease = { token: newId(), until: new Date(now.getTime() + 60_000) }
  const taken = await claim(db, { waveId: id, lane: 'default', limit: 10, ...lease })
  const mail = (await rows(id)).find(({ insee }) => insee === denain)
  await opposeTownHall(db, { insee: denain, channel: 'email', origin: 'téléphone', at: now })

  assert.ok(mail && taken.includes(mail.id))
  assert.equal(await beginHandOver(db, { id: mail.id, now, ...lease }), undefined)
})

test('the refusal of a commune that has merged holds for the one that succeeded it', async () => {
  await opposeTownHall(db, { insee: denain, channel: 'all', origin: 'courriel', at: now })
  await db.execute(sql`update communes set ended_on = '2026-01-01' where insee = ${denain}`)
  await db.execute(sql`insert into commune_successions (former_insee, former_name, insee, kind)
    values (${denain}, 'Denain', '59092', 'déléguée')`)

  assert.deepEqual(await excludedIn(await draft()), ['Bouchain'])
  const [opposition] = await inForce()
  assert.deepEqual(opposition?.successors, [{ insee: '59092', name: 'Bouchain' }])
})

test('a letter opposed after it was printed is never posted unnoticed', async () => {
  const id = await draft({ channel: 'letter' })
  await launchReadyWave(world, id)
  const [lot] = await listLots(db, id)
  const letters = await rows(id)
  await setPages(
    db,
    letters.map(({ id: letter }, rank) => ({ id: letter, first: rank + 1, last: rank + 1 })),
  )
  await updateLot(db, lot?.id ?? '', { state: 'composed', checkedAt: now })
  await markLot(world, lot?.id ?? '', { step: 'printed', by: 'Claire' })
  await markLot(world, lot?.id ?? '', { step: 'enclosed', by: 'Claire' })
  await opposeTownHall(db, { insee: '59032', channel: 'letter', origin: 'téléphone', at: now })
  const posting = { on: now.toISOString().slice(0, 10), proof: '' }
  const unnoticed = await markLot(world, lot?.id ?? '', { step: 'posted', by: 'Claire', posting })
  const noticed = await markLot(world, lot?.id ?? '', {
    step: 'posted',
    by: 'Claire',
    posting: { ...posting, takenOut: true },
  })

  assert.deepEqual(unnoticed, { ok: false, reason: 'letters-to-take-out' })
  assert.equal(noticed.ok, true)
  const states = new Map((await rows(id)).map(({ insee, state }) => [insee, state]))
  assert.deepEqual([states.get('59032'), states.get('59153')], ['excluded', 'posted'])
})

test('the refusal of an address is lifted only by whoever can write that address', async () => {
  await opposeAddress(db, secret, { address: 'Mairie@Denain.example', origin: 'lien du courriel', at: now })
  const [opposition] = await inForce()
  const id = opposition?.id ?? ''
  const other = await lift(world, id, { ...request(), by: 'Claire', address: 'mairie@abscon.example' })
  const own = await lift(world, id, { ...request(), by: 'Claire', address: 'mairie@denain.example' })

  assert.deepEqual(other, { ok: false, reason: 'another-address' })
  assert.equal(own.ok, true)
  assert.equal((await inForce()).length, 0)
})

test('an opposition is to be looked at again after three years, and holds before and after', async () => {
  await opposeTownHall(db, { insee: denain, channel: 'all', origin: 'courriel', at: now })
  const [opposition] = await inForce()
  now = new Date(now.getTime() + 3 * 366 * 24 * 3600 * 1000)
  const before = await oppositionFigures(db, reviewLimit(now))
  await keepOpposition(world, opposition?.id ?? '', 'Claire')
  const after = await oppositionFigures(db, reviewLimit(now))

  assert.deepEqual([before.toReview, after.toReview], [1, 0])
  assert.deepEqual(await excludedIn(await draft()), ['Denain'])
})

test('the database itself refuses that an opposition be deleted, rewritten, or lifted without its request', async () => {
  await opposeTownHall(db, { insee: denain, channel: 'all', origin: 'courriel', at: now })
  const said = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'done',
      (error: Error) => String((error.cause as Error | undefined)?.message ?? error.message),
    )

  assert.match(await said(db.execute(sql`delete from opposition_organisations`)), /never deleted/)
  assert.match(
    await said(db.execute(sql`update opposition_organisations set channel = 'letter'`)),
    /never rewritten/,
  )
  assert.match(
    await said(
      db.execute(
        sql`update opposition_organisations set lifted_at = now(), lifted_by = 'x', lifting_evidence = 'y'`,
      ),
    ),
    /lifting_is_dated/,
  )
})
