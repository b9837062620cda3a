import assert from 'node:assert/strict'
import { test } from 'node:test'
import { purposes } from './purpose.ts'
import { draftEntry } from './register-drafts.ts'
import { problemsOf } from './register-entry.ts'

const partners = { operator: 'Centre de gestion', association: 'Les Amis du libre' }
const kinds = ['operator', 'association'] as const

test('the drafts of every purpose may be confirmed as they are, by each body', () => {
  for (const purpose of purposes)
    for (const kind of kinds) assert.deepEqual(problemsOf(draftEntry(purpose, kind, partners), kind), [])
})

test('a public authority may not invoke a legitimate interest; an association weighs it in writing', () => {
  const draft = draftEntry('outreach', 'association', partners)

  assert.equal(draft.base, '6.1.f')
  assert.deepEqual(
    problemsOf(draft, 'operator').map(({ field }) => field),
    ['base'],
  )
  assert.deepEqual(
    problemsOf({ ...draft, balance: ' ' }, 'association').map(({ field }) => field),
    ['balance'],
  )
})

test('an entry that says nothing of what article 30 asks is told field by field', () => {
  const draft = draftEntry('contacts', 'operator', partners)

  assert.deepEqual(
    problemsOf({ ...draft, retention: '', recipients: ' ' }, 'operator').map(({ field }) => field),
    ['recipients', 'retention'],
  )
})
