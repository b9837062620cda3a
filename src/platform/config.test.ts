import assert from 'node:assert/strict'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { temporaryFolder } from '#test/temporary-folder.ts'
import { envExample, readConfig } from './config.ts'
import { root } from './database/folders.ts'
import { StartRefused } from './start-refused.ts'

const data = temporaryFolder()
const read = (environment: Record<string, string>) =>
  readConfig({ environment: { BEFFROI_DATA: data, ...environment } })

after(() => rmSync(data, { recursive: true }))

test('without any variable Beffroi answers on its own address', () => {
  const { port, host, baseUrl, smtpUrl, databaseUrl } = read({})

  assert.deepEqual([port, host, baseUrl], [3000, '127.0.0.1', 'http://localhost:3000'])
  assert.deepEqual([smtpUrl, databaseUrl], [undefined, undefined])
})

test('a wrong configuration is refused with the list of all that is wrong', () => {
  const wrong = {
    PORT: '70000',
    BASE_URL: 'mairie',
    SMTP_URL: 'http://x',
    DATABASE_URL: 'mysql://x',
    LOG_LEVEL: 'loud',
  }

  assert.throws(
    () => read(wrong),
    (error) => {
      assert.ok(error instanceof StartRefused)
      for (const name of Object.keys(wrong)) assert.match(error.message, new RegExp(`– ${name} doit`))
      return true
    },
  )
})

test('a public address with a path or a query is refused: links would be printed wrong', () => {
  for (const wrong of ['https://exemple.fr/beffroi', 'https://exemple.fr/?a=1', 'https://exemple.fr/#x'])
    assert.throws(() => read({ BASE_URL: wrong }), /BASE_URL doit/)

  assert.equal(read({ BASE_URL: 'https://exemple.fr/' }).baseUrl, 'https://exemple.fr')
})

test('an empty variable counts as absent', () => {
  assert.equal(read({ PORT: '', SMTP_URL: ' ' }).port, 3000)
})

test('the secret is made once and kept', () => {
  assert.equal(read({}).secret, read({}).secret)
  assert.ok(read({}).secret.length >= 32)
})

test('the example of configuration says what the schema says', () => {
  assert.equal(readFileSync(join(root, '.env.example'), 'utf8'), envExample())
})
