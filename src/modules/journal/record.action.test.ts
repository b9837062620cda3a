import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { freshDatabase } from '#test/database.ts'
import { findStage, listJournal, listReaches } from './journal.queries.ts'
import { type Fact, recordFact, recordFacts } from './record.action.ts'
import { foldStage, type Reach } from './stage.ts'

const db = await freshDatabase()
await db.execute(sql`
  insert into communes (insee, name, name_type, search_name, departement, region, postal_codes, source, source_date)
  select n::text, 'Commune ' || n, 0, 'commune ' || n, '59', '32', '{}', 'test', '2026-01-01'
  from generate_series(59001, 59600) n`)

let nextCommune = 59001
const someCommune = () => String(nextCommune++)

const fact = (insee: string, more: Partial<Fact> = {}): Fact => ({
  insee,
  at: new Date('2026-11-23T10:00:00Z'),
  kind: 'letter-posted',
  sentence: 'Lettre « Bienvenue » postée.',
  ...more,
})

test('a fact is written in the journal and moves the stage', async () => {
  const insee = someCommune()

  await recordFact(db, fact(insee, { reaches: 'written' }))

  assert.deepEqual(
    (await listJournal(db, insee)).map(({ sentence }) => sentence),
    ['Lettre « Bienvenue » postée.'],
  )
  assert.equal((await findStage(db, insee)).stage, 'written')
})

test('a fact told twice is written once', async () => {
  const insee = someCommune()
  const posted = fact(insee, { factKey: 'posted:1', reaches: 'written' })

  await recordFacts(db, [posted])
  await recordFacts(db, [posted])

  assert.equal((await listJournal(db, insee)).length, 1)
})

test('nobody changes or deletes an entry, not even by SQL', async () => {
  const insee = someCommune()
  await recordFact(db, fact(insee))

  const isAppendOnly = (error: Error) => /append-only/.test(String(error.cause ?? error))
  await assert.rejects(
    db.execute(sql`update journal_entries set sentence = 'autre' where insee = ${insee}`),
    isAppendOnly,
  )
  await assert.rejects(db.execute(sql`delete from journal_entries where insee = ${insee}`), isAppendOnly)
})

test('a fact of a transaction that fails is not told', async () => {
  const insee = someCommune()

  await assert.rejects(
    db.transaction(async (tx) => {
      await recordFact(tx, fact(insee, { reaches: 'written' }))
      throw new Error('the post office is closed')
    }),
  )

  assert.deepEqual(await listJournal(db, insee), [])
  assert.equal((await findStage(db, insee)).stage, 'to-write')
})

test('the stage kept is always the fold of the journal', async () => {
  const reach = fc.constantFrom<Reach>(
    'written',
    'in-contact',
    'accompanied',
    'autonomous',
    'declined',
    'left',
  )

  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(reach, { maxLength: 4 }), { maxLength: 4 }), async (batches) => {
      const insee = someCommune()
      for (const reaches of batches)
        await recordFacts(
          db,
          reaches.map((reached) => fact(insee, { reaches: reached })),
        )

      assert.equal((await findStage(db, insee)).stage, foldStage(batches.flat()))
      assert.equal((await findStage(db, insee)).stage, foldStage(await listReaches(db, insee)))
    }),
    { numRuns: 40 },
  )
})
