import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { csvOf, odsOf } from './write-table.ts'

type Row = { name: string; inhabitants: number | null; since: Date | null }
const columns = [
  { label: 'Commune', value: (row: Row) => row.name },
  { label: 'Population', value: (row: Row) => row.inhabitants },
  { label: 'Depuis', value: (row: Row) => row.since },
]
const denain = { name: 'Denain', inhabitants: 20622, since: new Date('2026-11-22T23:30:00Z') }

test('a CSV opens in a French spreadsheet: its mark, semicolons, the day as lived in Paris', () => {
  assert.equal(csvOf(columns, [denain]), '\uFEFFCommune;Population;Depuis\r\nDenain;20622;2026-11-23\r\n')
})

test('quotes, semicolons and line ends stay in their cell', () => {
  const csv = csvOf([{ label: 'Adresse', value: (text: string) => text }], ['1; rue\n"Basse"'])

  assert.equal(csv, '\uFEFFAdresse\r\n"1; rue\n""Basse"""\r\n')
})

test('a cell that looks like a formula is text, a telephone number is left alone', () => {
  const csv = csvOf([{ label: 'Valeur', value: (text: string) => text }], ['=1+1', '+33 3 27 00 00 00'])

  assert.equal(csv, "\uFEFFValeur\r\n'=1+1\r\n+33 3 27 00 00 00\r\n")
})

test('an ODS begins with its type, unpacked, and keeps numbers as numbers', () => {
  const bytes = odsOf('Territoire', columns, [denain, { name: 'A & <B>', inhabitants: null, since: null }])

  assert.equal(strFromU8(bytes.slice(30, 38)), 'mimetype')
  const content = strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array())
  assert.match(content, /office:value="20622"/)
  assert.match(content, /A &amp; &lt;B&gt;/)
})
