import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDoor, withoutFrance } from '#test/visit.ts'
import { modules } from './modules.ts'

const door = await openDoor(withoutFrance)
const operator = door.as('operator')

const routes = modules.flatMap(({ permissions }) => permissions).flatMap(({ on }) => on)
const withIdentifier = routes.filter((route) => route.includes(':'))

for (const wrong of ['nimporte', '%00', '%ff', '%27%22%3Cb%3E', '00000000-0000-0000-0000-000000000000']) {
  test(`no address breaks on the identifier ${wrong}`, async () => {
    for (const route of withIdentifier) {
      const [method, path = ''] = route.split(' ')
      const address = path.replace(/:\w+(\{[^}]*\})?/g, wrong)
      const { status } = method === 'GET' ? await operator.get(address) : await operator.post(address)
      assert.ok(status < 500, `${method} ${address} answers ${status}`)
    }
  })
}

test('a null character, which PostgreSQL refuses, breaks neither a search nor a form', async () => {
  assert.equal((await operator.get('/contacts?q=%00')).status, 404)

  const refused = await operator.post('/members', { name: 'Anne\0 Carlier', email: 'anne' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /value="Anne Carlier"/)
})

test('a form that lacks a field is told so in our words', async () => {
  const refused = await operator.post('/members')

  assert.match(refused.text, /À remplir\./)
  assert.doesNotMatch(refused.text, /Entrée invalide|undefined|indéfini/)
})
