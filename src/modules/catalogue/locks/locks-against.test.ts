import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { freshDatabase } from '#test/database.ts'
import { addSoftware, settle } from '#test/usages.ts'
import { keepsOut } from './lock.ts'
import { locksAgainst } from './locks-against.queries.ts'

const db = await freshDatabase()
const now = new Date('2026-11-24T10:00:00Z')
await settle(db, { insee: '59001', name: 'Ici' })
await settle(db, { insee: '59010', name: 'Voisin' })
await db.execute(sql`insert into needs (slug, service, label, summary, audiences, source)
  values ('etat-civil', 'État civil', 'Tenir l’état civil', 'Actes', '{town-hall}', 'test'),
         ('bureautique', 'Bureau', 'Écrire', 'Textes', '{town-hall}', 'test')`)
await db.execute(
  sql`insert into products (slug, name, vendor, source) values ('etatis', 'Étatis', 'Éditeur X', 'test')`,
)
await db.execute(
  sql`insert into product_needs (product, need, source) values ('etatis', 'etat-civil', 'test')`,
)
const libre = await addSoftware(db, 'libre', ['linux'])

const lock = (insee: string, forces: string, what: string, confirmedAt: string | null = '2026-05-01') =>
  db.execute(sql`insert into locks (id, insee, product, forces, what, what_plain, source, declared_at, declared_by, confirmed_at)
    values (${newId()}, ${insee}, 'etatis', ${forces}, ${what}, ${what.toLowerCase()}, 'visite', '2026-05-01', 'Secrétariat', ${confirmedAt})`)

test('the locks of a need are those of the products that serve it today, counted by commune and dated', async () => {
  await lock('59010', 'operating-system', 'Windows')
  await lock('59001', 'operating-system', 'WINDOWS')
  await lock('59001', 'connector', 'Parapheur', null)

  const [held, ...others] = await locksAgainst(db, {
    need: 'etat-civil',
    softwareIds: [libre],
    insee: '59001',
    now,
  })

  assert.equal(others.length, 0)
  assert.deepEqual(
    { ...held, lastSaidAt: held?.lastSaidAt.getUTCFullYear() },
    {
      product: 'Étatis',
      vendor: 'Éditeur X',
      forces: 'operating-system',
      what: 'Windows',
      whatPlain: 'windows',
      communes: 2,
      lastSaidAt: 2026,
      isOwn: true,
      keepsOut: [libre],
    },
  )
})

test('a commune is told of all its own locks, others only of those of the need they ask about', async () => {
  const own = await locksAgainst(db, { need: 'bureautique', softwareIds: [], insee: '59001', now })
  const others = await locksAgainst(db, { need: 'bureautique', softwareIds: [], now })

  assert.equal(own.length, 1)
  assert.equal(others.length, 0)
})

test('only a software known not to run on the forced system is kept out; one that runs in a browser never is', () => {
  const windows = { forces: 'operating-system', whatPlain: 'windows 10' } as const

  assert.equal(keepsOut(windows, ['linux']), true)
  assert.equal(keepsOut(windows, ['Linux', 'Windows']), false)
  assert.equal(keepsOut(windows, ['web']), false)
  assert.equal(keepsOut(windows, []), false)
  assert.equal(keepsOut({ forces: 'browser', whatPlain: 'windows' }, ['linux']), false)
})
