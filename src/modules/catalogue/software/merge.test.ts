import assert from 'node:assert/strict'
import { test } from 'node:test'
import { merge, type StatedRecord } from './merge.ts'

const record = (
  source: string,
  fields: StatedRecord['fields'],
  sourceDate: string | null = null,
): StatedRecord => ({
  source,
  externalId: source,
  fields,
  sourceDate,
})

test('the first source that says a thing is believed, and each field says which', () => {
  const sheet = merge([
    record('sill', { name: 'Koha', summary: 'Du SILL', website: 'https://sill.example' }, '2022-05-10'),
    record('fiches', { name: 'Koha', summary: 'De nous' }, '2026-11-24'),
  ])

  assert.equal(sheet.summary, 'De nous')
  assert.deepEqual(sheet.origins.summary, { source: 'fiches', at: '2026-11-24' })
  assert.deepEqual(sheet.origins.website, { source: 'sill', at: '2022-05-10' })
})

test('lists are united without doubles, but what an editor lists is the list', () => {
  const records = [
    record('fiches', { limits: ['Demande un serveur'], platforms: ['web'] }),
    record('publiccode', { limits: ['demande un serveur', 'En anglais'], platforms: ['Web', 'linux'] }),
  ]

  assert.deepEqual(merge(records).limits, ['Demande un serveur', 'En anglais'])
  assert.deepEqual(merge(records).platforms, ['web', 'linux'])
  assert.deepEqual(merge([...records, record('beffroi', { limits: ['La nôtre'] })]).limits, ['La nôtre'])
})

test('an attribute is decided by the first who knows; that nobody knows is for an editor to say', () => {
  const records = [
    record('publiccode', { attributes: { rgaa: 'unknown' } }),
    record('sill', { attributes: { rgaa: 'yes' } }),
  ]

  assert.equal(merge(records).attributes.rgaa, 'yes')
  assert.equal(
    merge([...records, record('beffroi', { attributes: { rgaa: 'unknown' } })]).attributes.rgaa,
    'unknown',
  )
})

test('a source under another licence gives nothing but the last release', () => {
  const sheet = merge([
    record('sill', { name: 'Nextcloud', version: '19', releasedOn: '2022-01-01' }, '2022-05-10'),
    record('awesome-selfhosted', {
      name: 'Nextcloud',
      summary: 'Share files',
      keywords: ['Sync'],
      version: '32',
      releasedOn: '2026-08-01',
    }),
  ])

  assert.equal(sheet.layer, 'main')
  assert.equal(sheet.summary, null)
  assert.deepEqual(sheet.keywords, [])
  assert.equal(sheet.version, '32')
  assert.equal(sheet.releasedOn, '2026-08-01')
  assert.equal(sheet.origins.version?.source, 'awesome-selfhosted')
})

test('an edit does not bring a foreign sheet into the main layer', () => {
  const sheet = merge([
    record('awesome-selfhosted', { name: 'Zulip', summary: 'Chat' }),
    record('beffroi', { limits: ['En anglais'] }),
  ])

  assert.equal(sheet.layer, 'awesome-selfhosted')
  assert.equal(sheet.summary, 'Chat')
})
