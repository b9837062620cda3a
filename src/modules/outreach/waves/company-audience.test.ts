import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planCompanies } from './company-audience.ts'
import type { CompanyCandidate } from './company-candidate.ts'

const now = new Date('2026-11-24T09:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const email = (value: string, known: { isOpposed?: boolean; isDead?: boolean; isValid?: boolean } = {}) => ({
  value,
  source: 'Annuaire',
  isValid: true,
  isOpposed: false,
  ...known,
})
const company = (given: Partial<CompanyCandidate> = {}): CompanyCandidate => ({
  companyId: '1',
  companyName: 'Libre Services',
  name: 'Libre Services',
  path: '/companies/1',
  source: 'Annuaire',
  opposes: false,
  hasAnswered: false,
  email: email('contact@libre.example'),
  ...given,
})
const reasonFor = (given: Partial<CompanyCandidate>) => {
  const [row] = planCompanies([company(given)], { recentDays: 180, now })
  return row && 'excluded' in row ? row.excluded.reason : undefined
}

test('a company of the census is invited by e-mail, at the address that its source gives', () => {
  const [row] = planCompanies([company()], { recentDays: 180, now })

  assert.ok(row && 'planned' in row && row.planned.channel === 'email')
  assert.equal(row.planned.address, 'contact@libre.example')
  assert.equal(row.planned.source, 'Annuaire')
})

test('who claimed its page, withdrew, refused, was taken out or answered is left out with the reason', () => {
  assert.equal(reasonFor({ leftOut: 'claimed' }), 'claimed')
  assert.equal(reasonFor({ leftOut: 'withdrawn', opposes: true }), 'withdrawn')
  assert.equal(reasonFor({ opposes: true }), 'opposed')
  assert.equal(reasonFor({ handExclusion: 'déjà rencontrée' }), 'excluded-by-hand')
  assert.equal(reasonFor({ hasAnswered: true }), 'answered')
})

test('who was invited lately is left in peace, to the day', () => {
  assert.equal(reasonFor({ lastWrittenAt: daysAgo(179) }), 'contacted-recently')
  assert.equal(reasonFor({ lastWrittenAt: daysAgo(180) }), undefined)
})

test('an address that is missing, wrong, refused or dead is no address', () => {
  assert.equal(reasonFor({ email: undefined }), 'no-address')
  assert.equal(reasonFor({ email: email('contact', { isValid: false }) }), 'invalid-address')
  assert.equal(reasonFor({ email: email('a@b.example', { isOpposed: true }) }), 'opposed')
  assert.equal(reasonFor({ email: email('a@b.example', { isDead: true }) }), 'dead-address')
})

test('two companies behind one mailbox receive one invitation', () => {
  const [, second] = planCompanies(
    [company(), company({ companyId: '2', name: 'Sœur', email: email('Contact@Libre.example ') })],
    { recentDays: 0, now },
  )

  assert.deepEqual(second && 'excluded' in second && second.excluded, {
    reason: 'duplicate-of',
    detail: 'Libre Services',
  })
})
