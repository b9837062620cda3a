import assert from 'node:assert/strict'
import { test } from 'node:test'
import { licenceFamilyOf } from './licence-family.ts'
import { driftOf, licencesAgree } from './licence-story.ts'
import { readLicence } from './read-licence.ts'

const spdx = (raw: string) => readLicence(raw).spdx

test('the ways the SILL writes licences are read into SPDX', () => {
  assert.equal(spdx('GPL V2.0'), 'GPL-2.0-only')
  assert.equal(spdx('GPL-2.0+'), 'GPL-2.0-or-later')
  assert.equal(spdx('LGPL-v2.1'), 'LGPL-2.1-only')
  assert.equal(spdx('AGPL-3'), 'AGPL-3.0-only')
  assert.equal(spdx('BSD-3.0'), 'BSD-3-Clause')
  assert.equal(spdx('MPL 2.0 et EPL 1.0'), 'MPL-2.0 AND EPL-1.0')
  assert.equal(
    spdx('MPL-2.0, GPL-3.0, LGPL-3.0, CECILL-2.1'),
    'MPL-2.0 AND GPL-3.0-only AND LGPL-3.0-only AND CECILL-2.1',
  )
  assert.equal(spdx('GPL-2.0-only / LGPL-2.0-only'), 'GPL-2.0-only AND LGPL-2.0-only')
  assert.equal(spdx('MIT ou Apache 2.0'), 'MIT OR Apache-2.0')
})

test('an expression already in SPDX is left as it is', () => {
  const read = readLicence('(MIT OR GPL-2.0-or-later WITH Classpath-exception-2.0) AND Apache-2.0')

  assert.deepEqual(read.warnings, [])
  assert.equal(read.isFree, true)
})

test('a version that is not said is warned about, and any version of the GPL is one', () => {
  assert.deepEqual(readLicence('GPL-3.0').warnings, ['rewritten', 'version-unclear'])
  assert.equal(spdx('GPL'), 'GPL-1.0-or-later')
})

test('what is not understood is said, never guessed', () => {
  assert.deepEqual(readLicence('CPA'), { spdx: null, isFree: null, warnings: ['not-understood'] })
  assert.deepEqual(readLicence('MPL-2.0, CeCILL-2.2').warnings, ['not-understood'])
  assert.deepEqual(readLicence('N/A').warnings, ['no-licence'])
  assert.deepEqual(readLicence('A'.repeat(10_000)).warnings, ['not-understood'])
  assert.deepEqual(readLicence('<script>alert(1)</script>').warnings, ['not-understood'])
})

test('a licence that restricts is not free, even beside one that is', () => {
  assert.equal(readLicence('BUSL-1.1').isFree, false)
  assert.equal(readLicence('⊘ Proprietary').isFree, false)
  assert.equal(readLicence('MIT AND SSPL-1.0').isFree, false)
  assert.equal(readLicence('MIT OR SSPL-1.0').isFree, true)
  assert.equal(readLicence('Zimbra-1.3').isFree, true)
})

test('a program that was free and is not any more is a drift, whoever says it', () => {
  const said = (source: string, day: string, raw: string) => ({
    source,
    licenceRaw: raw,
    ...readLicence(raw),
    at: new Date(day),
  })
  const lost = driftOf([said('sill', '2022-05-10', 'MPL-2.0'), said('fiches', '2026-11-24', 'BUSL-1.1')])
  const written = driftOf([
    said('sill', '2022-05-10', 'GPL-3.0'),
    said('fiches', '2026-11-24', 'GPL-3.0-or-later'),
  ])
  const changed = driftOf([
    said('comptoir', '2024-01-01', 'GPL-2.0-only'),
    said('comptoir', '2025-01-01', 'AGPL-3.0-only'),
  ])

  assert.equal(lost?.kind, 'no-longer-free')
  assert.equal(lost?.before.licenceRaw, 'MPL-2.0')
  assert.equal(written, undefined)
  assert.equal(changed?.kind, 'changed')
})

test('the licence file and what is declared agree, disagree, or cannot be compared', () => {
  assert.equal(licencesAgree('GPL-3.0-or-later', 'GPL-3.0-only'), true)
  assert.equal(licencesAgree('GPL-3.0-or-later', 'AGPL-3.0-only'), false)
  assert.equal(licencesAgree(null, 'MIT'), null)
})

test('licences are told by families', () => {
  assert.equal(licenceFamilyOf('EUPL-1.2', true), 'copyleft')
  assert.equal(licenceFamilyOf('MIT', true), 'permissive')
  assert.equal(licenceFamilyOf(null, null), 'unknown')
  assert.equal(licenceFamilyOf('BUSL-1.1', false), 'not-free')
})
