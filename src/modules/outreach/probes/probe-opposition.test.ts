import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { World } from '#platform/world.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { freshWorld } from '#test/world.ts'
import { probeOneClick, probeReplyPage } from './probe-opposition.action.ts'

const world = await freshWorld()
const { db } = world
const { programmeId } = await foundProgramme(db)
await addTownHalls(db, programmeId)

const means = { 'the reply page': probeReplyPage, 'the one-click link': probeOneClick }
const answering = (answer: World['ownDoor']): World => ({ ...world, ownDoor: answer })

async function traces() {
  const [counts] = await db.execute(sql`select
    (select count(*)::int from opposition_organisations) as organisations,
    (select count(*)::int from opposition_addresses) as addresses,
    (select count(*)::int from journal_entries) as entries,
    (select count(*)::int from contacts) as contacts,
    (select count(*)::int from commune_stages) as stages`)
  return counts
}

for (const [name, probe] of Object.entries(means)) {
  test(`an opposition posted to ${name} is taken, and leaves no trace on any town hall`, async () => {
    const before = await traces()
    const outcome = await probe(world)

    assert.deepEqual([outcome.isPassed, outcome.sentence], [true, outcome.sentence])
    assert.match(outcome.sentence, /a pris l’opposition d’essai/)
    assert.deepEqual(await traces(), before)
  })

  test(`the stranger who posts to ${name} has no cookie`, async () => {
    const asked: RequestInit[] = []
    const watched = answering((path, init = {}) => {
      asked.push(init)
      return world.ownDoor(path, init)
    })

    assert.equal((await probe(watched)).isPassed, true)
    assert.deepEqual(
      asked.map(({ method, headers }) => [method, headers]),
      [['POST', undefined]],
    )
  })

  test(`a door that breaks, says nothing, or only seems to take it fails ${name}`, async () => {
    const broken = await probe(answering(async () => new Response('Panne', { status: 500 })))
    const silent = await probe(answering(() => Promise.reject(new Error('refusée'))))
    const polite = await probe(answering(async () => new Response('Merci')))

    assert.deepEqual(
      [broken, silent, polite].map(({ isPassed }) => isPassed),
      [false, false, false],
    )
    assert.match(broken.sentence, /elle répond 500/)
    assert.match(silent.sentence, /Personne ne répond à l’adresse publique http:\/\/localhost:3000/)
    assert.match(polite.sentence, /n’a pas pris l’opposition d’essai/)
  })
}

test('an opposition that is written but holds nobody back is not taken', async () => {
  await db.execute(
    sql`create function forget() returns trigger language plpgsql as $$ begin return null; end $$`,
  )
  await db.execute(sql`create trigger forget before insert on opposition_organisations
    for each row execute function forget()`)
  const outcomes = [await probeReplyPage(world), await probeOneClick(world)]
  await db.execute(sql`drop trigger forget on opposition_organisations`)

  assert.deepEqual(
    outcomes.map(({ isPassed }) => isPassed),
    [false, false],
  )
})
