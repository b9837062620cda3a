import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { addNeedAndSoftware, addTestCompany, addTestService } from '#test/companies.ts'
import { freshDatabase } from '#test/database.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { worldOn } from '#test/world.ts'
import { writeExposures } from '../exposures/count-showings.action.ts'
import { HelperList } from './helper-list.tsx'
import { listHelpers } from './list-helpers.action.ts'

const db = await freshDatabase()
const at = new Date('2026-11-24T10:00:00Z')
let now = at
const world = worldOn(db, { clock: () => now })
const { programmeId, operatorId } = await foundProgramme(db)
await addTownHalls(db, programmeId)
const { need, softwareId } = await addNeedAndSoftware(db)
await db.execute(sql`insert into meets (software_id, need, level, missing, source, stated_at)
  values (${softwareId}, ${need}, 'part', 'Pas le plan.', 'test', now())`)
const inDenain = { need, insee: '59172' }

const whole = await addTestCompany(db, 'Zoé Logiciels')
await addTestService(db, whole, { need, at })
const known = await addTestCompany(db, 'Mairie Libre')
await addTestService(db, known, { need, at })
await addReference(known, '59002', 'confirmed')
await addReference(known, '59092', 'declared')
const partly = await addTestCompany(db, 'AAA Premier')
await addTestService(db, partly, { softwareId, at })
const elsewhere = await addTestCompany(db, 'Aude Informatique')
await addTestService(db, elsewhere, { need, areas: ['departement:11'], at })
await db.execute(sql`insert into operated_offers (id, organisation_id, software_id, need, areas, price_model, hosting_country,
    personal_data, exit_terms, signup, stated_at)
  values (${newId()}, ${operatorId}, ${softwareId}, ${need}, '{departement:59}', 'included', 'France', 'x', 'x', 'x', ${at.toISOString()})`)

async function addReference(company: string, insee: string, state: string) {
  await db.execute(sql`insert into company_references (id, company_id, insee, need, kind, year, state, declared_at, settled_at)
    values (${newId()}, ${company}, ${insee}, ${need}, 'installation', 2025, ${state}, now(),
      case when ${state} = 'declared' then null else now() end)`)
}

test('a confirmed reference comes before none, the whole need before a part, and a name like AAA gains nothing', async () => {
  const { lines } = await listHelpers(world, inDenain)

  assert.deepEqual(lines.map(({ name, mark }) => `${mark} ${name}`).slice(0, 2), [
    '1211 Mairie Libre',
    '1201 Zoé Logiciels',
  ])
  assert.deepEqual(new Set(lines.slice(2).map(({ mark }) => mark)), new Set(['1101']))
})

test('whoever does not serve the commune is left out, and it is said', async () => {
  const { lines, left } = await listHelpers(world, inDenain)

  assert.equal(
    lines.some(({ id }) => id === elsewhere),
    false,
  )
  assert.deepEqual(
    left.map(({ name, why }) => [name, why]),
    [['Aude Informatique', 'elsewhere']],
  )
})

test('the operator comes under the same rule by its operated offer, and never for what companies sell', async () => {
  const all = await listHelpers(world, inDenain)
  const installers = await listHelpers(world, { ...inDenain, kind: 'installation' })

  assert.equal(all.lines.find(({ id }) => id === operatorId)?.mark, '1101')
  assert.equal(
    installers.lines.some(({ isOrganisation }) => isOrganisation),
    false,
  )
})

test('the seed is that of the day in Paris, of the need and of the commune', async () => {
  const today = await listHelpers(world, inDenain)
  now = new Date('2026-11-24T23:30:00Z')
  const tomorrow = await listHelpers(world, inDenain)
  now = at
  const abscon = await listHelpers(world, { need, insee: '59002' })

  assert.equal(today.seedWords, 'beffroi/2026-11-24/cimetiere/59172')
  assert.equal(tomorrow.day, '2026-11-25')
  assert.equal(new Set([today.seed, tomorrow.seed, abscon.seed]).size, 3)
})

test('each showing is counted with what an equal share would give, and without who looked', async () => {
  for (let seen = 0; seen < 3; seen++) await listHelpers(world, inDenain, 'need')
  await listHelpers(world, inDenain)
  await writeExposures(db)
  const rows = await db.execute<Record<string, unknown>>(
    sql`select * from exposures where provider = ${`company:${known}`}`,
  )

  assert.deepEqual(
    rows.map((row) => ({ ...row, day: '' })),
    [
      {
        day: '',
        provider: `company:${known}`,
        place: 'need',
        about: need,
        shown: 3,
        shown_first: 3,
        shown_leading: 3,
        fair_first: 3,
        fair_leading: 3,
      },
    ],
  )
})

test('counts written twice add up, and what equals share is one', async () => {
  await listHelpers(world, inDenain, 'list')
  await writeExposures(db)
  await listHelpers(world, inDenain, 'list')
  await writeExposures(db)
  const [sum] = await db.execute<{
    shown: number
    first: number
    fair: number
  }>(sql`select max(shown) as shown,
    sum(shown_first)::int as first, sum(fair_first) as fair from exposures where place = 'list'`)

  assert.deepEqual(sum, { shown: 2, first: 2, fair: 2 })
})

test('a list says why each is where it is, and how to do it again', async () => {
  const html = String(await HelperList({ listed: await listHelpers(world, inDenain) }))

  assert.match(html, /Pourquoi ici/)
  assert.match(html, /1.référence confirmée sur ce besoin par la commune elle-même/)
  assert.match(html, /1.référence confirmée, 1 à confirmer/)
  assert.match(html, /Sert Denain/)
  assert.match(html, /href="\/companies\/order\?need=cimetiere&amp;commune=59172"/)
})

test('a name that holds markup stays text', async () => {
  await addTestService(db, await addTestCompany(db, '<script>alert(1)</script>'), { need, at })

  const html = String(await HelperList({ listed: await listHelpers(world, inDenain) }))
  assert.doesNotMatch(html, /<script>/)
})

test('an unknown commune, or none, is no reason to fail', async () => {
  assert.equal((await listHelpers(world, { need, insee: '99999' })).placeName, null)
  assert.ok((await listHelpers(world, { softwareIds: [softwareId] })).lines.length > 0)
  assert.deepEqual((await listHelpers(world, { need: 'rien-de-tel' })).lines, [])
})
