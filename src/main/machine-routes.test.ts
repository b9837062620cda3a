import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDoor, withCatalogue } from '#test/visit.ts'
import { modules } from './modules.ts'
import { permissionTable } from './permission-table.ts'

const door = await openDoor(withCatalogue)
const table = permissionTable(modules.flatMap(({ permissions }) => permissions))

// `/software/:file{[a-z0-9-]+\.(?:json|csv)}` is two addresses: `/software/{}.json` and `/software/{}.csv`.
function addressesOf(route: string): string[] {
  const path = route.replace(/^GET /, '')
  const [, before, ends] = /^(.*)\/:[a-z]+\{.*\\\.(?:\(\?:)?([a-z|]+)\)?\}$/.exec(path) ?? []
  if (ends) return ends.split('|').map((end) => `${before}/{}.${end}`)
  return [path.replace(/:[a-z]+(?:\{[^}]*\})?/gi, '{}')]
}

const isFile = (path: string) => /\.(?:json|jsonld|csv|ods|atom|pdf|yml)$|^\/(?:v1|api)\//.test(path)

test('every file that anyone may read is described, and nothing else is', async () => {
  const { text } = await door.as('public').get('/openapi.json')
  const described = Object.keys(JSON.parse(text).paths).map((path) => path.replace(/\{[a-z]+\}/gi, '{}'))

  // A token in the address is a private page: those who hold it know what it is.
  const read = [...table]
    .filter(([route, { who }]) => route.startsWith('GET ') && who.has('public') && !route.includes(':token'))
    .flatMap(([route]) => addressesOf(route))
    .filter((path) => isFile(path) && path !== '/openapi.json')

  assert.deepEqual(described.toSorted(), [...new Set(read)].toSorted())
})
