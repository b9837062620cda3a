import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { readPages } from '#platform/pdf/read-pages.ts'
import { sharedPdfPool } from '#platform/pdf/shared-pool.ts'
import { openDoor, withoutFrance } from '#test/visit.ts'
import { testSheet } from './draw-test-sheet.action.ts'
import { envelopes, safeArea, sweptArea } from './envelope.ts'
import { listEnvelopes } from './envelopes.queries.ts'

const door = await openDoor(withoutFrance)
const operator = door.as('operator')
after(() => sharedPdfPool().close())

const measure = {
  once: '01890000-0000-7000-8000-0000000000aa',
  name: 'DL de la mairie',
  width: '220',
  height: '110 mm',
  windowWidth: '90',
  windowHeight: '38,5',
  fromRight: '22',
  fromBottom: '21,5',
  foldedHeight: '99',
  measuredOn: '2026-01-05',
}

test('the four usual envelopes are offered, with the figures they come from', async () => {
  const found = await listEnvelopes(door.world.db)

  assert.deepEqual(
    found.map(({ envelope: { name, measuredBy } }) => [name, measuredBy]),
    ['DL, fenêtre 100 × 45', 'DL, fenêtre 100 × 35', 'C5/6, fenêtre 100 × 45', 'C5/6, fenêtre 100 × 35'].map(
      (name) => [name, 'Cotes de fabricants'],
    ),
  )
})

test('an envelope is measured once, with commas and millimetres as people write them', async () => {
  await operator.post('/envelopes', measure)
  await operator.post('/envelopes', measure)
  const { text } = await operator.get('/envelopes')
  const kept = (await listEnvelopes(door.world.db)).filter(({ envelope }) => envelope.name === measure.name)

  assert.equal(kept.length, 1)
  assert.equal(kept[0]?.envelope.windowHeight, 38.5)
  assert.match(text, /DL de la mairie/)
})

test('a window outside the envelope is refused beside its field, and nothing typed is lost', async () => {
  const answer = await operator.post('/envelopes', {
    ...measure,
    once: '',
    fromRight: '150',
    fromBottom: '21,5',
  })

  assert.equal(answer.status, 422)
  assert.match(answer.text, /La fenêtre sort de l’enveloppe par la gauche/)
  assert.match(answer.text, /value="21,5"/)
})

test('an envelope that is retired is offered no more, and is still shown', async () => {
  const found = (await listEnvelopes(door.world.db)).find(({ envelope }) => envelope.name === measure.name)
  await operator.post(`/envelopes/${found?.envelope.id}/retirement`)
  const list = await operator.get('/envelopes')
  const form = await operator.get('/waves/new')

  assert.match(list.text, /N’est plus proposée/)
  assert.doesNotMatch(form.text, /DL de la mairie/)
})

test('the test sheet draws both areas and its ruler at their true size', async () => {
  const [page] = await readPages(await testSheet(envelopes.c56w45, new Date('2026-01-05')))
  const drawn = (page?.marks ?? []).flatMap((mark) => (mark.kind === 'drawing' ? [mark.box] : []))
  const isDrawn = ({ x, y, width, height }: ReturnType<typeof safeArea>) =>
    drawn.some(
      (box) =>
        Math.abs(box.left - x) < 0.3 &&
        Math.abs(box.top - y) < 0.3 &&
        Math.abs(box.right - x - width) < 0.3 &&
        Math.abs(box.bottom - y - height) < 0.3,
    )

  assert.ok(isDrawn(safeArea(envelopes.c56w45)))
  assert.ok(isDrawn(sweptArea(envelopes.c56w45)))
  assert.ok(drawn.some(({ left, right }) => Math.abs(right - left - 100) < 0.5))
})
