import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  audienceOf,
  type DeliveryState,
  deliveryStates,
  finalStates,
  mayMove,
  next,
  stoppable,
  tally,
} from './delivery.ts'

const anyState = fc.constantFrom(...deliveryStates)

/** Moves where an arrow allows it, stays otherwise: what every query of the ledger does. */
const move = (from: DeliveryState, to: DeliveryState) => (mayMove(from, to) ? to : from)

test('a state only moves along an arrow, whatever is asked of it', () => {
  fc.assert(
    fc.property(fc.array(anyState, { maxLength: 40 }), (asked) => {
      let state: DeliveryState = 'planned'
      for (const to of asked) {
        const before: DeliveryState = state
        state = move(state, to)
        assert.ok(state === before || next[before].includes(state))
      }
    }),
  )
})

test('the sum of a wave’s states is its audience, whatever happens to its deliveries', () => {
  const happenings = fc.array(fc.tuple(fc.nat(29), anyState), { maxLength: 200 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), happenings, (audience, moves) => {
      const deliveries: DeliveryState[] = Array.from({ length: audience }, () => 'planned')
      for (const [rank, to] of moves) {
        const from = deliveries[rank]
        if (from) deliveries[rank] = move(from, to)
      }
      assert.equal(audienceOf(tally(deliveries)), audience)
    }),
  )
})

test('nothing accepted can be sent again, by any path', () => {
  const reachable = (from: DeliveryState, seen = new Set<DeliveryState>()): Set<DeliveryState> => {
    for (const to of next[from]) if (!seen.has(to)) reachable(to, seen.add(to))
    return seen
  }
  const withoutPeople = { ...next, bounced: [] }

  assert.ok(!withoutPeople.accepted.some((state) => withoutPeople[state].length > 0))
  assert.ok(!reachable('posted').has('composed'))
  assert.ok(!reachable('excluded').has('rendered'))
})

test('a doubt is not an end, and what has left cannot be stopped', () => {
  assert.ok(!finalStates.includes('uncertain'))
  assert.ok(stoppable.every((state) => mayMove(state, 'excluded')))
  assert.ok(!mayMove('in_flight', 'excluded'))
  assert.ok(!mayMove('in_flight', 'rendered'))
})
