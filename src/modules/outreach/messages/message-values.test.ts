import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReplyCode } from '#values/reply-code.ts'
import { frenchDate, messageValues } from './message-values.ts'

const wave = {
  operator: 'Centre de gestion',
  operatorContact: 'Cre@tic, 03 00 00 00 00',
  association: 'CLX',
  baseUrl: 'https://beffroi.example',
  date: new Date('2026-03-01T09:00:00Z'),
}
const quesnoy = {
  commune: { name: 'Le Quesnoy', link: 2, population: 4936 },
  code: 'ABCDEFGHJK' as ReplyCode,
} as const

test('the values of a town hall are written in the French of a letter', () => {
  const values = messageValues({ ...quesnoy, mayor: { name: 'Anne Exemple', civility: 'F' } }, wave)

  assert.equal(values.du_commune, 'du Quesnoy')
  assert.equal(values.a_commune, 'au Quesnoy')
  assert.equal(values.population, '4\u202f936')
  assert.equal(values.civilite_maire, 'Madame la Maire')
  assert.equal(values.code, 'ABCDE-FGHJK')
  assert.equal(values.lien_reponse, 'https://beffroi.example/r/ABCDEFGHJK')
  assert.equal(values.date, '1er mars 2026')
})

test('a mayor who is not known is greeted both ways, and named by nothing', () => {
  const values = messageValues(quesnoy, wave)

  assert.equal(values.civilite_maire, 'Madame, Monsieur le Maire')
  assert.equal(values.maire, '')
})

test('the date is that of France, whatever the hour of the machine', () => {
  assert.equal(frenchDate(new Date('2026-12-31T23:30:00Z')), '1er janvier 2027')
})
