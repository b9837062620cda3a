import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/ids.ts'
import { openDoor, withoutFrance } from '#test/visit.ts'

const door = await openDoor(withoutFrance)

test('a source dated in the future is refused, for it would win over every later file', async () => {
  const file = new File(['code;email\n59014;mairie@anzin.example\n'], 'mairies.csv')
  const form = { once: newId(), file, sourceLabel: 'Tableau du centre de gestion', sourceDate: '2999-01-01' }
  const refused = await door.as('operator').post('/imports', form)

  assert.equal(refused.status, 422)
  assert.match(refused.text, /Ce jour n’est pas encore venu/)
  assert.match(refused.text, /value="Tableau du centre de gestion"/)
})
