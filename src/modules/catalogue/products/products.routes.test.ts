import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDoor, withCatalogue } from '#test/visit.ts'

const visitor = (await openDoor(withCatalogue)).as('public')

test('a product leads to the needs it serves and to what meets them, wholly or with what is missing', async () => {
  const { text, status } = await visitor.get('/products/publisher')

  assert.equal(status, 200)
  assert.match(text, /<h1>Remplacer Microsoft Publisher<\/h1>/)
  assert.match(text, /href="\/needs\/mise-en-page"/)
  assert.match(text, /href="\/software\/scribus"/)
  assert.match(text, /Répond en partie/)
  assert.match(text, /l’ouverture fidèle des fichiers Publisher/)
})

test('where no free software is known the page says so, with what can be done', async () => {
  const { text } = await visitor.get('/products/municipol')

  assert.match(text, /Nous ne connaissons pas de logiciel libre/)
})

test('the list is searched by name, vendor or what people call it, filtered by need, and taken away', async () => {
  const byAlias = await visitor.get('/products?q=quartz')
  const byNeed = await visitor.get('/products?need=cimetiere')
  const csv = await visitor.get('/products.csv?q=arp%C3%A8ge')
  const json = await visitor.get('/products.json?q=publisher')
  const ods = await visitor.get('/products.ods')

  assert.match(byAlias.text, /href="\/products\/kwartz"/)
  assert.match(byNeed.text, /Gescime/)
  assert.doesNotMatch(byNeed.text, /Photoshop/)
  assert.match(csv.text, /Concerto;Arpège/)
  assert.equal(JSON.parse(json.text).products[0].slug, 'publisher')
  assert.match(ods.headers.get('content-type') ?? '', /opendocument/)
})

test('the list is read page after page, in the order asked', async () => {
  const first = await visitor.get('/products')
  const second = await visitor.get('/products?page=2')
  const bySoftware = await visitor.get('/products?sort=software')

  assert.match(first.text, /page=2/)
  assert.notEqual(first.text, second.text)
  assert.match(bySoftware.text, /aria-sort="descending"/)
})

test('a product not known is looked for among the needs', async () => {
  const { text } = await visitor.get('/products?q=%3Cb%3Etruc%3C%2Fb%3E%25')

  assert.match(text, /Nous ne connaissons pas ce produit/)
  assert.doesNotMatch(text, /<b>truc/)
  assert.equal((await visitor.get('/products/nulle-part')).status, 404)
})
