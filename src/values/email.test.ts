import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseEmail } from './email.ts'

test('an e-mail is kept trimmed, in lower case, its domain in ASCII', () => {
  assert.deepEqual(parseEmail('  Mairie@Bousignies.EXAMPLE '), {
    ok: true,
    value: 'mairie@bousignies.example',
  })
  assert.deepEqual(parseEmail('mailto:a.b@x.example'), { ok: true, value: 'a.b@x.example' })
  assert.deepEqual(parseEmail('mairie@hérin.example'), { ok: true, value: 'mairie@xn--hrin-bpa.example' })
})

test('what is not an e-mail is refused', () => {
  const others = [
    '',
    'inconnu',
    'https://www.commune.example/contact',
    'mairie@',
    '@commune.example',
    'mairie@commune',
    'mairie@@commune.example',
    'ma irie@commune.example',
    'mairie..x@commune.example',
    'mairie@-commune.example',
    'mairie@127.0.0.1',
    `${'a'.repeat(65)}@commune.example`,
    'a@b.example;c@d.example',
    'mairie@commune.example\r\nBcc: x@y.example',
  ]

  for (const other of others)
    assert.deepEqual(parseEmail(other), { ok: false, reason: 'not-an-email' }, other)
})
