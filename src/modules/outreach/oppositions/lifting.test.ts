import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkLifting } from './lifting.ts'

const since = new Date('2026-03-03T10:00:00Z')
const now = new Date('2026-11-24T10:00:00Z')
const request = { words: 'Courriel de Mme Durand', requestedOn: '2026-11-20' }
const reasonOf = (change: Partial<typeof request> & { contact?: string }) => {
  const checked = checkLifting({ ...request, ...change }, { since, now })
  return checked.ok ? 'accepted' : checked.reason
}

test('an opposition is lifted by a dated request that came after it', () => {
  assert.equal(reasonOf({}), 'accepted')
  assert.equal(reasonOf({ requestedOn: '2026-03-03' }), 'accepted')
})

test('without words, without a day, or by a request older than it, it stays', () => {
  assert.equal(reasonOf({ words: '  ' }), 'no-evidence')
  assert.equal(reasonOf({ requestedOn: '' }), 'no-date')
  assert.equal(reasonOf({ requestedOn: '2026-11-25' }), 'date-to-come')
  assert.equal(reasonOf({ requestedOn: '2026-03-02' }), 'older-than-opposition')
})

test('the exchange it came in is read from the address of its page', () => {
  const id = '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000'
  const checked = checkLifting(
    { ...request, contact: `https://x.example/contacts/${id}?a=b` },
    { since, now },
  )

  assert.equal(checked.ok && checked.value.contactId, id)
  assert.equal(reasonOf({ contact: 'https://x.example/waves' }), 'not-an-exchange')
})
