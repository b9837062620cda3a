import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inCapitals, normaliseAddress, townHallAddress, traceAddress } from './postal-address.ts'

const lille = { recipient: 'Mairie de Lille', postcode: '59000', deliveryLabel: 'LILLE' }
const street = (text: string) => normaliseAddress({ ...lille, street: text })

test('a town hall is addressed in capitals, without accent, punctuation or empty line', () => {
  const parts = townHallAddress({
    ofCommune: 'd’Étrœungt',
    streetLines: ['12 bis, rue de l’Église', 'BP 12'],
    postcode: '59219',
    deliveryLabel: 'ETROEUNGT',
  })

  assert.deepEqual(normaliseAddress(parts), {
    ok: true,
    lines: ['MAIRIE D ETROEUNGT', '12 BIS RUE DE L EGLISE', 'BP 12', '59219 ETROEUNGT'],
    steps: [
      { line: 1, from: 'Mairie d’Étrœungt', to: 'MAIRIE D ETROEUNGT', why: 'capitales sans accent' },
      {
        line: 4,
        from: '12 bis, rue de l’Église',
        to: '12 BIS RUE DE L EGLISE',
        why: 'capitales sans accent',
      },
    ],
  })
})

test('the locality is printed as the postal file gives it, hyphens as spaces', () => {
  const st = normaliseAddress({ ...lille, postcode: '59199', deliveryLabel: 'BRUILLE-ST-AMAND' })
  const saint = normaliseAddress({ ...lille, postcode: '59111', deliveryLabel: 'LIEU-SAINT-AMAND' })

  assert.equal(st.ok && st.lines.at(-1), '59199 BRUILLE ST AMAND')
  assert.equal(saint.ok && saint.lines.at(-1), '59111 LIEU SAINT AMAND')
})

test('a street of 32 characters stays whole, of 33 is abbreviated', () => {
  const whole = street('12 AVENUE DU GENERAL DE LA PORTE')
  const short = street('123 AVENUE DU GENERAL DE LA PORTE')

  assert.equal('12 AVENUE DU GENERAL DE LA PORTE'.length, 32)
  assert.ok(whole.ok && whole.lines.includes('12 AVENUE DU GENERAL DE LA PORTE'))
  assert.ok(short.ok && short.lines.includes('123 AV DU GENERAL DE LA PORTE'))
  assert.deepEqual(short.ok && short.steps.at(-1), {
    line: 4,
    from: 'AVENUE',
    to: 'AV',
    why: 'type de voie abrégé',
  })
})

test('abbreviations come one at a time, in order, and stop as soon as the street fits', () => {
  const shortened = street('12 BOULEVARD DU GENERAL CHARLES DE SAINT EXUPERY')

  assert.ok(shortened.ok)
  assert.deepEqual(
    shortened.steps.filter(({ line }) => line === 4).map(({ from, to }) => `${from}→${to}`),
    ['BOULEVARD→BD', 'GENERAL→GAL', 'SAINT→ST', 'CHARLES→C'],
  )
  assert.ok(shortened.lines.includes('12 BD DU GAL C DE ST EXUPERY'))
})

test('the last word of a street is never abbreviated', () => {
  const shortened = street('1 RUE DE LA VIEILLE EGLISE DU GRAND BOULEVARD')

  assert.ok(shortened.ok)
  assert.ok(shortened.lines[1]?.endsWith(' BOULEVARD'))
})

test('a line of 38 characters passes, of 39 blocks and is named', () => {
  const service = 'A'.repeat(38)

  assert.ok(normaliseAddress({ ...lille, service }).ok)
  assert.deepEqual(normaliseAddress({ ...lille, service: `${service}B` }), {
    ok: false,
    reason: 'line-too-long',
    proposal: undefined,
    line: `${service}B`,
    number: 2,
  })
})

test('a street that no abbreviation can shorten is refused, never cut', () => {
  const refused = street('1 ANTICONSTITUTIONNELLEMENT ANTICONSTITUTIONNELLEMENT')

  assert.equal(refused.ok, false)
})

test('a commune whose name exceeds the line loses its SAINTs, then leaves MAIRIE alone', () => {
  const recipientOf = (ofCommune: string) =>
    townHallAddress({ ofCommune, streetLines: [], postcode: '51290', deliveryLabel: 'X' }).recipient

  assert.equal(recipientOf('de Téteghem-Coudekerque-Village'), 'Mairie de Téteghem-Coudekerque-Village')
  assert.equal(recipientOf('de Saint-Maximin-la-Sainte-Baume'), 'MAIRIE DE ST MAXIMIN LA STE BAUME')
  assert.equal(recipientOf('de Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson'), 'MAIRIE')
})

test('whatever is typed, a block has at most six lines of at most 38 plain capitals', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 })
  fc.assert(
    fc.property(text, text, text, (service, building, deliveryPoint) => {
      const block = normaliseAddress({ ...lille, service, building, deliveryPoint })
      if (!block.ok) return

      assert.ok(block.lines.length <= 6)
      for (const line of block.lines) assert.match(line, /^[A-Z0-9]+( [A-Z0-9]+)*$/)
    }),
  )
  assert.equal(inCapitals('Œuf & æther, L’Haÿ-les-Roses'), 'OEUF AETHER L HAY LES ROSES')
})

test('each line tells how it was made, step by step, and gives back what was typed', () => {
  const traced = traceAddress({
    recipient: 'Mairie de Saint-Amand',
    street: '125 boulevard du Général de Gaulle prolongé',
    postcode: '59230',
    deliveryLabel: 'Saint-Amand-les-Eaux',
  })
  const street = traced[3]

  assert.equal(street?.given, '125 boulevard du Général de Gaulle prolongé')
  assert.equal(street?.printed, '125 BD DU GAL DE GAULLE PROLONGE')
  assert.deepEqual(
    street?.steps.map(({ from, to, why }) => [from, to, why]),
    [
      [
        '125 boulevard du Général de Gaulle prolongé',
        '125 BOULEVARD DU GENERAL DE GAULLE PROLONGE',
        'capitales sans accent',
      ],
      ['BOULEVARD', 'BD', 'type de voie abrégé'],
      ['GENERAL', 'GAL', 'titre abrégé'],
    ],
  )
  assert.equal(traced[5]?.printed, '59230 SAINT AMAND LES EAUX')
})

test('a line of the recipient that is too long is refused with a shorter one, for a person to take or leave', () => {
  const parts = {
    recipient: 'Mairie',
    street: '1 place de la Mairie',
    postcode: '59000',
    deliveryLabel: 'Lille',
  }
  const long = normaliseAddress({ ...parts, building: 'Résidence du Général Leclerc, Saint-Sauveur' })
  const hopeless = normaliseAddress({ ...parts, service: 'Anticonstitutionnellement interdépartementale' })

  assert.deepEqual(long, {
    ok: false,
    reason: 'line-too-long',
    line: 'RESIDENCE DU GENERAL LECLERC SAINT SAUVEUR',
    number: 3,
    proposal: 'RES DU GENERAL LECLERC SAINT SAUVEUR',
  })
  assert.equal(!hopeless.ok && hopeless.proposal, undefined)
})
