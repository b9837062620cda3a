import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { sharesOf } from './fair-share.ts'
import { markOf, orderHelpers, type Standing, seedText } from './order.ts'

const fingerprint = (text: string) => createHash('sha256').update(text).digest('hex')
const seedOf = (day: number, about = 'file-server', place = '59172') =>
  fingerprint(seedText({ day: `day ${day}`, about, place })).slice(0, 16)
const order = (standings: readonly Standing[], seed = seedOf(0)) =>
  orderHelpers(standings, { seed, fingerprint })

const usual: Standing = {
  key: '552100554',
  fit: 'full',
  confirmedReferences: 1,
  serves: true,
  response: { asked: 4, answered: 4 },
}

const anybody = fc.record({
  fit: fc.constantFrom('full' as const, 'part' as const),
  confirmedReferences: fc.nat(9),
  serves: fc.constantFrom(true, false, null),
  response: fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => ({ asked: a + b, answered: b })),
})
const keyed = fc
  .tuple(
    fc.array(anybody, { minLength: 1, maxLength: 12 }),
    fc.uniqueArray(fc.stringMatching(/^[0-9]{9}$/), { minLength: 12, maxLength: 12 }),
  )
  .map(([bodies, keys]) => bodies.map((body, rank) => ({ ...body, key: keys[rank] ?? '' })))

test('four figures decide: served area, fit, confirmed references up to three, answers', () => {
  assert.equal(markOf(usual), '1211')
  assert.equal(markOf({ ...usual, serves: null }), '0211')
  assert.equal(markOf({ ...usual, fit: 'part', confirmedReferences: 12 }), '1131')
  assert.equal(markOf({ ...usual, response: { asked: 3, answered: 1 } }), '1210')
})

test('whoever was seldom asked is not behind, and one answer in two is enough', () => {
  assert.equal(markOf({ ...usual, response: { asked: 0, answered: 0 } }), '1211')
  assert.equal(markOf({ ...usual, response: { asked: 2, answered: 0 } }), '1211')
  assert.equal(markOf({ ...usual, response: { asked: 4, answered: 2 } }), '1211')
})

test('the greatest number is first, and nobody is lost or shown twice', () => {
  fc.assert(
    fc.property(keyed, (standings) => {
      const placed = order(standings)

      assert.deepEqual(placed.map(({ key }) => key).sort(), standings.map(({ key }) => key).sort())
      for (const [place, { mark, draw }] of placed.entries()) {
        const next = placed[place + 1]
        assert.ok(!next || mark > next.mark || (mark === next.mark && draw < next.draw))
      }
    }),
  )
})

test('whoever the order is asked by, in whatever order it is given, says the same', () => {
  fc.assert(
    fc.property(keyed, fc.infiniteStream(fc.nat()), (standings, random) => {
      const shuffled = standings
        .map((standing) => ({ standing, at: random.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ standing }) => standing)

      assert.deepEqual(order(shuffled), order(standings))
    }),
  )
})

test('keys given to others change no mark of the list, whatever the names and the identifiers', () => {
  fc.assert(
    fc.property(keyed, (standings) => {
      const turned = standings.map((standing, rank) => ({
        ...standing,
        key: standings[(rank + 1) % standings.length]?.key ?? '',
      }))

      const marks = (of: readonly Standing[]) => order(of).map(({ mark }) => mark)
      assert.deepEqual(marks(turned), marks(standings))
    }),
  )
})

test('nothing but the published figures is read: a name, a size or a payment slipped in changes nothing', () => {
  fc.assert(
    fc.property(keyed, fc.string(), fc.nat(), (standings, name, paid) => {
      const dressed = standings.map((standing, rank) => ({ ...standing, name: `${name}${rank}`, paid }))

      assert.deepEqual(order(dressed), order(standings))
    }),
  )
})

test('equals are each first their equal share of the draws', () => {
  const equals = ['552100554', '732829320', '40000', 'AAA', '019387'].map((key) => ({ ...usual, key }))
  const firsts = new Map<string, number>()
  const draws = 20_000
  for (let day = 0; day < draws; day++) {
    const first = order(equals, seedOf(day % 365, 'need', String(day)))[0]?.key ?? ''
    firsts.set(first, (firsts.get(first) ?? 0) + 1)
  }

  // five standard deviations of a fair draw: once in millions for a fair one, and the keys are fixed
  const allowed = 5 * Math.sqrt(draws * 0.2 * 0.8)
  for (const { key } of equals) assert.ok(Math.abs((firsts.get(key) ?? 0) - draws / 5) < allowed, key)
})

test('shares given add up to the fair ones, whatever the marks', () => {
  fc.assert(
    fc.property(keyed, (standings) => {
      const shares = sharesOf(order(standings))

      const sum = (which: 'given' | 'fair', of: 'first' | 'leading') =>
        shares.reduce((total, share) => total + share[which][of], 0)
      assert.ok(Math.abs(sum('given', 'first') - sum('fair', 'first')) < 1e-9)
      assert.ok(Math.abs(sum('given', 'leading') - sum('fair', 'leading')) < 1e-9)
    }),
  )
})

test('the words of the seed are the day, what is asked about and the place', () => {
  const words = { day: '2026-11-24', about: 'cimetiere', place: '59172' }

  assert.equal(seedText(words), 'beffroi/2026-11-24/cimetiere/59172')
})
