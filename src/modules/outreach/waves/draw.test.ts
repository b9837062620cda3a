import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Drawn, drawWaves, stratumOf } from './draw.ts'

const fingerprint = (text: string) => createHash('sha256').update(text).digest('hex')
const draw = (townHalls: readonly Drawn[], seed: string, size: number) =>
  drawWaves(townHalls, { seed, size, fingerprint })
const perimeter = fc
  .array(
    fc.constantFrom('Hainaut, petites', 'Hainaut, moyennes', 'Cambrésis, petites', 'Avesnois, grandes'),
    {
      minLength: 1,
      maxLength: 200,
    },
  )
  .map((strata) => strata.map((stratum, rank) => ({ insee: String(59000 + rank), stratum })))

test('every town hall is in one wave, no wave exceeds the size, and each has its share of each stratum within one', () => {
  fc.assert(
    fc.property(perimeter, fc.string(), fc.integer({ min: 1, max: 60 }), (townHalls, seed, size) => {
      const waves = draw(townHalls, seed, size)

      assert.deepEqual(
        waves
          .flat()
          .map(({ insee }) => insee)
          .sort(),
        townHalls.map(({ insee }) => insee).sort(),
      )
      assert.ok(waves.every((wave) => wave.length <= size))
      for (const [stratum, members] of Map.groupBy(townHalls, (one) => one.stratum)) {
        const share = members.length / waves.length
        for (const wave of waves) {
          const n = wave.filter((one) => one.stratum === stratum).length
          assert.ok(Math.abs(n - share) < 1, `${n} of ${stratum} where ${share} is its share`)
        }
      }
    }),
  )
})

test('the same seed draws the same waves, whatever the order of the list; another seed draws others', () => {
  const townHalls = Array.from({ length: 60 }, (_, rank) => ({
    insee: String(59000 + rank),
    stratum: String(rank % 3),
  }))

  assert.deepEqual(draw(townHalls, 'a', 20), draw(townHalls.toReversed(), 'a', 20))
  assert.notDeepEqual(draw(townHalls, 'a', 20), draw(townHalls, 'b', 20))
})

test('over many seeds a town hall alone in its stratum falls in every wave', () => {
  const townHalls = Array.from({ length: 9 }, (_, rank) => ({
    insee: String(59000 + rank),
    stratum: String(rank),
  }))
  const places = new Set(
    Array.from({ length: 60 }, (_, seed) =>
      draw(townHalls, String(seed), 3).findIndex((wave) => wave.some(({ insee }) => insee === '59004')),
    ),
  )

  assert.deepEqual([...places].sort(), [0, 1, 2])
})

test('a stratum is a size and an intermunicipal body', () => {
  assert.equal(stratumOf({ population: 499, epciName: 'CA Hainaut' }), 'CA Hainaut, moins de 500 habitants')
  assert.equal(stratumOf({ population: 10_000 }), 'sans intercommunalité, 10 000 et plus')
})
