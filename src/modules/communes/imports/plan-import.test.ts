import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ImportPlan } from './change.ts'
import { isSuspiciouslyShort } from './completeness.ts'
import { countFindings, findingsOf, opposedIn } from './finding.ts'
import { changes } from './import.ts'
import type { KnownContactPoint, KnownFacts } from './known-facts.ts'
import type { ContactPointObservation, MayorObservation, Observation } from './observation.ts'
import { planImport } from './plan-import.ts'

const nothing: KnownFacts = { contactPoints: [], mayors: [], contours: [] }
const email = (value: string, more: Partial<ContactPointObservation> = {}): ContactPointObservation => ({
  fact: 'contact-point',
  row: 2,
  insee: '59100',
  sourceDate: '2026-10-01',
  kind: 'email',
  value,
  label: null,
  rank: 1,
  ...more,
})
const known = (value: string, more: Partial<KnownContactPoint> = {}): KnownContactPoint => ({
  id: value,
  insee: '59100',
  kind: 'email',
  value,
  label: null,
  rank: 1,
  source: 'DPNT',
  sourceDate: '2026-10-01',
  ...more,
})
const mayor = (lastName: string, more: Partial<MayorObservation> = {}): MayorObservation => ({
  fact: 'mayor',
  row: 2,
  insee: '59100',
  sourceDate: '2026-10-01',
  lastName,
  firstName: 'Zoé',
  civility: 'Madame',
  since: '2026-03-27',
  ...more,
})
const told = (observations: Observation[], facts: Partial<KnownFacts> = {}) =>
  findingsOf(planImport(observations, { ...nothing, ...facts }, { source: 'DPNT' })).map(
    ({ outcome, reason, before, after }) => [outcome, reason, before, after].filter(Boolean).join(' '),
  )

test('what nobody said yet is added', () => {
  assert.deepEqual(told([email('a@x.example')]), ['add a@x.example'])
})

test('what the same source says otherwise replaces what it said', () => {
  assert.deepEqual(told([email('b@x.example')], { contactPoints: [known('a@x.example')] }), [
    'change a@x.example b@x.example',
  ])
})

test('what another source said stays beside', () => {
  assert.deepEqual(
    told([email('b@x.example')], { contactPoints: [known('a@x.example', { source: 'DILA' })] }),
    ['add b@x.example'],
  )
})

test('a second address that the source no longer gives is closed; one it says nothing of is kept', () => {
  const both = [known('a@x.example'), known('b@x.example'), known('+33327000001', { kind: 'phone' })]

  assert.deepEqual(told([email('a@x.example')], { contactPoints: both }), [
    'unchanged a@x.example',
    'close b@x.example',
  ])
})

test('an older file never replaces what a newer one said', () => {
  const old = email('b@x.example', { sourceDate: '2021-03-01' })

  assert.deepEqual(told([old], { contactPoints: [known('a@x.example')] }), [
    'refused older-than-known b@x.example',
  ])
  assert.deepEqual(
    told([mayor('ANCIEN', { sourceDate: '2022-03-01' })], {
      mayors: [{ ...mayor('EXEMPLE'), id: 'm', source: 'RNE', sourceDate: '2026-06-01' }],
    }),
    ['refused older-than-known Zoé ANCIEN'],
  )
})

test('a commune has one mayor: the latest replaces, a second in the same file is refused', () => {
  const before = { ...mayor('ANCIEN'), id: 'm', source: 'RNE', sourceDate: '2024-01-01' }

  assert.deepEqual(told([mayor('EXEMPLE'), mayor('AUTRE', { row: 3 })], { mayors: [before] }), [
    'change Madame Zoé ANCIEN Madame Zoé EXEMPLE',
    'refused already-in-file Zoé AUTRE',
  ])
  assert.deepEqual(told([mayor('ancien')], { mayors: [before] }), [
    'unchanged confirmed Madame Zoé ANCIEN Madame Zoé ancien',
  ])
})

test('an opposed address is imported and said to be opposed', () => {
  const plan = planImport([email('non@x.example')], nothing, { source: 'DPNT', isOpposed: () => true })

  assert.deepEqual(countFindings(findingsOf(plan)), { add: 1, 'add:opposed': 1 })
})

test('what a file only says again is told to be in opposition too, and counted with the rest', () => {
  const known = {
    ...nothing,
    contactPoints: [{ ...email('non@x.example'), id: '1', source: 'DPNT', sourceDate: '2026-01-01' }],
  }
  const plan = planImport([email('non@x.example')], known, { source: 'DPNT', isOpposed: () => true })
  const counts = countFindings(findingsOf(plan))

  assert.deepEqual(counts, { unchanged: 1, 'unchanged:opposed-confirmed': 1 })
  assert.equal(opposedIn(counts), 1)
  assert.equal(changes(counts), 1)
})

test('a source that speaks of fewer than half its communes is suspicious, from twenty on', () => {
  assert.equal(isSuspiciouslyShort({ before: 647, now: 323 }), true)
  assert.equal(isSuspiciouslyShort({ before: 647, now: 324 }), false)
  assert.equal(isSuspiciouslyShort({ before: 19, now: 1 }), false)
})

test('importing the same file twice changes nothing, whatever was known before', () => {
  const point = fc.record({
    insee: fc.constantFrom('59100', '59172'),
    kind: fc.constantFrom('email' as const, 'phone' as const),
    value: fc.constantFrom('a', 'b', 'c', 'd'),
    rank: fc.integer({ min: 1, max: 3 }),
    sourceDate: fc.constantFrom('2026-01-01', '2026-06-01', '2026-10-01'),
  })
  const observed = fc.array(point.map((said) => email(said.value, said)))
  const before = fc.array(
    fc
      .tuple(point, fc.constantFrom('DPNT', 'DILA'))
      .map(([said, source]) => known(said.value, { ...said, source })),
  )

  fc.assert(
    fc.property(observed, before, (observations, points) => {
      const start = { ...nothing, contactPoints: distinct(points) }
      const once = applied(start, planImport(observations, start, { source: 'DPNT' }))
      const again = planImport(observations, once, { source: 'DPNT' })

      assert.deepEqual(
        again.contactPoints.filter(({ outcome }) => outcome !== 'unchanged' && outcome !== 'confirm'),
        [],
      )
      assert.deepEqual(applied(once, again), once)
    }),
  )
})

const distinct = (points: KnownContactPoint[]) => [
  ...new Map(points.map((point) => [`${point.insee} ${point.kind} ${point.value}`, point])).values(),
]

/** What the database does with a plan. */
function applied(facts: KnownFacts, plan: ImportPlan): KnownFacts {
  let points = [...facts.contactPoints]
  for (const change of plan.contactPoints) {
    if (change.outcome === 'unchanged') continue
    const { row: _row, fact: _fact, ...said } = change.observed
    if (change.outcome === 'confirm')
      points = points.map((point) => (point === change.known ? { ...point, ...said } : point))
    else if (change.outcome !== 'add') points = points.filter((point) => point !== change.known)
    if (change.outcome === 'add' || change.outcome === 'change')
      points.push({ ...said, id: said.value, source: 'DPNT' })
  }
  return { ...facts, contactPoints: points }
}
