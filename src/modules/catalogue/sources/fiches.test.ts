import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLicence } from '../licences/read-licence.ts'
import { readMain } from './load-shipped.action.ts'

const fiches = readMain().filter(({ source }) => source === 'fiches')

test('a sheet of ours says in one sentence what it is for', () => {
  assert.ok(fiches.length >= 60)
  for (const { fields } of fiches) {
    assert.match(fields.summary ?? '', /^\p{Lu}[^\n]{10,190}\.$/u, fields.name)
  }
})

test('its licence is understood, or left unsaid', () => {
  for (const { fields } of fiches) {
    if (fields.licenceRaw) assert.notEqual(readLicence(fields.licenceRaw).isFree, null, fields.name)
  }
})

test('two sheets of ours never have the same name', () => {
  const names = fiches.map(({ externalId }) => externalId)

  assert.deepEqual(names, [...new Set(names)])
})
