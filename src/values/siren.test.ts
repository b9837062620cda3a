import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { accept, refuse } from './decision.ts'
import { parseSiren, parseSiret, sirenOf } from './siren.ts'

const reference = new URL('../modules/communes/reference/', import.meta.url)
const france = JSON.parse(gunzipSync(readFileSync(new URL('france.json.gz', reference))).toString())
const townHalls: string[][] = JSON.parse(readFileSync(new URL('nord-town-halls.json', reference), 'utf8'))

test('every SIREN of a commune or an EPCI of France is right', () => {
  const sirens: string[] = [france.communes.siren, france.epcis.siren].join('\n').split('\n').filter(Boolean)
  const wrong = sirens.filter((siren) => !parseSiren(siren).ok)

  assert.equal(sirens.length, 34_875 + 1_255)
  assert.deepEqual(wrong, [])
})

test('every SIRET of a town hall of the Nord is right', () => {
  const wrong = townHalls.filter(([, siret = '']) => !parseSiret(siret).ok)

  assert.equal(townHalls.length, 647)
  assert.deepEqual(wrong, [])
})

test('one changed digit is noticed', () => {
  assert.deepEqual(parseSiren('215900011'), refuse('wrong-check-digit'))
  assert.deepEqual(parseSiret('21590001000013'), refuse('wrong-check-digit'))
})

test('spaces are allowed, other lengths are not', () => {
  assert.deepEqual(parseSiren('215 900 010'), accept('215900010'))
  assert.deepEqual(parseSiren('21590001'), refuse('not-nine-digits'))
  assert.deepEqual(parseSiret('215900010'), refuse('not-fourteen-digits'))
})

test('a counter of La Poste is right when five divides the sum of its digits', () => {
  assert.deepEqual(parseSiret('35600000012341'), accept('35600000012341'))
  assert.deepEqual(parseSiret('35600000012342'), refuse('wrong-check-digit'))
})

test('a SIRET begins with the SIREN of its legal person', () => {
  assert.equal(sirenOf('21590001000012'), '215900010')
})
