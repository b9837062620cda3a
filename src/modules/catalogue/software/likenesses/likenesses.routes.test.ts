import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { openDoor, withCatalogue } from '#test/visit.ts'
import { saveRecord } from '../save-record.action.ts'
import { findSoftware } from '../software.queries.ts'

const door = await openDoor(withCatalogue)
const { db, clock } = door.world
const operator = door.as('operator')

const pairOf = async (one: string, other: string) => {
  const [pair] = await db.execute<{ id: string; keep: string; verdict: string | null }>(sql`
    select l.id, a.id as keep, l.verdict from software a, software b, software_likenesses l
    where a.slug = ${one} and b.slug = ${other} and l.one = least(a.id, b.id) and l.other = greatest(a.id, b.id)`)
  assert.ok(pair)
  return pair
}
const identifiersOf = (slug: string) =>
  db.execute<{ value: string }>(sql`select scheme || ' ' || value as value from software_identifiers i
    join software s on s.id = i.software_id where s.slug = ${slug} order by 1`)

test('a merge is a person’s: the old address leads to the new one, and undoing it gives both sheets back', async () => {
  const { id, keep } = await pairOf('hedgedoc', 'codimd')
  const before = await identifiersOf('hedgedoc')
  const merged = await operator.post(`/software/merges/${id}`, { verdict: 'merged', keep })
  const heir = await findSoftware(db, 'codimd')
  const [act] = await db.execute<{ id: string }>(sql`select id from software_revisions where kind = 'merged'`)
  await operator.post(`/software/hedgedoc/history/${act?.id}/undo`)
  const back = await findSoftware(db, 'codimd')

  assert.equal(merged.location, '/software/hedgedoc/history')
  assert.deepEqual(heir, { mergedInto: 'hedgedoc' })
  assert.ok('id' in back)
  assert.deepEqual(await identifiersOf('hedgedoc'), before)
  assert.equal((await pairOf('hedgedoc', 'codimd')).verdict, null)
})

test('a merge that was refused is remembered: the next import does not ask again', async () => {
  const { id } = await pairOf('hedgedoc', 'codimd')
  await operator.post(`/software/merges/${id}`, { verdict: 'distinct' })
  const record = {
    source: 'comptoir',
    externalId: '362',
    fields: { name: 'CodiMD' },
    identifiers: [{ scheme: 'comptoir', value: '362' }],
  } as const
  const finding = await db.transaction((tx) => saveRecord(tx, record, { now: clock() }))

  assert.equal((await pairOf('hedgedoc', 'codimd')).verdict, 'distinct')
  assert.ok(finding.proposals.length <= 1)
})

test('« Consul » is two programs: the one of citizens is not that of servers', async () => {
  const record = {
    source: 'publiccode',
    externalId: 'https://github.com/consuldemocracy/consuldemocracy',
    fields: { name: 'Consul', repository: 'https://github.com/consuldemocracy/consuldemocracy.git' },
  }
  await db.transaction((tx) => saveRecord(tx, record, { now: clock() }))
  const [held] = await db.execute<{ slug: string }>(sql`select slug from software s join software_records r
    on r.software_id = s.id where r.external_id = ${record.externalId}`)

  assert.equal(held?.slug, 'consul-democracy')
})

test('two editors who answer one pair at once answer once', async () => {
  const { id, keep } = await pairOf('squash-tf', 'squash-keywordframework')
  const answers = await Promise.all([
    operator.post(`/software/merges/${id}`, { verdict: 'merged', keep }),
    door.as('association').post(`/software/merges/${id}`, { verdict: 'merged', keep }),
  ])
  const [acts] = await db.execute<{ n: number }>(sql`select count(*)::int as n from software_revisions r
    join software s on s.id = r.software_id where s.slug = 'squash-tf' and r.kind = 'merged'`)

  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  )
  assert.equal(acts?.n, 1)
})

test('an editor proposes a comparison by the addresses of two sheets', async () => {
  const proposed = await operator.post('/software/merges', {
    one: 'https://beffroi.example/software/keepass',
    other: 'keepassxc',
  })
  const unknown = await operator.post('/software/merges', { one: 'keepass', other: 'nulle-part' })

  assert.equal(proposed.status, 303)
  assert.equal(unknown.status, 422)
  assert.match(unknown.text, /Aucune fiche/)
  assert.match((await operator.get('/software/merges')).text, /KeePassXC/)
})
