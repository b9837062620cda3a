import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { freshDatabase } from '#test/database.ts'
import { addSoftware, sayUsage, settle } from '#test/usages.ts'
import { followMergers } from './follow-mergers.action.ts'
import { usagesOfCommune } from './usages.queries.ts'

const db = await freshDatabase()
const now = new Date('2026-11-24T10:00:00Z')
for (const [insee, name] of [
  ['59001', 'Heritiere'],
  ['59010', 'Fondue'],
  ['59020', 'Partagee'],
  ['59030', 'Autre'],
] as const)
  await settle(db, { insee, name })
await db.execute(sql`update communes set ended_on = '2026-01-01' where insee in ('59010', '59020')`)
await db.execute(sql`insert into commune_successions (former_insee, former_name, insee, kind) values
  ('59010', 'Fondue', '59001', 'former code'), ('59020', 'Partagee', '59001', 'former code'),
  ('59020', 'Partagee', '59030', 'former code')`)
const [spip, koha, glpi] = [
  await addSoftware(db, 'spip'),
  await addSoftware(db, 'koha'),
  await addSoftware(db, 'glpi'),
]
const older = new Date('2026-02-01T10:00:00Z')
const newer = new Date('2026-06-01T10:00:00Z')

test('what a merged commune said is shown under its heir, with the name of who said it', async () => {
  await sayUsage(db, { insee: '59010', softwareId: spip, saidAt: older })
  await followMergers(db, now)
  await followMergers(db, now)

  const [usage] = await usagesOfCommune(db, '59001', now)
  assert.equal(usage?.slug, 'spip')
  assert.equal(usage?.formerName, 'Fondue')
})

test('where both said the same, the more recent word stays, whichever said it', async () => {
  await sayUsage(db, { insee: '59010', softwareId: koha, saidAt: newer })
  await sayUsage(db, { insee: '59001', softwareId: koha, saidAt: older })
  await followMergers(db, now)

  const shown = (await usagesOfCommune(db, '59001', now)).filter(({ slug }) => slug === 'koha')
  assert.deepEqual(
    shown.map(({ formerName }) => formerName),
    ['Fondue'],
  )
})

test('what a commune split between several said is moved by nobody', async () => {
  await sayUsage(db, { insee: '59020', softwareId: glpi, saidAt: newer })
  await followMergers(db, now)

  const [row] = await db.execute<{ insee: string }>(sql`select insee from usages where software_id = ${glpi}`)
  assert.equal(row?.insee, '59020')
})

test('a lock that waits gives way to the same one that the heir has confirmed', async () => {
  for (const [insee, at] of [
    ['59010', null],
    ['59001', '2026-06-01'],
  ] as const)
    await db.execute(sql`insert into locks (id, insee, product_name, forces, what, what_plain, source, declared_at, declared_by, confirmed_at)
      values (${newId()}, ${insee}, 'Civilis', 'browser', 'Edge', 'edge', 'visite', '2026-01-01', 'Secrétaire', ${at})`)
  await followMergers(db, now)

  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from locks where insee = '59001' and withdrawn_at is null`,
  )
  assert.equal(row?.n, 1)
})
