import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { launchReadyWave, readyWave } from '#test/ready-wave.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { openDoor, withoutFrance } from '#test/visit.ts'
import { freshWorld } from '#test/world.ts'
import { listMessages, seedMessages } from '../messages/messages.queries.ts'
import { prepareLaunch } from '../waves/prepare-launch.action.ts'
import { findWave, insertWave, updateDraft, type WaveChoices } from '../waves/waves.queries.ts'
import { listPrices } from './postage.queries.ts'

const door = await openDoor(withoutFrance)
const { db } = door.world
const operator = door.as('operator')
const tariff = {
  kind: 'stamp',
  product: 'Lettre verte',
  upToGrams: '20',
  price: '1,52',
  validFrom: '2026-01-01',
  source: 'laposte.example, relevé le 5 janvier 2026',
}

test('the prices the project knows are there, marked to be verified', async () => {
  const { text } = await operator.get('/postage')

  assert.match(text, /Lettre verte/)
  assert.match(text, /En vigueur, à vérifier/)
  assert.match(text, /400 plis/)
})

test('a tariff is recorded at its date with its source, and the same date twice is refused', async () => {
  await operator.post('/postage', tariff)
  const twice = await operator.post('/postage', { ...tariff, price: '1,60' })
  const past = await operator.post('/postage', { ...tariff, validFrom: '2023-01-01' })
  const prices = (await listPrices(db)).filter(({ product }) => product === 'Lettre verte')

  for (const refused of [twice, past]) {
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Un prix est déjà inscrit pour ce produit depuis ce jour/)
  }
  assert.match(twice.text, /value="1,60"/)
  assert.deepEqual(
    prices.map(({ cents, validFrom }) => [cents, validFrom]),
    [
      [152, '2026-01-01'],
      [116, '2023-01-01'],
    ],
  )
})

test('a price that is none, and a stamp without a weight, are told beside their field', async () => {
  const answer = await operator.post('/postage', { ...tariff, price: 'cher', upToGrams: '' })

  assert.equal(answer.status, 422)
  assert.match(answer.text, /Écrivez un prix en euros/)
  const unweighed = await operator.post('/postage', { ...tariff, upToGrams: '' })
  assert.equal(unweighed.status, 422)
  assert.match(unweighed.text, /écrivez-le en grammes/)
})

test('a recorded price is never rewritten, not even by SQL', async () => {
  await assert.rejects(db.execute(sql`update postage_prices set cents = 1`), (error: Error) =>
    /never rewritten/.test(String(error.cause ?? error)),
  )
})

test('letters over the budget do not leave, until the budget or the audience changes', async () => {
  const now = new Date('2026-11-02T09:00:00Z')
  const world = await freshWorld({ clock: () => now })
  const { programmeId } = await foundProgramme(world.db)
  await addTownHalls(world.db, programmeId, [
    { insee: '59002', name: 'Abscon', nameType: 1, postalCodes: ['59215'] },
    { insee: '59172', name: 'Denain', address: 'Place Wilson\n59220 DENAIN' },
  ])
  await seedMessages(world.db, now)
  const messageId = (await listMessages(world.db)).find(({ name }) => name.includes('lettre'))?.id ?? ''
  const id = newId()
  const choices: WaveChoices = {
    name: 'Vague',
    messageId,
    channel: 'letter',
    filters: {},
    recentDays: 30,
    letterBudgetCents: 249,
  }
  await insertWave(world.db, id, choices, 'Claire', now)
  await readyWave(world, id)
  const budgetLine = async () => {
    const { lines } = await prepareLaunch(world.db, world, await findWave(world.db, id))
    return lines.find((line) => line.id === 'budget')
  }

  const over = await budgetLine()
  assert.equal(over?.isReady, false)
  assert.match(over?.sentence ?? '', /2 lettres d’une feuille à 1,25.€ .+ : 2,50.€\. Le budget est de 2,49.€/)
  assert.deepEqual(await launchReadyWave(world, id), { ok: false, reason: 'not-ready' })

  await updateDraft(world.db, id, { ...choices, postageProduct: 'Destineo' })
  const unknown = await budgetLine()
  assert.equal(unknown?.isReady, false)
  assert.match(unknown?.sentence ?? '', /Aucun prix n’est en vigueur pour affranchissement \(« Destineo »\)/)
  assert.match(unknown?.whoMends ?? '', /L’opérateur inscrit le tarif/)

  await updateDraft(world.db, id, { ...choices, postageProduct: 'Lettre verte', letterBudgetCents: 250 })
  assert.equal((await budgetLine())?.isReady, true)
})
