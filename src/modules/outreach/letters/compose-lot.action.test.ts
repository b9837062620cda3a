import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { openPdfPool } from '#platform/pdf/pdf-pool.ts'
import { date, letterTo, terms } from '#test/letters.ts'
import { safeArea, sweptArea } from '../envelopes/envelope.ts'
import { composeLot, previewLetter } from './compose-lot.action.ts'
import { composeLotCover } from './compose-lot-cover.action.ts'
import { explainLotRefusal, type Letter, type LotTerms, splitIntoLots } from './lot.ts'

const pool = openPdfPool({ size: 1 })
after(() => pool.close())

const lille = letterTo('Lille', '59000')
const bavay = letterTo('Bavay', '59570')

async function composed(letters: readonly Letter[], other: Partial<LotTerms> = {}) {
  const decision = await composeLot(pool, { ...terms, ...other, letters })
  assert.ok(decision.ok)
  return decision.value
}

// Each piece of text with its place on the page, in millimetres from the top left corner.
async function readPage(pdf: Uint8Array, number: number) {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise
  const page = await document.getPage(number)
  const { items } = await page.getTextContent()
  const toMillimetres = 25.4 / 72
  const texts = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , , size = 0, x = 0, y = 0] = item.transform as number[]
    return [
      {
        text: item.str,
        left: x * toMillimetres,
        right: (x + item.width) * toMillimetres,
        top: 297 - (y + size) * toMillimetres,
        bottom: 297 - y * toMillimetres,
      },
    ]
  })
  return { texts }
}

test('a lot is composed in the order of the postcodes, and twice the same gives the same bytes', async () => {
  const lot = await composed([bavay, lille])
  const again = await composed([lille, bavay])

  assert.deepEqual(lot.pages, [
    { deliveryId: 'delivery-Lille', from: 1, to: 1 },
    { deliveryId: 'delivery-Bavay', from: 2, to: 2 },
  ])
  assert.equal(lot.sha256, again.sha256)
})

test('the file is tagged and says it is PDF/UA-1', async () => {
  const { pdf } = await composed([lille])
  const file = Buffer.from(pdf ?? '').toString('latin1')

  assert.match(file, /\/Marked true/)
  assert.match(file, /<pdfuaid:part>1</)
})

test('the whole address shows through the window, and nothing else may', async () => {
  const { pdf } = await composed([letterTo('Téteghem-Coudekerque-Village', '59229')])
  const { texts } = await readPage(pdf ?? new Uint8Array(), 1)
  const safe = safeArea(terms.envelope)
  const swept = sweptArea(terms.envelope)
  const shown = texts.filter(
    ({ left, right, top, bottom }) =>
      right > swept.x && left < swept.x + swept.width && bottom > swept.y && top < swept.y + swept.height,
  )

  assert.equal(
    shown.map(({ text }) => text).join(' '),
    'MAIRIE DE TETEGHEM COUDEKERQUE VILLAGE 1 PLACE DE LA MAIRIE 59229 TETEGHEM COUDEKERQUE VILLAGE',
  )
  for (const { left, right, top, bottom } of shown) {
    assert.ok(left >= safe.x && right <= safe.x + safe.width)
    assert.ok(top >= safe.y - 0.5 && bottom <= safe.y + safe.height)
  }
})

test('an address that does not fit blocks the lot and names the commune', async () => {
  const long = letterTo('Bavay', '59570', '1 ANTICONSTITUTIONNELLEMENT ANTICONSTITUTIONNELLEMENT')
  const decision = await composeLot(pool, { ...terms, letters: [lille, long] })

  assert.ok(!decision.ok)
  assert.equal(decision.reason, 'line-too-long')
  assert.match(explainLotRefusal(decision), /^L’adresse de Bavay ne tient pas dans la fenêtre : « 1 ANTI/)
})

test('a letter of two pages carries its reference at the foot of the second', async () => {
  const body = terms.message.body.replace('{{mentions', `${'Une phrase de plus. '.repeat(200)}\n\n{{mentions`)
  const lot = await composed([bavay, lille], { message: { ...terms.message, body } })
  const { texts } = await readPage(lot.pdf ?? new Uint8Array(), 2)

  assert.deepEqual(
    lot.pages.map(({ from, to }) => [from, to]),
    [
      [1, 2],
      [3, 4],
    ],
  )
  assert.ok(texts.some(({ text, top }) => text.includes('59000 · 2/2') && top > 280))
})

test('a hostile name is printed as the name it is', async () => {
  for (const name of ['*a*', '#import', '<script>', '{{code}}', '"); #panic()']) {
    const { pdf } = await composed([{ ...lille, values: { ...lille.values, de_commune: `de ${name}` } }])
    const { texts } = await readPage(pdf ?? new Uint8Array(), 1)

    const said = texts
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s/g, '')
    assert.ok(said.includes(`Deslogicielslibrespourlamairiede${name}Madame`.replace(/\s/g, '')), name)
  }
})

test('a lot has at least one letter and at most a hundred', async () => {
  const many = (count: number) => Array.from({ length: count }, () => lille)

  assert.deepEqual(await composeLot(pool, { ...terms, letters: [] }), { ok: false, reason: 'no-letter' })
  assert.deepEqual(await composeLot(pool, { ...terms, letters: many(101) }), {
    ok: false,
    reason: 'too-many-letters',
  })
  assert.deepEqual(
    splitIntoLots(many(201)).map(({ length }) => length),
    [100, 100, 1],
  )
})

test('one letter can be looked at before anything is sent, and a lot gets its cover sheet', async () => {
  const preview = await previewLetter(pool, lille, terms)
  assert.ok(preview.ok)
  const cover = await composeLotCover(pool, {
    rank: 1,
    lotCount: 1,
    waveTitle: 'Vague 1',
    senderName: 'Centre de gestion',
    envelope: terms.envelope,
    letters: [lille],
    composed: preview.value,
    date,
  })
  const { texts } = await readPage(cover, 1)
  const said = texts.map(({ text }) => text).join(' ')

  for (const words of ['Lot 1 sur 1', '59000 Lille', '10 g', 'Imprimé'])
    assert.ok(said.includes(words), words)
})
