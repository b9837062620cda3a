import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { publiccodeFactsOf, sheetFieldsOf } from '../reading/facts-of.ts'
import { readText } from '../reading/read-publiccode.ts'
import { isMap } from '../standard/value.ts'
import { developmentStatuses, maintenanceTypes, softwareTypes } from '../standard/vocabulary.ts'
import { licenceSaid } from './licence-said.ts'
import type { Sheet } from './sheet.ts'
import { writePubliccode } from './write-publiccode.ts'

const sheet: Sheet = {
  name: 'openCimetière',
  summary: 'Gérer le plan du cimetière, les concessions et les défunts.',
  description: 'Gestion du cimetière communal.',
  licenceSpdx: 'GPL-2.0-or-later',
  website: 'https://www.openmairie.org/catalogue/opencimetiere',
  repository: 'https://gitlab.com/openmairie/opencimetiere',
  documentation: null,
  platforms: ['web'],
  softwareType: 'standalone/web',
  developmentStatus: 'stable',
  version: '4.10',
  releasedOn: '2025-03-01',
  limits: ['Demande un serveur, qu’une petite commune fait tenir par un autre.'],
  needs: [
    {
      label: 'Gérer le cimetière et ses concessions',
      missing: null,
      categories: ['facility-management', 'inventé'],
    },
  ],
  facts: {
    localisationReady: false,
    availableLanguages: ['fr'],
    maintenanceType: 'community',
    contacts: [{ name: 'Communauté openMairie' }],
  },
}

test('what is known of a software gives a valid file', () => {
  const { text, isValid, missing } = writePubliccode(sheet)

  assert.deepEqual([isValid, missing], [true, []])
  assert.deepEqual(readText(text).faults, [])
  assert.match(text, /softwareVersion: "4.10"/)
  assert.match(text, /releaseDate: "2025-03-01"/)
  assert.doesNotMatch(text, /inventé/)
})

test('a fact that nobody has stated is not invented: the file is a draft that says so', () => {
  const { text, isValid, missing } = writePubliccode({ ...sheet, repository: null, facts: {} })

  assert.equal(isValid, false)
  assert.deepEqual(missing, [
    'url',
    'maintenance.type',
    'localisation.localisationReady',
    'localisation.availableLanguages',
  ])
  assert.match(text, /# BROUILLON/)
  assert.match(text, /# {3}- maintenance.type : qui l’entretient/)
  assert.doesNotMatch(text, /^maintenance:|^localisation:/m)
})

test('a short description is followed by what else the sheet says, and by nothing else', () => {
  const { file } = readText(writePubliccode(sheet).text)
  const french = isMap(file.description) && isMap(file.description.fr) ? file.description.fr : {}

  assert.match(String(french.longDescription), /Répond à ces besoins d’une mairie :\n\n- Gérer le cimetière/)
})

test('a summary longer than the standard allows is cut between two words', () => {
  const { text, isValid } = writePubliccode({ ...sheet, summary: `${'mairie '.repeat(40)}` })

  assert.equal(isValid, true)
  assert.match(text, /mairie…/)
})

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .filter((text) => text.trim() !== '')
const trap = fc.constantFrom(
  'yes',
  'no',
  '1.10',
  '2026-01-01',
  '- x',
  'a: b',
  '# rien',
  '*alias',
  '&a',
  '!tag',
  '"',
  "'",
  '{',
  '[',
  '<b>',
  '~',
  'null',
  '0x1F',
  '1_000',
  '12:30:45',
)
const anyText = fc.oneof(words, trap)
const anySheet: fc.Arbitrary<Sheet> = fc.record({
  name: anyText,
  summary: anyText,
  description: fc.oneof(
    fc.string({ minLength: 160, maxLength: 400 }).map((text) => `Présentation. ${text.replace(/\s/g, '_')}`),
    fc.constant('longue '.repeat(60)),
  ),
  licenceSpdx: fc.constantFrom('MIT', 'AGPL-3.0-or-later', 'GPL-2.0-only OR MIT', 'agpl-3.0', 'EUPL-1.2'),
  website: fc.oneof(fc.constant(null), fc.webUrl()),
  repository: fc.webUrl(),
  documentation: fc.oneof(fc.constant(null), fc.webUrl(), fc.constant('javascript:alert(1)')),
  platforms: fc.array(fc.constantFrom('web', 'linux', 'windows', 'Raspberry Pi'), {
    minLength: 1,
    maxLength: 3,
  }),
  softwareType: fc.constantFrom(...softwareTypes),
  developmentStatus: fc.constantFrom(...developmentStatuses),
  version: fc.oneof(fc.constant(null), anyText),
  releasedOn: fc.constantFrom(null, '2026-02-30', '2026-07-22'),
  limits: fc.array(anyText, { maxLength: 2 }),
  needs: fc.array(
    fc.record({ label: anyText, missing: fc.option(anyText), categories: fc.constant(['backup', 'rien']) }),
    { minLength: 1, maxLength: 3 },
  ),
  facts: fc.record({
    localisationReady: fc.boolean(),
    availableLanguages: fc.constantFrom(['fr'], ['fr', 'zh-CN'], ['no']),
    maintenanceType: fc.constantFrom(...maintenanceTypes),
    contacts: fc.array(fc.record({ name: anyText }), { minLength: 1, maxLength: 2 }),
    contractors: fc.array(fc.record({ name: anyText, until: fc.constant('2027-12-31') }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
})

test('whatever a whole sheet holds, the file is valid, and reads back as the same sheet', () => {
  fc.assert(
    fc.property(anySheet, (given) => {
      const written = writePubliccode(given)
      const read = readText(written.text)

      assert.deepEqual(read.faults, [])
      assert.equal(written.isValid, true)
      const fields = sheetFieldsOf(read.file)
      assert.equal(fields.name, given.name.trim())
      assert.equal(fields.repository, given.repository)
      const again = writePubliccode({
        ...given,
        name: fields.name ?? '',
        summary: fields.summary ?? null,
        description: fields.description ?? null,
        version: fields.version ?? null,
        facts: { ...given.facts, ...publiccodeFactsOf(read.file) },
      })
      assert.equal(again.text, written.text)
    }),
    { numRuns: 300 },
  )
})

test('a licence whose later versions nobody spoke of is not narrowed nor widened', () => {
  assert.equal(licenceSaid('AGPL-3.0-only', 'AGPL-3.0'), 'AGPL-3.0')
  assert.equal(licenceSaid('AGPL-3.0-or-later', 'AGPL-3.0-or-later'), 'AGPL-3.0-or-later')
  assert.equal(writePubliccode({ ...sheet, licenceSpdx: 'AGPL-3.0' }).isValid, true)
})
