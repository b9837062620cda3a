import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { decodeText } from './decode-text.ts'
import { readContent } from './read-content.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const header = (bytes: Uint8Array) => {
  const read = readContent(bytes)
  assert.ok(read.ok && read.value.kind === 'table')
  return read.value.table.header
}
const reason = (bytes: Uint8Array, limit?: number) => {
  const read = readContent(bytes, limit)
  return read.ok ? 'read' : read.reason
}
const ods = (rows: string, mimetype = 'application/vnd.oasis.opendocument.spreadsheet') =>
  zipSync(
    {
      mimetype: [strToU8(mimetype), { level: 0 }],
      'content.xml': strToU8(
        `<office:document-content><office:body><office:spreadsheet><table:table table:name="A">${rows}</table:table>
         <table:table table:name="B"><table:table-row><table:table-cell><text:p>autre</text:p></table:table-cell></table:table-row></table:table>
         </office:spreadsheet></office:body></office:document-content>`,
      ),
    },
    {},
  )
const cell = (text: string, attributes = '') =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`

test('a text is read whatever its encoding', () => {
  const typed = 'Hélesmes;Rœulx;12 €'

  assert.equal(decodeText(utf8(typed)).text, typed)
  assert.equal(decodeText(utf8(`\ufeff${typed}`)).text, typed)
  assert.equal(decodeText(latin1("Hélesmes;Château-l'Abbaye")).text, "Hélesmes;Château-l'Abbaye")
  assert.equal(decodeText(Uint8Array.from([0x52, 0x9c, 0x75, 0x6c, 0x78, 0x20, 0x80])).text, 'Rœulx €')
  assert.equal(
    decodeText(new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([0x48, 0xe9]).buffer)])).text,
    'Hé',
  )
})

test('a text encoded twice is put right', () => {
  const twice = utf8(new TextDecoder('windows-1252').decode(utf8('Émerchicourt, Hélesmes, Rœulx')))

  assert.equal(decodeText(twice).text, 'Émerchicourt, Hélesmes, Rœulx')
})

test('one bad byte in a UTF-8 file does not spoil the other rows', () => {
  const mixed = new Uint8Array([...utf8('Hélesmes;'), ...latin1('Hérin')])

  assert.equal(decodeText(mixed).text, 'Hélesmes;Hérin')
})

test('an upper-case French word is left as it is', () => {
  assert.equal(decodeText(utf8('CHÂTEAU «NOËL» À BÂTIR')).text, 'CHÂTEAU «NOËL» À BÂTIR')
})

test('a CSV is read with its own separator, compressed or not', () => {
  assert.deepEqual(header(utf8('code;nom\n59001;Abancourt\n')), ['code', 'nom'])
  assert.deepEqual(header(utf8('code,nom\n59001,"Abancourt, Nord"\n')), ['code', 'nom'])
  assert.deepEqual(header(gzipSync(utf8('code\tnom\n59001\tAbancourt\n'))), ['code', 'nom'])
})

test('rows keep the number a spreadsheet shows, blank rows included', () => {
  const read = readContent(utf8('code;nom\n\n59001;Abancourt\n;\n59002;Abscon\n'))

  assert.ok(read.ok && read.value.kind === 'table')
  assert.deepEqual(
    read.value.table.rows.map((row) => row.number),
    [3, 5],
  )
})

test('JSON is read whole or one value a line', () => {
  const whole = readContent(utf8('[{"a":1},{"a":2}]'))
  const byLine = readContent(utf8('{"a":1}\n{"a":2}\n'))

  assert.ok(whole.ok && byLine.ok && whole.value.kind === 'json' && byLine.value.kind === 'json')
  assert.deepEqual(whole.value.value, byLine.value.value)
})

test('the first sheet of an ODS is read, repeated cells copied, endless empty ones not', () => {
  const read = readContent(
    ods(
      `<table:table-row>${cell('code')}${cell('nom')}${cell('date')}<table:table-cell table:number-columns-repeated="16381"/></table:table-row>
       <table:table-row table:number-rows-repeated="2">${cell('x', 'table:number-columns-repeated="2"')}${cell('12/01/26', 'office:date-value="2026-01-12T00:00:00"')}</table:table-row>
       <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
    ),
  )

  assert.ok(read.ok && read.value.kind === 'table')
  assert.deepEqual(read.value.table, {
    header: ['code', 'nom', 'date'],
    rows: [
      { number: 2, cells: ['x', 'x', '2026-01-12'] },
      { number: 3, cells: ['x', 'x', '2026-01-12'] },
    ],
  })
})

test('an ODS that would grow without end is refused', () => {
  const wide = ods(
    `<table:table-row>${cell('x', 'table:number-columns-repeated="9000000"')}</table:table-row>`,
  )
  const long = ods(`<table:table-row table:number-rows-repeated="9000000">${cell('x')}</table:table-row>`)

  assert.equal(reason(wide), 'too-large')
  assert.equal(reason(long), 'too-large')
  assert.equal(reason(ods(`<table:table-row>${cell('x'.repeat(9000))}</table:table-row>`), 5000), 'too-large')
})

test('a file of the wrong kind is named for what it is', () => {
  assert.equal(reason(new Uint8Array()), 'empty')
  assert.equal(reason(utf8(' \n \n')), 'empty')
  assert.equal(reason(utf8('%PDF-1.7 …')), 'pdf')
  assert.equal(reason(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d])), 'image')
  assert.equal(reason(new Uint8Array([0xff, 0xd8, 0xff, 0xe0])), 'image')
  assert.equal(
    reason(zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'xl/workbook.xml': strToU8('<x/>') })),
    'xlsx',
  )
  assert.equal(reason(zipSync({ 'a.txt': strToU8('x') })), 'zip')
  assert.equal(reason(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0])), 'xls')
  assert.equal(reason(utf8('<!DOCTYPE html><p>Connexion')), 'html')
  assert.equal(reason(new Uint8Array([1, 2, 0, 4])), 'binary')
  assert.equal(reason(new Uint8Array([0x42, 0x5a, 0x68, 0x39])), 'bzip2')
})

test('a file cut short, damaged or too large is refused for that', () => {
  const whole = gzipSync(utf8('code;nom\n'.repeat(500)))

  assert.equal(reason(whole.subarray(0, whole.length - 12)), 'truncated')
  assert.equal(
    reason(new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff])),
    'damaged',
  )
  assert.equal(reason(whole, 1000), 'too-large')
  assert.equal(reason(utf8('code;nom\n59001;Abancourt\n'), 10), 'too-large')
  assert.equal(reason(utf8('[{"code": "59001"')), 'invalid-json')
  assert.equal(reason(utf8('code;nom\n"59001;Abancourt\n')), 'unclosed-quote')
  assert.equal(reason(utf8('code;nom\n')), 'no-rows')
  assert.equal(reason(ods('', 'application/vnd.oasis.opendocument.spreadsheet').subarray(0, 120)), 'damaged')
})
