import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Candidate, planAudience, readAddress } from './audience.ts'
import { exclusionSentence } from './exclusion-sentence.ts'

const now = new Date('2026-11-02T09:00:00Z')
const plan = { channel: 'email-first', recentDays: 30, now } as const

const email = (value: string) => ({ value, source: 'Annuaire', isValid: true, isOpposed: false })

const abscon: Candidate = {
  insee: '59002',
  name: 'Abscon',
  nameType: 1,
  postalCodes: ['59215'],
  stage: 'to-write',
  emails: [email('mairie@abscon.example')],
  address: { value: '1 place du Général de Gaulle\n59215 ABSCON', source: 'Annuaire' },
  opposesEmail: false,
  opposesLetter: false,
  hasAnswered: false,
}
const denain: Candidate = { ...abscon, insee: '59172', name: 'Denain', nameType: 0 }

const reasonFor = (candidate: Candidate, other: Partial<Parameters<typeof planAudience>[1]> = {}) => {
  const [row] = planAudience([candidate], { ...plan, ...other })
  return row && 'excluded' in row ? row.excluded.reason : undefined
}
const wayFor = (candidate: Candidate, other: Partial<Parameters<typeof planAudience>[1]> = {}) => {
  const [row] = planAudience([candidate], { ...plan, ...other })
  return row && 'planned' in row ? row.planned : undefined
}

test('a town hall is written to by e-mail where it has one, by letter elsewhere', () => {
  assert.equal(wayFor(abscon)?.channel, 'email')
  assert.equal(wayFor({ ...abscon, emails: [] })?.channel, 'letter')
  assert.equal(wayFor(abscon, { channel: 'letter' })?.channel, 'letter')
  assert.equal(reasonFor({ ...abscon, emails: [] }, { channel: 'email' }), 'no-address')
})

test('a town hall that opposes is left out before any other reason', () => {
  const opposed = { ...abscon, opposesEmail: true, opposesLetter: true, hasAnswered: true }

  assert.equal(reasonFor(opposed), 'opposed')
  assert.equal(reasonFor({ ...abscon, opposesLetter: true }, { channel: 'letter' }), 'opposed')
})

test('a town hall that refuses e-mails alone receives the letter', () => {
  assert.equal(wayFor({ ...abscon, opposesEmail: true })?.channel, 'letter')
})

test('a town hall written to less than thirty days ago is left out, not the day after', () => {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3600 * 1000)

  assert.equal(reasonFor({ ...abscon, lastWrittenAt: daysAgo(29) }), 'contacted-recently')
  assert.equal(reasonFor({ ...abscon, lastWrittenAt: daysAgo(30) }), undefined)
  assert.equal(reasonFor({ ...abscon, lastWrittenAt: daysAgo(29) }, { recentDays: 15 }), undefined)
})

test('a human answer stops everything, unless the wave is for those who answered', () => {
  assert.equal(reasonFor({ ...abscon, hasAnswered: true }), 'answered')
  assert.equal(reasonFor({ ...abscon, stage: 'in-contact' }), 'answered')
  assert.equal(reasonFor({ ...abscon, stage: 'written' }), undefined)
  assert.equal(
    reasonFor({ ...abscon, stage: 'in-contact', hasAnswered: true }, { stage: 'in-contact' }),
    undefined,
  )
  assert.equal(reasonFor({ ...abscon, stage: 'declined' }, { stage: 'declined' }), 'answered')
})

test('of two town halls that share an e-mail, the second is left out and the first is named', () => {
  const rows = planAudience([abscon, { ...denain, emails: [email('Mairie@Abscon.example ')] }], {
    ...plan,
    channel: 'email',
  })
  const [, second] = rows

  assert.ok(second && 'excluded' in second)
  assert.deepEqual(second.excluded, { reason: 'duplicate-of', detail: 'd’Abscon' })
  assert.match(exclusionSentence('duplicate-of', 'd’Abscon'), /celle de la mairie d’Abscon/)
})

test('where the wave allows letters, a town hall behind a shared e-mail receives its own letter', () => {
  const [, second] = planAudience([abscon, { ...denain, emails: [email('mairie@abscon.example')] }], plan)

  assert.ok(second && 'planned' in second)
  assert.equal(second.planned.channel, 'letter')
})

test('an e-mail that is none is told, and the next one is used when there is one', () => {
  const wrong = { ...email('mairie arobase abscon'), isValid: false }

  assert.equal(reasonFor({ ...abscon, emails: [wrong] }, { channel: 'email' }), 'invalid-address')
  assert.equal(wayFor({ ...abscon, emails: [wrong, email('mairie@abscon.example')] })?.channel, 'email')
})

test('an e-mail whose holder opposes is never used', () => {
  const opposed = { ...email('mairie@abscon.example'), isOpposed: true }

  assert.equal(reasonFor({ ...abscon, emails: [opposed] }, { channel: 'email' }), 'opposed')
})

test('without a known street the letter goes to the town hall by its postcode, when it has one only', () => {
  const unknown = { ...abscon, emails: [], address: undefined }
  const way = wayFor(unknown)

  assert.ok(way?.channel === 'letter')
  assert.deepEqual(
    [way.parts.recipient, way.parts.street, way.parts.postcode, way.parts.deliveryLabel],
    ['Mairie d’Abscon', undefined, '59215', 'Abscon'],
  )
  assert.equal(reasonFor({ ...unknown, postalCodes: ['59215', '59216'] }), 'no-address')
  assert.equal(reasonFor({ ...unknown, postalCodes: [] }), 'no-address')
})

test('a town hall taken out by hand is left out for the reason given', () => {
  assert.equal(reasonFor({ ...abscon, handExclusion: 'le maire est en congé' }), 'excluded-by-hand')
  assert.equal(
    exclusionSentence('excluded-by-hand', 'le maire est en congé'),
    'Retirée à la main : le maire est en congé.',
  )
})

test('each town hall of the perimeter has its row, whatever becomes of it', () => {
  const many = Array.from({ length: 50 }, (_, rank) => ({
    ...abscon,
    insee: String(59000 + rank),
    opposesEmail: rank % 3 === 0,
    opposesLetter: rank % 2 === 0,
    emails: rank % 5 === 0 ? [] : [email(`m${rank % 7}@x.example`)],
  }))

  assert.equal(planAudience(many, plan).length, 50)
})

test('an address whose last line has no postcode is not one', () => {
  assert.equal(readAddress('1 place de la Mairie'), undefined)
  assert.deepEqual(readAddress('1 place de la Mairie\n\n 59220 DENAIN '), {
    streetLines: ['1 place de la Mairie'],
    postcode: '59220',
    deliveryLabel: 'DENAIN',
  })
})
