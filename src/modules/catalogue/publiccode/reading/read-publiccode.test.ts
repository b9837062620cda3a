import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { FaultCode } from '../standard/fault.ts'
import { canBeNamed, publiccodeFactsOf, sheetFieldsOf } from './facts-of.ts'
import { readPubliccode, readText } from './read-publiccode.ts'

const folders = ['../fixtures/real', '../shipped/dinum-2024', '../shipped/projects'].map((folder) =>
  join(import.meta.dirname, folder),
)
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => readPubliccode(readFileSync(join(folder, name)), name)),
)
const howMany = (code: FaultCode, at: RegExp) =>
  files.filter(({ faults }) =>
    faults.some((fault) => fault.code === code && at.test(fault.at) && fault.isError),
  ).length

const codesOf = (text: string, name?: string) =>
  readPubliccode(Buffer.from(text), name).faults.map(({ code }) => code)
const bytesOf = (text: string) => new TextEncoder().encode(text)

test('every real file is read, and gives at least a name, an address and a licence or its absence', () => {
  assert.equal(files.length, 28)
  for (const { file, name } of files) assert.ok(canBeNamed(file) && sheetFieldsOf(file).repository, name)
})

test('the faults of the real files are those that the field note counted', () => {
  const counts = {
    unknownKey: howMany('unknown-key', /./),
    longDescription: howMany('missing', /longDescription$/),
    features: howMany('missing', /features$/),
    platforms: howMany('missing', /^platforms$/),
    developmentStatus: howMany('missing', /^developmentStatus$/),
    localisation: howMany('missing', /^localisation$/),
    softwareType: howMany('missing', /^softwareType$/),
    softwareTypeInvented: howMany('not-in-list', /^softwareType$/),
    contactName: howMany('missing', /contacts\.\d+\.name$/),
    fundedBy: howMany('unknown-key', /fundedBy\.\d+\.url$/),
    maintenance: howMany('missing', /^maintenance$/),
    licence: howMany('missing', /^legal\.license$/),
    releaseDate: howMany('not-a-date', /^releaseDate$/),
    version: howMany('version', /^publiccodeYmlVersion$/),
  }

  // The note had one more file, Esup-Pod of today: one more unknown key, one more address of a funder.
  assert.deepEqual(counts, {
    unknownKey: 22 - 1,
    longDescription: 18,
    features: 18,
    platforms: 17,
    developmentStatus: 17,
    localisation: 17,
    softwareType: 14,
    softwareTypeInvented: 1,
    contactName: 12,
    fundedBy: 10 - 1,
    maintenance: 2,
    licence: 2,
    releaseDate: 2,
    version: 1,
  })
})

test('two French files and the four of the tools and of Switzerland are valid, as the field note found', () => {
  assert.deepEqual(
    files.filter(({ isValid }) => isValid).map(({ name }) => name.replace('.publiccode.yml', '')),
    [
      'italia_developers-italia-api',
      'italia_publiccode-editor',
      'italia_publiccode-parser-go',
      'swiss_oss-catalog',
      'gristlabs_grist-core',
      'suitenumerique_meet',
    ],
  )
})

test('each fault says where it is, and on which line', () => {
  const { faults } = readText(
    'publiccodeYmlVersion: "0.7"\nname: X\nfundedBy:\n  - name: Ville\n    url: https://ville.example\n',
  )
  const found = faults.find(({ at }) => at === 'fundedBy.0.url')

  assert.equal(found?.line, 5)
  assert.match(found?.sentence ?? '', /écrivez « uri » à la place/)
})

const minimal = `publiccodeYmlVersion: "0.7.0"
name: openCimetière
url: https://gitlab.example/cimetiere
platforms: [web]
developmentStatus: stable
softwareType: standalone/web
description:
  fr:
    shortDescription: Gérer le cimetière
    longDescription: ${'Le plan, les concessions, les défunts. '.repeat(5)}
    features: [plan]
legal:
  license: AGPL-3.0-or-later
maintenance:
  type: community
  contacts:
    - name: Communauté
localisation:
  localisationReady: true
  availableLanguages: [fr]
`

test('a whole file has no fault', () => {
  assert.deepEqual(readText(minimal).faults, [])
})

for (const [state, change, code] of [
  ['a byte order mark', (text: string) => `\uFEFF${text}`, 'byte-order-mark'],
  ['tabs instead of spaces', (text: string) => text.replaceAll('\n  ', '\n\t'), 'tab'],
  ['the same key twice', (text: string) => `${text}name: Un autre nom\n`, 'duplicate-key'],
  ['a French section', (text: string) => `${text}fr:\n  sample: oui\n`, 'unknown-key'],
  ['an invented version', (text: string) => text.replace('0.7.0', '2.4.0'), 'version'],
  ['two documents', (text: string) => `${text}---\nname: Autre\n`, 'several-documents'],
  [
    'a text too short',
    (text: string) => text.replace(/longDescription: .*/, 'longDescription: Court'),
    'too-short',
  ],
  ['a day that is none', (text: string) => `${text}releaseDate: 2026-02-30\n`, 'not-a-date'],
  [
    'yes for true',
    (text: string) => text.replace('localisationReady: true', 'localisationReady: yes'),
    'wrong-type',
  ],
  [
    'a licence in words',
    (text: string) => text.replace('AGPL-3.0-or-later', 'Licence libre'),
    'not-a-licence',
  ],
  ['an invented category', (text: string) => `${text}categories: [cimetiere]\n`, 'not-in-list'],
  [
    'contractors beside a community',
    (text: string) =>
      text.replace('maintenance:\n', 'maintenance:\n  contractors: [{name: SCOP, until: 2027-01-01}]\n'),
    'forbidden',
  ],
] as const) {
  test(`with ${state} the file is read all the same, and the fault is said`, () => {
    const read = readText(change(minimal))
    const fromBytes = readPubliccode(bytesOf(change(minimal)))

    assert.ok(
      fromBytes.faults.some((fault) => fault.code === code),
      JSON.stringify(read.faults),
    )
    assert.match(sheetFieldsOf(fromBytes.file).name ?? '', /openCimetière|Un autre nom/)
  })
}

test('Latin-1 and UTF-16 are read with their accents', () => {
  const latin = readPubliccode(Buffer.from(minimal, 'latin1'))
  const wide = readPubliccode(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(minimal, 'utf16le')]))

  assert.equal(latin.file.name, 'openCimetière')
  assert.equal(wide.file.name, 'openCimetière')
  assert.ok([latin, wide].every(({ faults }) => faults[0]?.code === 'encoding'))
})

test('what is not the file at all says what it is', () => {
  assert.deepEqual(codesOf(''), ['empty-file'])
  assert.deepEqual(codesOf('<!DOCTYPE html><html><body>404</body></html>'), ['web-page'])
  assert.deepEqual(codesOf('\0\x01\x02'), ['binary'])
  assert.deepEqual(codesOf('- un\n- deux\n'), ['not-a-map'])
  assert.deepEqual(codesOf('x'.repeat(300_000)), ['too-large'])
})

test('aliases that unfold without end are stopped', () => {
  const levels = Array.from(
    { length: 9 },
    (_, at) => `l${at + 1}: &l${at + 1} [${'*l'.concat(String(at), ', ').repeat(9)}x]`,
  )
  const started = performance.now()
  const { faults } = readText(`name: Bombe\nl0: &l0 [x]\n${levels.join('\n')}\n`)

  assert.ok(faults.some(({ code }) => code === 'alias-bomb'))
  assert.ok(performance.now() - started < 2000)
})

test('a file nested without end is stopped', () => {
  const { faults } = readText(`name: Profond\nx: ${'['.repeat(500)}${']'.repeat(500)}\n`)

  assert.ok(faults.some(({ code }) => code === 'too-deep'))
})

test('numbers and days of YAML 1.1 stay what was typed', () => {
  const { file, faults } = readText(`${minimal}softwareVersion: 0.10\nreleaseDate: 2026-07-22\n`)

  assert.equal(file.softwareVersion, '0.10')
  assert.equal(sheetFieldsOf(file).releasedOn, '2026-07-22')
  assert.deepEqual(faults, [])
})

test('lengths are counted as a person counts letters', () => {
  const { faults } = readText(minimal.replace('Gérer le cimetière', '👨‍👩‍👧'.repeat(150)))

  assert.deepEqual(faults, [])
})

test('the name .yaml is taken, with the advice to rename it', () => {
  assert.deepEqual(codesOf(minimal, 'publiccode.yaml'), ['file-name'])
})

test('what is no longer YAML still gives its simple lines', () => {
  const { file, faults } = readText('name: "Pastell\nurl: https://gitlab.example/pastell\n  - : [\n')

  assert.ok(faults.some(({ code }) => code === 'syntax'))
  assert.equal(sheetFieldsOf(file).repository ?? file.url, 'https://gitlab.example/pastell')
})

test('the addresses and telephones of people are kept nowhere', () => {
  const { text } = readText(
    `${minimal}# écrire à marie.dupont@ville.example\n`.replace(
      '- name: Communauté',
      '- name: Communauté\n      email: jean@ville.example\n      phone: "+33 3 20 00 00 00"',
    ),
  )

  assert.doesNotMatch(text ?? '', /@|\+33/)
  assert.match(text ?? '', /Communauté/)
})

test('keys named like those of JavaScript are only words', () => {
  const { file, faults } = readText(`${minimal}__proto__: { polluted: true }\nconstructor: oui\n`)

  assert.ok(faults.some(({ at }) => at === 'constructor'))
  assert.equal(({} as { polluted?: boolean }).polluted, undefined)
  assert.equal(file.name, 'openCimetière')
})

test('what another publiccode.yml needs is read, however it was typed', () => {
  const facts = publiccodeFactsOf(
    readText(minimal.replace('localisationReady: true', 'localisationReady: "oui"')).file,
  )

  assert.deepEqual(facts, {
    features: ['plan'],
    localisationReady: true,
    availableLanguages: ['fr'],
    maintenanceType: 'community',
    contacts: [{ name: 'Communauté', affiliation: undefined }],
  })
})
