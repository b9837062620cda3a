import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextStep } from './next-step.ts'

const abscon = { insee: '59002', canBeReached: true }

test('a town hall never written to is written to, once it can be reached', () => {
  assert.equal(nextStep({ ...abscon, standing: 'to-write' })?.label, 'Préparer une lettre')
  assert.equal(
    nextStep({ ...abscon, standing: 'to-write', canBeReached: false })?.label,
    'Ajouter une coordonnée',
  )
})

test('an accompanied town hall leads to its open case', () => {
  assert.equal(nextStep({ ...abscon, standing: 'accompanied', openCaseId: 'c1' })?.href, '/cases/c1')
})

test('nothing is proposed to a town hall that declined', () => {
  assert.equal(nextStep({ ...abscon, standing: 'declined' }), undefined)
})
