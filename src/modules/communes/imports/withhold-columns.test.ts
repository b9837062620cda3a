import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readContent } from '#platform/files/read-content.ts'
import { openFile } from './receive-file.action.ts'
import { isWithheld } from './withhold-columns.ts'

const opened = (text: string) => {
  const file = openFile({ name: 'f', mediaType: '', bytes: new TextEncoder().encode(text) })
  assert.ok(file.ok)
  return new TextDecoder().decode(file.value.bytes)
}

test('birth dates, occupations and nationalities are columns never kept', () => {
  const never = [
    'Date de naissance',
    'date_naissance',
    'Code de la catégorie socio-professionnelle',
    'Profession',
    'Code nationalité',
  ]

  assert.deepEqual(never.filter(isWithheld), never)
  assert.deepEqual(['Commune', 'Courriel', 'Adresse', 'Nom de l’élu'].filter(isWithheld), [])
})

test('a file of mayors is kept without their birth dates and occupations, whatever the encoding', () => {
  const csv = readFileSync(new URL('fixtures/rne-maires.csv', import.meta.url), 'utf8')
  const latin1 = openFile({ name: 'f', mediaType: '', bytes: Buffer.from(csv, 'latin1') })

  assert.ok(latin1.ok)
  for (const kept of [opened(csv), new TextDecoder().decode(latin1.value.bytes)]) {
    assert.doesNotMatch(kept, /1969|1970|1971|1972|inventé|;23;|;42;/)
    assert.match(kept, /EXEMPLÉ;Zoé;F;/)
  }
})

test('a row whose cells may have slid is kept by its width only, under its own number', () => {
  const kept = opened('insee;naissance;email\n\n59100;31/12/1969\n59172;1970;a@b.example\n')
  const content = readContent(new TextEncoder().encode(kept))

  assert.ok(content.ok && content.value.kind === 'table')
  assert.deepEqual(content.value.table.rows, [
    { number: 3, cells: ['?', '?'] },
    { number: 4, cells: ['59172', '', 'a@b.example'] },
  ])
})

test('the same goes for JSON', () => {
  assert.equal(opened('[{"nom":"A","date_naissance":"1969-12-31"}]'), '[{"nom":"A"}]')
})

test('a file without such columns is kept as it is', () => {
  assert.equal(opened('insee,email\n59100,a@b.example\n'), 'insee,email\n59100,a@b.example\n')
})
