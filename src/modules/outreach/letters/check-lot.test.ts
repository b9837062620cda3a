import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { compilePdf } from '#platform/pdf/compile-pdf.ts'
import { openPdfPool } from '#platform/pdf/pdf-pool.ts'
import { composeWrongly, faultsOf, spoilings, withinRules } from '#test/bad-letters.ts'
import { letterTo, terms } from '#test/letters.ts'
import { envelopes, sweptArea } from '../envelopes/envelope.ts'
import { checkLot, explainCheck, hasPassed } from './check-lot.action.ts'
import { composeLot } from './compose-lot.action.ts'
import type { Letter } from './lot.ts'
import { explainFault } from './page-fault.ts'

const pool = openPdfPool({ size: 1 })
after(() => pool.close())

const lille = letterTo('Lille', '59000')
const bavay = letterTo('Bavay', '59570')
const longest = letterTo('Téteghem-Coudekerque-Village', '59229')

async function check(letters: readonly Letter[], other: Partial<typeof terms> = {}) {
  const lot = { ...terms, ...other }
  const composed = await composeLot(pool, { ...lot, letters })
  assert.ok(composed.ok)
  const { pages, pdf = new Uint8Array() } = composed.value
  return checkLot(pool, { terms: lot, letters, pages, pdf })
}

// Whatever the page, this file says that it holds this letter.
const checkFile = (letter: Letter, pdf: Uint8Array, to = 1) =>
  checkLot(pool, { terms, letters: [letter], pages: [{ deliveryId: letter.deliveryId, from: 1, to }], pdf })

const { x, y, width, height } = sweptArea(terms.envelope)
const swept = { left: x, right: x + width, top: y, bottom: y + height }

test('every page of a lot passes on each of the usual envelopes, and the margins left are told', async () => {
  for (const envelope of Object.values(envelopes)) {
    const found = await check([lille, bavay, longest], { envelope })

    assert.ok(hasPassed(found), explainCheck(found))
    assert.equal(found.pageCount, 3)
    assert.ok(Object.values(found.addressMargins).every((margin) => margin > 0 && margin < 100))
    assert.ok(found.othersMargin > 3)
  }
})

test('the pages of a letter that follow the first pass with their reference, and are caught without', async () => {
  const body = terms.message.body.replace('{{mentions', `${'Une phrase de plus. '.repeat(200)}\n\n{{mentions`)
  const found = await check([bavay, lille], { message: { ...terms.message, body } })
  assert.ok(hasPassed(found), explainCheck(found))
  assert.equal(found.pageCount, 4)

  const unfooted = composeWrongly({ ...terms, message: { ...terms.message, body } }, lille, {})
  const { faults } = await checkFile(lille, unfooted, 2)
  assert.deepEqual(
    faults.map(({ reason, page }) => [reason, page]),
    [['no-reference', 2]],
  )
})

test('one millimetre over the edge is caught, whatever crosses it; a hair within is not', async () => {
  const { addressMargins: room } = await check([longest])

  for (const { name, expected, change } of spoilings(room, swept)) {
    const faults = await faultsOf(pool, terms, longest, change)
    assert.ok(
      faults.some(({ reason }) => reason === expected),
      `${name} : ${faults.map(explainFault).join(' ') || 'rien'}`,
    )
  }
  for (const change of withinRules(room)) assert.deepEqual(await faultsOf(pool, terms, longest, change), [])
})

test('a fault names the page, the commune, what is where and by how much, in millimetres', async () => {
  const { addressMargins: room } = await check([longest])
  const [fault] = await faultsOf(pool, terms, longest, { dx: room.right + 1 })

  assert.ok(fault)
  assert.match(
    explainFault(fault),
    /^Page 1, Téteghem-Coudekerque-Village : l’adresse sort de ce que la fenêtre montre toujours, de 1 mm à droite \(elle est de [\d,]+ à 191 mm du bord gauche et de [\d,]+ à [\d,]+ mm du haut\)\.$/,
  )
})

test('the square of another letter, one too small, and one with something in its white are caught', async () => {
  const other = await checkFile({ ...lille, code: bavay.code }, composeWrongly(terms, lille, {}))
  assert.deepEqual(
    other.faults.map(({ reason }) => reason),
    ['other-square'],
  )

  const small = await faultsOf(pool, terms, lille, {
    template: (source) => source.replaceAll('width: 22mm', 'width: 19mm'),
  })
  assert.deepEqual(
    small.map(({ reason }) => reason),
    ['small-square'],
  )

  const crowded = await faultsOf(pool, terms, lille, {
    template: (source) => source.replace('pad(left: 28mm', 'pad(left: 24mm'),
  })
  assert.deepEqual(
    crowded.map(({ reason }) => reason),
    ['no-quiet-zone'],
  )
})

test('a page without text, one that is not A4, and a page too many are refused with a sentence', async () => {
  const page = (source: string) => compilePdf({ main: source, timestamp: terms.date }).bytes
  const blank = await checkFile(lille, page('#set document(title: "x")\n#rect(width: 3mm)'))
  const small = await checkFile(lille, page('#set document(title: "x")\n#set page(paper: "a5")\nBonjour'))
  const two = await checkFile(lille, page('#set document(title: "x")\nA\n#pagebreak()\nB'))

  assert.match(explainCheck(blank), /^Page 1, Lille : la page ne porte aucun texte\.$/)
  assert.match(explainCheck(small), /la feuille mesure 148 × 210 mm au lieu d’une A4/)
  assert.equal(hasPassed(two), false)
  assert.match(explainCheck(two), /Le fichier compte 2 pages au lieu de 1/)
})

test('something under the stamp, and an address that is not there, are caught', async () => {
  const stamped = await faultsOf(pool, terms, lille, {
    template: (source) =>
      source.replace('at(4mm, 198mm, fold-mark)', 'at(170mm, 20mm, rect(width: 3mm, height: 3mm))'),
  })
  const missing = await faultsOf(pool, terms, lille, {
    template: (source) => source.replace('lines(letter.lines,', 'lines(("MAIRIE",),'),
  })

  assert.deepEqual(
    stamped.map(({ reason }) => reason),
    ['franking'],
  )
  assert.deepEqual(
    missing.map(({ reason }) => reason),
    ['address-missing', 'intruder'],
  )
})
