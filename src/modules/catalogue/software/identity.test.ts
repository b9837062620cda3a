import assert from 'node:assert/strict'
import { test } from 'node:test'
import { growingCatalogue } from './growing-catalogue.ts'
import { areAlike, recognise } from './identity.ts'
import { hostOf, normalRepository } from './normal-repository.ts'
import type { RecordInput } from './record.ts'
import { slugOf } from './slug.ts'
import { tidyRecord } from './tidy-record.ts'

const known = (id: string, record: RecordInput) => {
  const { fields, identifiers = [], source, externalId } = tidyRecord(record)
  return {
    id,
    name: fields.name ?? '',
    website: fields.website ?? null,
    repository: fields.repository ?? null,
    identifiers,
    records: new Map([[source, externalId]]),
  }
}
const among = (...sheets: ReturnType<typeof known>[]) => growingCatalogue(sheets, new Set())
const record = (
  source: string,
  externalId: string,
  fields: RecordInput['fields'],
  more: Partial<RecordInput> = {},
) => tidyRecord({ source, externalId, fields, ...more })

test('one repository, however its address is written', () => {
  const writings = [
    'https://github.com/Nextcloud/Server',
    'http://www.github.com/nextcloud/server.git',
    'git@github.com:nextcloud/server.git',
    'https://github.com/nextcloud/server/tree/master/apps',
    'git+https://github.com/nextcloud/server/',
  ]

  assert.deepEqual([...new Set(writings.map(normalRepository))], ['github.com/nextcloud/server'])
  assert.notEqual(
    normalRepository('https://forge.example/A/b'),
    normalRepository('https://forge.example/a/b'),
  )
  assert.equal(hostOf('https://www.spip.net/fr'), 'spip.net')
})

test('a software is recognised by an identifier when its name agrees', () => {
  const catalogue = among(
    known('a', {
      source: 'sill',
      externalId: '78',
      fields: { name: 'LibreOffice' },
      identifiers: [{ scheme: 'comptoir', value: '33' }],
    }),
  )
  const found = recognise(
    record(
      'comptoir',
      '33',
      { name: 'Libre Office' },
      { identifiers: [{ scheme: 'comptoir', value: '33' }] },
    ),
    catalogue,
  )

  assert.deepEqual(found, { softwareId: 'a', likenesses: [] })
})

test('an identifier that two names share is a doubt', () => {
  const catalogue = among(
    known('a', {
      source: 'sill',
      externalId: '180',
      fields: { name: 'CodiMD' },
      identifiers: [{ scheme: 'comptoir', value: '362' }],
    }),
  )
  const found = recognise(
    record('comptoir', '362', { name: 'HedgeDoc' }, { identifiers: [{ scheme: 'comptoir', value: '362' }] }),
    catalogue,
  )

  assert.equal(found.softwareId, undefined)
  assert.deepEqual(found.likenesses, [
    { softwareId: 'a', doubt: 'shared-identifier', evidence: 'comptoir 362' },
  ])
})

test('a name alone proves nothing; the same site beside it does', () => {
  const consul = known('a', {
    source: 'sill',
    externalId: '26',
    fields: { name: 'Consul', website: 'https://www.consul.io/' },
  })
  const citizens = recognise(
    record('publiccode', 'x', { name: 'CONSUL', website: 'https://consuldemocracy.org' }),
    among(consul),
  )
  const servers = recognise(
    record('comptoir', '226', { name: 'Consul', website: 'https://consul.io' }),
    among(consul),
  )

  assert.equal(citizens.softwareId, undefined)
  assert.equal(citizens.likenesses[0]?.doubt, 'same-name')
  assert.equal(servers.softwareId, 'a')
})

test('a site that many share, such as a forge, proves nothing', () => {
  const one = known('a', {
    source: 'sill',
    externalId: '1',
    fields: { name: 'Dia', website: 'https://github.com/un/dia' },
  })

  assert.equal(
    recognise(record('comptoir', '2', { name: 'Dia', website: 'https://github.com/deux/dia' }), among(one))
      .softwareId,
    undefined,
  )
})

test('two records of one source are two software, whatever they share', () => {
  const one = known('a', {
    source: 'sill',
    externalId: '136',
    fields: { name: 'Squash TF', repository: 'https://forge.example/squash' },
  })
  const found = recognise(
    record('sill', '167', { name: 'Squash TF Runner', repository: 'https://forge.example/squash' }),
    among(one),
  )

  assert.equal(found.softwareId, undefined)
  assert.equal(found.likenesses[0]?.doubt, 'same-repository')
})

test('names are alike when one holds the other or they share a word', () => {
  assert.ok(areAlike('La Suite Docs', 'Docs'))
  assert.ok(areAlike('7zip', '7-Zip'))
  assert.ok(areAlike('Démarches simplifiées', 'demarches-simplifiees.fr'))
  assert.ok(!areAlike('CodiMD', 'HedgeDoc'))
})

test('an address is the name without accents, and never empty', () => {
  assert.equal(slugOf('openDébitDeBoisson'), 'opendebitdeboisson')
  assert.equal(slugOf('S²LOW'), 's2low')
  assert.equal(slugOf('Œuvre d’été'), 'oeuvre-d-ete')
  assert.equal(slugOf('软件'), 'logiciel')
})

test('an address of an editor’s page is not taken by a program of that name', () => {
  const catalogue = among()

  assert.equal(catalogue.open('a', 'Merges').slug, 'merges-2')
  assert.equal(catalogue.open('b', 'Merges').slug, 'merges-3')
})

test('an address that is not of the Web, or a day that is no day, is left out', () => {
  const { fields } = record('publiccode', 'x', {
    name: 'Piège',
    website: 'javascript:alert(1)',
    repository: 'ftp://forge.example/x',
    releasedOn: '2026-02-31',
    summary: 'é'.repeat(400),
  })

  assert.equal(fields.website, undefined)
  assert.equal(fields.repository, undefined)
  assert.equal(fields.releasedOn, undefined)
  assert.equal(fields.summary?.length, 300)
})
