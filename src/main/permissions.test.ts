import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { openDoor } from '#test/visit.ts'
import { roles } from '#values/role.ts'
import { modules } from './modules.ts'
import { permissionDocument } from './permission-document.ts'
import { permissionFaults, permissionTable, routesOf } from './permission-table.ts'
import { platformPermissions } from './platform-routes.tsx'
import { createWeb } from './web.ts'

const door = await openDoor()
const web = createWeb(door.world, modules)
const table = permissionTable([platformPermissions, ...modules.map(({ permissions }) => permissions)].flat())

test('every route has its sentence in the table, and every sentence its route', () => {
  assert.deepEqual(permissionFaults(web, table), { withoutSentence: [], withoutRoute: [] })
})

test('docs/permissions.md tells what the modules say (npm run map)', () => {
  assert.equal(readFileSync('docs/permissions.md', 'utf8'), permissionDocument())
})

// A value for each parameter of an address: nothing has this id, so what is allowed answers 404 or 422, never 403.
const filled = (path: string) => path.replace(/:[a-z]+(\{[^}]*\})?/gi, '00000000-0000-4000-8000-000000000000')

for (const role of roles) {
  test(`a visitor as ${role} passes the doors of the table, and no other`, async () => {
    const visitor = door.as(role)
    for (const route of routesOf(web)) {
      const [method = '', path = ''] = route.split(' ')
      const answer = method === 'GET' ? await visitor.get(filled(path)) : await visitor.post(filled(path))
      const isLedAway = answer.location?.startsWith(role === 'public' ? '/sign-in' : '/founding') ?? false
      const isLetIn =
        answer.status !== 403 && !(isLedAway && !(role === 'newcomer' && ['/', '/founding'].includes(path)))

      assert.equal(
        isLetIn,
        table.get(route)?.who.has(role) ?? false,
        `${role}: ${route} answered ${answer.status}`,
      )
      assert.notEqual(answer.status, 500, `${role}: ${route} is broken`)
    }
  })
}
