import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { type FetchLimits, fetchFile } from './fetch-file.ts'
import { isPrivateAddress } from './private-address.ts'

const server = createServer((request, answer) => {
  const pages: Record<string, () => void> = {
    '/mairies.csv': () => answer.end('insee;email\n'),
    '/moved': () => answer.writeHead(302, { location: '/mairies.csv' }).end(),
    '/round': () => answer.writeHead(302, { location: '/round' }).end(),
    '/named': () =>
      answer.writeHead(200, { 'content-disposition': 'attachment; filename="liste.csv"' }).end('x'),
    '/large': () => answer.end('x'.repeat(5000)),
    '/closed': () => answer.writeHead(403).end(),
    '/broken': () => answer.writeHead(502).end(),
    '/slow': () => {},
  }
  const page = pages[request.url ?? '']
  if (page) page()
  else answer.writeHead(404).end()
}).listen(0, '127.0.0.1')
await once(server, 'listening')
after(() => server.closeAllConnections())
after(() => server.close())
const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
const limits: FetchLimits = { largest: 1000, patience: 300, allowsPrivate: true }
const reason = async (address: string, some: Partial<FetchLimits> = {}) => {
  const fetched = await fetchFile(address, { ...limits, ...some })
  return fetched.ok ? 'fetched' : fetched.reason
}

test('a file is fetched, through redirections, with its name', async () => {
  const fetched = await fetchFile(at('/moved'), limits)
  const named = await fetchFile(at('/named'), limits)

  assert.ok(fetched.ok && named.ok)
  assert.deepEqual(
    [fetched.value.name, new TextDecoder().decode(fetched.value.bytes)],
    ['mairies.csv', 'insee;email\n'],
  )
  assert.equal(named.value.name, 'liste.csv')
})

test('an address that gives no file says why', async () => {
  assert.equal(await reason(at('/absent')), 'not-found')
  assert.equal(await reason(at('/closed')), 'forbidden')
  assert.equal(await reason(at('/broken')), 'server-error')
  assert.equal(await reason(at('/round')), 'too-many-redirects')
  assert.equal(await reason(at('/large')), 'too-large')
  assert.equal(await reason(at('/slow')), 'too-slow')
  assert.equal(await reason('ftp://x.example/a'), 'not-a-web-address')
  assert.equal(await reason('http://127.0.0.1:1/'), 'unreachable')
})

test('what this machine or its network serves to itself is refused, by name or by number', async () => {
  for (const host of [
    '127.0.0.1',
    'localhost',
    '0.0.0.0',
    '10.0.0.8',
    '192.168.1.1',
    '169.254.169.254',
    '[::1]',
    '2130706433',
  ])
    assert.equal(await reason(`http://${host}/a.csv`, { allowsPrivate: false }), 'private-address', host)
})

test('private addresses are told from public ones, also when one is wrapped in the other family', () => {
  const closed = [
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '172.31.0.1',
    '100.64.0.1',
    'x',
  ]
  const open = ['8.8.8.8', '172.32.0.1', '2001:4860:4860::8888']

  assert.deepEqual([...closed, ...open].filter(isPrivateAddress), closed)
})
