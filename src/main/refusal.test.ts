import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explainStop } from './refusal.ts'

test('data placed under a file are refused in a sentence that names it', () => {
  const error = Object.assign(new Error('ENOTDIR'), { code: 'ENOTDIR', path: '/etc/passwd/secret' })

  assert.equal(
    explainStop(error),
    '/etc/passwd n’est pas un dossier. Choisissez-en un autre dans BEFFROI_DATA.',
  )
})
