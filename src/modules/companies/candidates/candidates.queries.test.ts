import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { addNeedAndSoftware, addTestCompany, addTestService } from '#test/companies.ts'
import { freshDatabase } from '#test/database.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { candidatesFor } from './candidates.queries.ts'

const db = await freshDatabase()
const now = new Date('2026-11-24T10:00:00Z')
const { programmeId, operatorId } = await foundProgramme(db)
await addTownHalls(db, programmeId)
const { need, softwareId } = await addNeedAndSoftware(db)
const denain = { insee: '59172', departement: '59', epciSiren: '200042190' }

const installer = await addTestCompany(db, 'Nord Libre')
await addTestService(db, installer, { need, areas: ['epci:200042190'], at: now })
const trainer = await addTestCompany(db, 'Form’Libre')
await addTestService(db, trainer, { softwareId, kind: 'training', areas: ['departement:62'], at: now })
const silent = await addTestCompany(db, 'AAA Silencieuse')
const old = await addTestCompany(db, 'Vieille Annonce')
await addTestService(db, old, { need, at: new Date('2024-11-20T10:00:00Z') })
await db.execute(sql`insert into company_references (id, company_id, insee, need, kind, year, state, declared_at, settled_at)
  values (${newId()}, ${installer}, '59172', ${need}, 'installation', 2025, 'confirmed', now(), now()),
         (${newId()}, ${installer}, '59002', ${need}, 'installation', 2025, 'declared', now(), null)`)
await db.execute(sql`insert into operated_offers (id, organisation_id, software_id, need, areas, price_model, hosting_country,
    personal_data, exit_terms, signup, stated_at)
  values (${newId()}, ${operatorId}, ${softwareId}, ${need}, '{departement:59}', 'included', 'France', 'x', 'x', 'x', ${now.toISOString()})`)

const found = async (sought: Parameters<typeof candidatesFor>[1]) =>
  new Map((await candidatesFor(db, sought, now)).map((candidate) => [candidate.id, candidate]))

test('who states a service for the need, or for a software that meets it, is a candidate; who states nothing is not', async () => {
  const candidates = await found({ need, softwareIds: [softwareId], place: denain })

  assert.deepEqual(new Set(candidates.keys()), new Set([installer, trainer, operatorId]))
  assert.equal(candidates.has(silent), false)
  assert.deepEqual(
    [candidates.get(installer)?.serves, candidates.get(trainer)?.serves, candidates.get(operatorId)?.serves],
    [true, false, true],
  )
})

test('references count apart, confirmed by the commune or only declared', async () => {
  const { confirmedReferences, declaredReferences } = (await found({ need })).get(installer) ?? {}

  assert.deepEqual([confirmedReferences, declaredReferences], [1, 1])
})

test('the operator, a public body, comes only by its operated offers, never for what companies sell', async () => {
  const all = await found({ need })
  const installers = await found({ need, kind: 'installation' })

  assert.equal(all.get(operatorId)?.isOrganisation, true)
  assert.deepEqual(all.get(operatorId)?.services, [])
  assert.deepEqual([...installers.keys()], [installer])
})

test('what was last said two years ago has left, and without a place nothing is said of the area', async () => {
  const candidates = await found({ need })

  assert.equal(candidates.has(old), false)
  assert.equal(candidates.get(installer)?.serves, null)
})

test('who named a sheet that was merged since helps with the sheet it lives in', async () => {
  const heir = newId()
  await db.execute(sql`insert into software (id, slug, name, layer, created_at, updated_at)
    values (${heir}, 'heir', 'Heir', 'main', now(), now())`)
  await db.execute(sql`update software set merged_into = ${heir} where id = ${softwareId}`)

  const candidates = await found({ softwareIds: [heir] })
  await db.execute(sql`update software set merged_into = null where id = ${softwareId}`)

  assert.ok(candidates.has(trainer))
})
