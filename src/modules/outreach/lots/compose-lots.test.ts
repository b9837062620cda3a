import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { loadFile } from '#platform/files/stored-files.ts'
import { newId } from '#platform/ids.ts'
import { latestWork } from '#platform/jobs/works.ts'
import { readPages } from '#platform/pdf/read-pages.ts'
import { sharedPdfPool } from '#platform/pdf/shared-pool.ts'
import { launchReadyWave } from '#test/ready-wave.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { freshWorld } from '#test/world.ts'
import { mendAddress } from '../deliveries/mend-address.action.ts'
import { listMessages, seedMessages } from '../messages/messages.queries.ts'
import { opposeTownHall } from '../oppositions/oppose.action.ts'
import { insertWave } from '../waves/waves.queries.ts'
import { composeLots } from './compose-lots.job.ts'
import { composeOneLot } from './compose-one-lot.action.ts'
import { findLot, lettersOf, listLots } from './lots.queries.ts'
import { markLot } from './mark-lot.action.ts'
import { reprintFile, reprintLetters } from './reprint-letters.action.ts'
import { listReprints } from './reprints.queries.ts'

let now = new Date('2026-11-02T09:00:00Z')
const world = await freshWorld({ clock: () => now })
const { db } = world
after(() => sharedPdfPool().close())

const { programmeId } = await foundProgramme(db)
await addTownHalls(db, programmeId, [
  { insee: '59002', name: 'Abscon', nameType: 1, postalCodes: ['59215'] },
  {
    insee: '59153',
    name: 'Condé-sur-l’Escaut',
    address: '1 place Pierre Delcourt\n59163 CONDE SUR L ESCAUT',
  },
  { insee: '59172', name: 'Denain', address: 'Place Wilson\n59220 DENAIN' },
])
await seedMessages(db, now)
const letter = (await listMessages(db)).find(({ name }) => name.includes('lettre'))?.id ?? ''

async function launched() {
  now = new Date(now.getTime() + 42 * 24 * 3600 * 1000)
  const id = newId()
  await insertWave(
    db,
    id,
    { name: 'Première vague', messageId: letter, channel: 'letter', filters: {}, recentDays: 30 },
    'Claire',
    now,
  )
  const decision = await launchReadyWave(world, id, 'Claire')
  assert.equal(decision.ok, true)
  const work = await latestWork(db, 'outreach.compose-lots', id)
  const [lot] = await listLots(db, id)
  assert.ok(work && lot)
  return { waveId: id, workId: work.id, lotId: lot.id }
}
const statesOf = async (lotId: string) => (await lettersOf(db, lotId)).map(({ state }) => state)

test('the letters of a wave are composed in lots, each letter with its pages, and twice gives the same file', async () => {
  const { waveId, workId, lotId } = await launched()
  await composeLots.run({ waveId, workId }, world)
  const first = await findLot(db, lotId)
  await composeOneLot(world, lotId)
  const second = await findLot(db, lotId)

  assert.equal(first.state, 'composed')
  assert.ok(first.fileId && first.sha256)
  assert.equal(second.sha256, first.sha256)
  const letters = await lettersOf(db, lotId)
  assert.deepEqual(
    letters.map(({ insee, firstPage }) => [insee, firstPage]),
    [
      ['59153', 1],
      ['59002', 2],
      ['59172', 3],
    ],
  )
  assert.equal((await latestWork(db, 'outreach.compose-lots', waveId))?.state, 'done')
})

test('an address that does not fit blocks the lot, names the commune, and is mended without losing the others', async () => {
  const { waveId, workId, lotId } = await launched()
  const denain = (await lettersOf(db, lotId)).find(({ insee }) => insee === '59172')
  const tooLong = {
    recipient: 'Mairie de Denain',
    building: 'Résidence de la très longue promenade du château',
    postcode: '59220',
    deliveryLabel: 'Denain',
  }
  await db.execute(
    sql`update deliveries set postal_address = ${JSON.stringify(tooLong)}::jsonb where id = ${denain?.id}`,
  )
  await composeLots.run({ waveId, workId }, world)

  const blocked = await findLot(db, lotId)
  assert.equal(blocked.state, 'blocked')
  assert.match(blocked.problem ?? '', /Denain/)
  assert.deepEqual(await markLot(world, lotId, { step: 'printed', by: 'Claire' }), {
    ok: false,
    reason: 'not-composed',
  })

  const mended = { lines: 'Mairie de Denain\nPlace Wilson\n59220 Denain', by: 'Claire' }
  assert.equal((await mendAddress(world, denain?.id ?? '', mended)).ok, true)
  await composeOneLot(world, lotId)
  assert.equal((await findLot(db, lotId)).state, 'composed')
  assert.deepEqual(await statesOf(lotId), ['composed', 'composed', 'composed'])
})

test('a lot is composed only when each of its pages was read again; a page that fails blocks it, and says where', async () => {
  const { waveId, workId, lotId } = await launched()
  const operatorAddress = `1\n2\n3\n${'valléesdelascarpeetdelescaut'.repeat(2)}\n59000 Lille`
  await db.execute(sql`update waves set frozen_sender = frozen_sender || ${JSON.stringify({ operatorAddress })}::jsonb
    where id = ${waveId}`)
  await composeLots.run({ waveId, workId }, world)
  const blocked = await findLot(db, lotId)

  assert.equal(blocked.state, 'blocked')
  assert.match(
    blocked.problem ?? '',
    /^Page 1, Condé-sur-l’Escaut : le texte « .+ » peut apparaître dans la fenêtre, de \d/,
  )
  assert.equal(blocked.checkedAt, null)

  await db.execute(
    sql`update waves set frozen_sender = frozen_sender || '{"operatorAddress": "59000 Lille"}' where id = ${waveId}`,
  )
  await composeOneLot(world, lotId)
  const mended = await findLot(db, lotId)
  assert.deepEqual([mended.state, mended.checkedPages, mended.checkedAt], ['composed', 3, now])
  assert.ok((mended.checkMargins?.address ?? 0) > 0)
})

test('a lot is printed, enclosed and posted; posting is told in the journal and said once', async () => {
  const { waveId, workId, lotId } = await launched()
  await composeLots.run({ waveId, workId }, world)
  const posting = {
    on: new Date(now.getTime() - 24 * 3600 * 1000).toISOString().slice(0, 10),
    proof: 'bordereau 12',
  }

  assert.equal((await markLot(world, lotId, { step: 'printed', by: 'Claire' })).ok, true)
  assert.equal((await markLot(world, lotId, { step: 'enclosed', by: 'Claire' })).ok, true)
  const tomorrow = { on: '2099-01-01', proof: '' }
  assert.deepEqual(await markLot(world, lotId, { step: 'posted', by: 'Claire', posting: tomorrow }), {
    ok: false,
    reason: 'posting-date',
  })
  assert.equal((await markLot(world, lotId, { step: 'posted', by: 'Claire', posting })).ok, true)
  assert.deepEqual(await markLot(world, lotId, { step: 'posted', by: 'Karim', posting }), {
    ok: false,
    reason: 'already-done',
  })

  assert.deepEqual(new Set(await statesOf(lotId)), new Set(['posted']))
  const told = await db.execute<{ sentence: string; stage: string }>(sql`
    select j.sentence, s.stage from journal_entries j join commune_stages s using (insee)
    where j.insee = '59172' and j.kind = 'letter-posted'`)
  assert.equal(told.length, 1)
  assert.match(told[0]?.sentence ?? '', /^Lettre « .+ » postée à la mairie de Denain$/)
  assert.equal(told[0]?.stage, 'written')
})

test('a letter whose town hall opposes after printing is taken out of the lot, and is not posted', async () => {
  const { waveId, workId, lotId } = await launched()
  await composeLots.run({ waveId, workId }, world)
  await markLot(world, lotId, { step: 'printed', by: 'Claire' })
  await db.transaction((tx) =>
    opposeTownHall(tx, { insee: '59153', channel: 'letter', origin: 'téléphone', at: now }),
  )
  await markLot(world, lotId, { step: 'enclosed', by: 'Claire' })

  assert.deepEqual(await statesOf(lotId), ['excluded', 'enclosed', 'enclosed'])
})

const spoiled = (pages: string) => ({ id: newId(), pages, reason: 'bourrage', by: 'Karim' })

test('spoiled pages are printed again alone: the same pages, with who and why on each letter', async () => {
  const { waveId, workId, lotId } = await launched()
  await composeLots.run({ waveId, workId }, world)
  assert.deepEqual(await reprintLetters(world, lotId, spoiled('2')), { ok: false, reason: 'not-printed' })
  await markLot(world, lotId, { step: 'printed', by: 'Claire' })

  const asked = spoiled('page 2')
  const decision = await reprintLetters(world, lotId, asked)
  await reprintLetters(world, lotId, asked)

  assert.ok(decision.ok)
  const { fileId } = await findLot(db, lotId)
  const whole = await readPages((await loadFile(db, fileId ?? '')).bytes)
  assert.deepEqual(await readPages(await reprintFile(world, decision.value)), [whole[1]])
  assert.deepEqual(
    (await listReprints(db, lotId)).map(({ pages, letters, reason, byWhom }) => [
      pages,
      letters,
      reason,
      byWhom,
    ]),
    [[[2], 1, 'bourrage', 'Karim']],
  )
  const told = await db.execute<{ insee: string }>(sql`
    select d.insee from delivery_events e join deliveries d on d.id = e.delivery_id
    where e.kind = 'reprinted' and d.lot_id = ${lotId} order by d.first_page`)
  assert.deepEqual(
    told.map(({ insee }) => insee),
    ['59172'],
  )
  assert.deepEqual(await statesOf(lotId), ['printed', 'printed'])
})

test('a page beyond the lot, a letter taken out, and a lot that is posted are not printed again', async () => {
  const { waveId, workId, lotId } = await launched()
  await composeLots.run({ waveId, workId }, world)
  await markLot(world, lotId, { step: 'printed', by: 'Claire' })
  const [first] = await lettersOf(db, lotId)

  assert.deepEqual(await reprintLetters(world, lotId, spoiled('4')), { ok: false, reason: 'not-in-lot' })
  assert.deepEqual(await reprintLetters(world, lotId, spoiled('toutes')), { ok: false, reason: 'not-pages' })
  await db.execute(sql`update deliveries set state = 'excluded', reason = 'opposed' where id = ${first?.id}`)
  assert.deepEqual(await reprintLetters(world, lotId, spoiled('1')), { ok: false, reason: 'taken-out' })

  await markLot(world, lotId, { step: 'enclosed', by: 'Claire' })
  const posting = { on: now.toISOString().slice(0, 10), proof: '', takenOut: true }
  await markLot(world, lotId, { step: 'posted', by: 'Claire', posting })
  assert.deepEqual(await reprintLetters(world, lotId, spoiled('2')), { ok: false, reason: 'already-posted' })
})

test('of two people who post the same lot at once one does, and the piece that proves it is kept', async () => {
  const { waveId, workId, lotId } = await launched()
  await composeLots.run({ waveId, workId }, world)
  await markLot(world, lotId, { step: 'printed', by: 'Claire' })
  await markLot(world, lotId, { step: 'enclosed', by: 'Claire' })
  const file = { name: 'bordereau.png', mediaType: 'image/png', bytes: Uint8Array.of(1, 2, 3) }
  const posting = { on: now.toISOString().slice(0, 10), proof: 'bordereau 12', takenOut: true, file }

  const said = await Promise.all(
    ['Claire', 'Karim'].map((by) => markLot(world, lotId, { step: 'posted', by, posting })),
  )

  assert.deepEqual(said.map(({ ok }) => ok).sort(), [false, true])
  const { postingFileId, postingProof } = await findLot(db, lotId)
  assert.deepEqual(await loadFile(db, postingFileId ?? ''), { ...file, bytes: Buffer.from(file.bytes) })
  assert.equal(postingProof, 'bordereau 12')
  assert.equal(
    (await lettersOf(db, lotId)).every(({ state }) => state !== 'enclosed'),
    true,
  )
})

test('the envelope of a wave decides what fits: six lines do not in a low window, and the town hall is named', async () => {
  const lowWindow = '00000000-0000-7000-8000-000000000004'
  const { waveId, workId, lotId } = await launched()
  await db.execute(sql`update waves set envelope_id = ${lowWindow} where id = ${waveId}`)
  const denain = (await lettersOf(db, lotId)).find(({ insee }) => insee === '59172')
  const five = 'Mairie de Denain\nService courrier\nPlace Wilson\nBP 12\n59220 Denain'
  const six = five.replace('Place', 'Bâtiment A\nPlace')

  assert.deepEqual(await mendAddress(world, denain?.id ?? '', { lines: six, by: 'Claire' }), {
    ok: false,
    reason: 'does-not-fit',
  })
  assert.equal((await mendAddress(world, denain?.id ?? '', { lines: five, by: 'Claire' })).ok, true)
  await composeLots.run({ waveId, workId }, world)
  assert.equal((await findLot(db, lotId)).state, 'composed')

  const parts = { recipient: 'Mairie', service: 'A', building: 'B', street: 'C', deliveryPoint: 'BP 1' }
  const whole = JSON.stringify({ ...parts, postcode: '59220', deliveryLabel: 'Denain' })
  await db.execute(sql`update deliveries set postal_address = ${whole}::jsonb where id = ${denain?.id}`)
  await composeOneLot(world, lotId)
  const blocked = await findLot(db, lotId)
  assert.equal(blocked.state, 'blocked')
  assert.match(
    blocked.problem ?? '',
    /L’adresse de Denain a trop de lignes pour la fenêtre de cette enveloppe/,
  )
})
