import assert from 'node:assert/strict'
import { test } from 'node:test'
import { railOf } from './rail.ts'

const entries = [
  { label: 'Vagues', href: '/waves', order: 1, who: ['operator', 'association'] },
  { label: 'Doutes', href: '/doubts', order: 2, who: ['operator'], under: '/waves' },
  { label: 'Contacts', href: '/contacts', order: 3, who: ['operator'] },
] as const
const operator = { role: 'operator' } as Parameters<typeof railOf>[1]

const lines = (place: string) =>
  railOf(entries, operator, place).map(({ label, current, inside = [] }) => ({
    label,
    current,
    inside: inside.map((entry) => `${entry.label}${entry.current ? ' ←' : ''}`),
  }))

test('what lies under an entry shows to whoever is there, and to nobody else', () => {
  assert.deepEqual(lines('/contacts'), [
    { label: 'Vagues', current: false, inside: [] },
    { label: 'Contacts', current: true, inside: [] },
  ])
  assert.deepEqual(lines('/waves/12'), [
    { label: 'Vagues', current: true, inside: ['Doutes'] },
    { label: 'Contacts', current: false, inside: [] },
  ])
})

test('an entry below another keeps it open, and is itself the current one', () => {
  assert.deepEqual(lines('/doubts'), [
    { label: 'Vagues', current: false, inside: ['Doutes ←'] },
    { label: 'Contacts', current: false, inside: [] },
  ])
})

test('an entry whose parent is closed to the visitor stands by itself', () => {
  const network = { role: 'network' } as Parameters<typeof railOf>[1]
  const doubts = [{ label: 'Doutes', href: '/doubts', order: 2, who: ['network'], under: '/waves' }] as const

  assert.deepEqual(
    railOf(doubts, network, '/').map(({ label }) => label),
    ['Doutes'],
  )
})
