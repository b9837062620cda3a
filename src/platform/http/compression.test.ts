import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { compress, encodingFor } from './compression.ts'

const page = Buffer.from('<p>Il nous faut un serveur de fichiers.</p>'.repeat(100))

test('the best encoding that the browser reads is taken, and none that it refuses', () => {
  assert.equal(encodingFor('gzip, deflate, br, zstd'), 'br')
  assert.equal(encodingFor('gzip;q=1.0, br;q=0'), 'gzip')
  assert.equal(encodingFor('GZIP'), 'gzip')
  assert.equal(encodingFor('identity'), undefined)
  assert.equal(encodingFor(undefined), undefined)
})

test('what travels is smaller, and reads the same', async () => {
  const [small, zipped] = [await compress(page, 'br'), await compress(page, 'gzip')]

  assert.ok(small && zipped && small.length < page.length / 10)
  assert.deepEqual(brotliDecompressSync(small), page)
  assert.deepEqual(gunzipSync(zipped), page)
})

test('what gains nothing is left as it is', async () => {
  assert.equal(await compress(Buffer.from('court'), 'br'), undefined)
  assert.equal(await compress(crypto.getRandomValues(new Uint8Array(4000)), 'gzip'), undefined)
})
