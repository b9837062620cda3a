import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { beforeEach, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { freshDatabase } from '#test/database.ts'
import { checkImport } from './check-import.action.ts'
import { receiveImport } from './create-import.action.ts'
import type { Format } from './formats.ts'
import { findImport, listFindings, saveImport } from './imports.queries.ts'
import { runImport } from './run-import.action.ts'
import { releaseImport } from './start-import.action.ts'

const db = await freshDatabase()
const reference = sql`'INSEE', '2026-01-01'`
await db.execute(sql`
  insert into communes (insee, name, name_type, search_name, departement, region, siren, postal_codes, source, source_date)
  values ('59006', 'L''Orée de Mormal', 0, 'oree de mormal', '59', '32', '931637920', '{59144}', ${reference}),
         ('59100', 'Bousignies', 0, 'bousignies', '59', '32', '215901000', '{59178}', ${reference}),
         ('59172', 'Denain', 0, 'denain', '59', '32', '215901729', '{59220}', ${reference}),
         ('59297', 'Hélesmes', 0, 'helesmes', '59', '32', '215902974', '{59171}', ${reference})`)
await db.execute(sql`insert into commune_successions values ('59070', 'Bermeries', '59006', 'former code')`)
// as many communes as two batches and a half
await db.execute(sql`
  insert into communes (insee, name, name_type, search_name, departement, region, source, source_date)
  select 'A' || to_char(n, 'FM0000'), 'Commune ' || n, 0, 'commune ' || n, '2A', '94', ${reference}
  from generate_series(1, 2500) n`)

beforeEach(() => db.execute(sql`truncate contact_points, mayors, contours, imports, import_findings`))

const today = new Date('2026-11-23T10:00:00Z')
const utf8 = (text: string) => new TextEncoder().encode(text)
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))

async function received(
  bytes: Uint8Array,
  more: { sourceDate?: string; format?: Format; sourceLabel?: string } = {},
) {
  const id = newId()
  const file = { name: 'fichier', mediaType: '', bytes }
  const wanted = {
    id,
    from: file,
    format: null,
    sourceLabel: '',
    sourceDate: '2026-10-01',
    createdBy: 'Ana',
    ...more,
  }
  const decision = await receiveImport(db, wanted, today)
  assert.ok(decision.ok)
  return id
}

async function checked(...wanted: Parameters<typeof received>) {
  const id = await received(...wanted)
  await checkImport(db, id)
  const { format, preview, mapping } = await findImport(db, id)
  if (format === 'columns' && preview && !mapping) {
    await saveImport(db, id, { mapping: { insee: 'insee', email: 'email' } })
    await checkImport(db, id)
  }
  return findImport(db, id)
}

async function imported(...wanted: Parameters<typeof received>) {
  const { id } = await checked(...wanted)
  const released = await releaseImport(db, id)
  assert.ok(released.ok, released.ok ? '' : released.reason)
  await runImport(db, id, undefined, () => today)
  return findImport(db, id)
}

const live = async () => {
  const rows = await db.execute<{ line: string }>(sql`
    select insee || ' ' || kind || ' ' || value || ' ' || source || ' ' || source_date as line
    from contact_points where ended_at is null order by insee, kind, rank, value`)
  return rows.map(({ line }) => line)
}
const reasons = async (id: string) =>
  (await listFindings(db, id, { outcome: 'refused' })).lines.map(({ row, reason, before, after }) =>
    [row, reason, before, after].filter(Boolean).join(' '),
  )
const sheetOf = (many: number, domain = 'x.example') =>
  utf8(
    `insee;email\n${Array.from({ length: many }, (_, at) => {
      const code = `A${String(at + 1).padStart(4, '0')}`
      return `${code};mairie@${code}.${domain}\n`
    }).join('')}`,
  )

test('a dry run says row by row what would change, and changes nothing', async () => {
  const { id, state, counts, format, sourceLabel } = await checked(fixture('dpnt.csv'))

  assert.deepEqual([state, format, sourceLabel], ['checked', 'dpnt', 'DPNT (ANCT)'])
  assert.deepEqual([counts.add, counts.refused, counts['set-aside']], [4, 2, 2])
  assert.deepEqual(await reasons(id), ['3 not-an-email inconnu', '3 not-a-phone 03 27 00 00 02 poste'])
  assert.deepEqual(await live(), [])
})

test('the real run does what the dry run said, each datum with its source and date', async () => {
  const { state, applied, finishedAt } = await imported(fixture('dpnt.csv'))

  assert.deepEqual([state, applied.add, finishedAt], ['done', 4, today])
  assert.deepEqual(await live(), [
    '59100 email mairie@bousignies.example DPNT (ANCT) 2026-10-01',
    '59100 phone +33327000001 DPNT (ANCT) 2026-10-01',
    '59100 website https://www.bousignies.example DPNT (ANCT) 2026-10-01',
    '59297 website https://helesmes.example DPNT (ANCT) 2026-10-01',
  ])
})

test('importing the same file twice changes nothing', async () => {
  await imported(fixture('dpnt.csv'))
  const before = await live()

  const again = await checked(fixture('dpnt.csv'))

  assert.equal(again.counts.unchanged, 4)
  assert.deepEqual(await releaseImport(db, again.id), { ok: false, reason: 'nothing-to-import' })
  assert.deepEqual(await live(), before)
})

test('a new value ends the one it replaces, which is kept with its dates', async () => {
  await imported(utf8('insee;email\n59100;avant@x.example\n'), { sourceLabel: 'Annuaire' })
  await imported(utf8('insee;email\n59100;apres@x.example\n'), {
    sourceLabel: 'Annuaire',
    sourceDate: '2026-11-01',
  })

  const rows = await db.execute(sql`
    select value, ended_at is not null as ended from contact_points where insee = '59100' order by imported_at, ended desc`)
  assert.deepEqual(
    [...rows],
    [
      { value: 'avant@x.example', ended: true },
      { value: 'apres@x.example', ended: false },
    ],
  )
})

test('mayors are imported without what must never be kept, even in the file', async () => {
  const { id } = await imported(fixture('rne-maires.csv'))

  const rows = await db.execute(
    sql`select insee, civility, first_name, last_name, since::text from mayors order by insee`,
  )
  assert.deepEqual(
    [...rows],
    [
      { insee: '59100', civility: 'Madame', first_name: 'Zoé', last_name: 'EXEMPLÉ', since: '2026-03-27' },
      { insee: '59297', civility: 'Monsieur', first_name: 'Noël', last_name: 'MODÈLE', since: '2026-03-28' },
    ],
  )
  assert.deepEqual(await reasons(id), ['4 former-commune 59070 59006', '5 incomplete-name'])
  const whole = await db.execute<{ text: string }>(sql`
    select (select string_agg(f::text, '') from import_findings f) || (select string_agg(i::text, '') from imports i) as text`)
  assert.doesNotMatch(whole[0]?.text ?? '', /1969|1970|1971|1972|inventé/)
})

test('the successor of a code that no longer exists is applied once accepted', async () => {
  const { id } = await checked(fixture('rne-maires.csv'))
  await saveImport(db, id, { acceptedSuccessors: ['59070'] })
  await checkImport(db, id)
  await releaseImport(db, id)
  await runImport(db, id)

  const [row] = await db.execute(sql`select last_name from mayors where insee = '59006'`)
  assert.deepEqual(row, { last_name: 'ANCIEN' })
})

test('contours are imported in degrees', async () => {
  const { counts } = await imported(fixture('contours.geojson'))

  assert.deepEqual([counts.add, counts['refused:not-wgs84']], [1, 1])
  assert.deepEqual((await checked(fixture('contours.geojson'))).counts.unchanged, 1)
})

test('a sheet nobody named the columns of waits for them', async () => {
  const id = await received(utf8('Code INSEE;Courriel;Remarque\n59100;a@x.example;bonjour\n'))
  await checkImport(db, id)

  const { state, format, preview, mapping } = await findImport(db, id)
  assert.deepEqual([state, format, mapping], ['uploaded', 'columns', null])
  assert.deepEqual(preview, {
    header: ['Code INSEE', 'Courriel', 'Remarque'],
    rows: [['59100', 'a@x.example', 'bonjour']],
  })
})

test('a run killed at any batch and run again ends as one clean run', async () => {
  await imported(sheetOf(2500), { sourceLabel: 'Annuaire' })
  const clean = await live()
  for (const killedAfter of [0, 1, 2]) {
    await db.execute(sql`truncate contact_points, imports, import_findings`)
    const { id } = await checked(sheetOf(2500), { sourceLabel: 'Annuaire' })
    await releaseImport(db, id)

    await assert.rejects(runImport(db, id, killedAt(killedAfter)), /killed/)
    assert.equal((await live()).length, killedAfter * 1000)
    await runImport(db, id)

    const { state, applied } = await findImport(db, id)
    assert.deepEqual([state, applied.add], ['done', 2500])
    assert.deepEqual(await live(), clean)
  }
})

const killedAt = (batches: number) => {
  let asked = 0
  return {
    progress: async () => {},
    isStopped: async () => {
      if (asked++ === batches) throw new Error('killed')
      return false
    },
  }
}

test('two runs of the same import at once write each batch once', async () => {
  const { id } = await checked(sheetOf(2500), { sourceLabel: 'Annuaire' })
  await releaseImport(db, id)

  await Promise.all([runImport(db, id), runImport(db, id)])

  assert.equal((await findImport(db, id)).applied.add, 2500)
  assert.equal((await live()).length, 2500)
})

test('a run that is stopped keeps what it wrote, and resumes', async () => {
  const { id } = await checked(sheetOf(2500), { sourceLabel: 'Annuaire' })
  await releaseImport(db, id)
  let done = 0
  await runImport(db, id, { progress: async () => void done++, isStopped: async () => done === 1 })

  const stopped = await findImport(db, id)
  assert.deepEqual([stopped.state, stopped.applied.add], ['stopped', 1000])
  await releaseImport(db, id)
  await runImport(db, id)
  assert.deepEqual((await findImport(db, id)).applied.add, 2500)
})

test('a source that suddenly speaks of fewer than half its communes runs only on a person’s word', async () => {
  await imported(sheetOf(100), { sourceLabel: 'Annuaire' })
  const { id } = await checked(sheetOf(49, 'autre.example'), {
    sourceLabel: 'Annuaire',
    sourceDate: '2026-11-01',
  })

  assert.deepEqual(await releaseImport(db, id), { ok: false, reason: 'fewer-than-before' })
  const word = await releaseImport(db, id, { isShortAccepted: true })
  assert.equal(word.ok, true)
})

test('the same form posted twice makes one import', async () => {
  const id = newId()
  const wanted = {
    id,
    from: { url: 'https://x.example/a.csv' },
    format: null,
    sourceLabel: '',
    sourceDate: '2026-10-01',
    createdBy: 'Ana',
  }

  const first = await receiveImport(db, wanted, today)
  const second = await receiveImport(db, wanted, today)

  assert.deepEqual([first.ok && first.value.isNew, second.ok && second.value.isNew], [true, false])
})

test('a file that cannot be read is refused at the door, and nothing is kept', async () => {
  const id = newId()
  const from = { name: 'a.pdf', mediaType: '', bytes: utf8('%PDF-1.7') }
  const refused = await receiveImport(db, {
    id,
    from,
    format: null,
    sourceLabel: '',
    sourceDate: '2026-10-01',
    createdBy: 'Ana',
  })

  assert.deepEqual(refused, { ok: false, reason: 'pdf' })
  await assert.rejects(findImport(db, id), /n’existe pas/)
})

test('a file whose format cannot be told fails with a sentence', async () => {
  const { state, problem } = await checked(utf8('{"hello":"world"}'))

  assert.equal(state, 'failed')
  assert.match(problem ?? '', /d’aucun format connu/)
})
