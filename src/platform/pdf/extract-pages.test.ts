import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compilePdf } from './compile-pdf.ts'
import { extractPages, NotOurPdf } from './extract-pages.ts'
import { readPages } from './read-pages.ts'

const { bytes } = compilePdf({
  main: '#set document(title: "x")\n#set text(lang: "fr")\n#range(5).map(n => [#heading[Page #n] #link("https://exemple.example")[lien #n] #rect(width: 1cm)]).join(pagebreak())',
  timestamp: new Date(0),
})

test('the pages extracted are drawn as they were, in the order asked, and the others are not in the file', async () => {
  const all = await readPages(bytes)
  const some = extractPages(bytes, [4, 2])

  assert.deepEqual(await readPages(some), [all[3], all[1]])
  assert.ok(some.length < bytes.length)
})

test('the contents of a page are copied byte for byte', () => {
  const contentsOf = (file: Uint8Array) =>
    Buffer.from(file)
      .toString('latin1')
      .match(/stream\r?\n[\s\S]*?endstream/g) ?? []
  const originals = new Set(contentsOf(bytes))
  const copied = contentsOf(extractPages(bytes, [3]))

  assert.ok(copied.length > 1)
  assert.ok(copied.every((stream) => originals.has(stream)))
})

test('a page that is not there, and a file that is none of ours, are refused', () => {
  assert.throws(() => extractPages(bytes, [6]), NotOurPdf)
  assert.throws(() => extractPages(new TextEncoder().encode('%PDF-1.4 bonjour'), [1]), NotOurPdf)
})
