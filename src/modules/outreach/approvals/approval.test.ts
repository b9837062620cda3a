import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Approval, approvalStanding, mayApprove, type Parts } from './approval.ts'

const parts: Parts = { message: 'm', choices: 'c', exclusions: 'e', register: 'r', sender: 's' }
const now = { parts, otherBodyId: 'association', preparedBy: 'Claire Delattre' }
const at = new Date('2026-11-02T09:00:00Z')
const yes: Approval = {
  decision: 'approved',
  reason: '',
  organisationId: 'association',
  by: 'Karim Benali',
  at,
  parts,
}

test('an approval of the other organisation counts, as long as nothing changes', () => {
  assert.deepEqual(approvalStanding([yes], now), { state: 'approved', by: 'Karim Benali', at })
})

test('whatever part changes makes the approval void, and is named', () => {
  for (const part of Object.keys(parts) as (keyof Parts)[]) {
    const standing = approvalStanding([yes], { ...now, parts: { ...parts, [part]: 'other' } })

    assert.equal(standing.state, 'void')
    assert.deepEqual(standing.state === 'void' && standing.changed, [part])
  }
})

test('the word of a colleague of the same organisation, or of the wave’s author, counts for nothing', () => {
  assert.equal(approvalStanding([{ ...yes, organisationId: 'operator' }], now).state, 'awaited')
  assert.equal(approvalStanding([{ ...yes, by: ' claire delattre' }], now).state, 'awaited')
})

test('the last word counts: a refusal after an approval, an approval after a refusal', () => {
  const no: Approval = { ...yes, decision: 'refused', reason: 'Trop tôt' }

  assert.equal(approvalStanding([no, yes], now).state, 'refused')
  assert.equal(approvalStanding([yes, no], now).state, 'approved')
})

test('one may approve another organisation’s wave, as it was read; a refusal says why', () => {
  const asked = {
    wave: { state: 'draft', createdBy: 'Claire Delattre' },
    approver: { name: 'Karim Benali', organisationId: 'association' },
    otherBodyId: 'association',
    seen: 'd',
    now: 'd',
    decision: 'approved',
    reason: '',
  } as const
  const reasonOf = (other: Partial<Parameters<typeof mayApprove>[0]>) => {
    const decision = mayApprove({ ...asked, ...other })
    return decision.ok ? undefined : decision.reason
  }

  assert.equal(reasonOf({}), undefined)
  assert.equal(reasonOf({ approver: { name: 'Hugo', organisationId: 'operator' } }), 'same-organisation')
  assert.equal(reasonOf({ approver: { name: 'Claire Delattre', organisationId: 'association' } }), 'own-wave')
  assert.equal(reasonOf({ seen: 'before' }), 'changed-meanwhile')
  assert.equal(reasonOf({ decision: 'refused', reason: ' ' }), 'no-reason')
  assert.equal(reasonOf({ wave: { ...asked.wave, state: 'launched' } }), 'already-launched')
})
