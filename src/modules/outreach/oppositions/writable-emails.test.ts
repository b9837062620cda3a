import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { freshWorld } from '#test/world.ts'
import { openAddressSearch } from '../address-searches/address-searches.queries.ts'
import { opposeAddress, opposeTownHall } from './oppose.action.ts'
import { writableEmails } from './writable-emails.queries.ts'

const world = await freshWorld()
const { db, config } = world
const { programmeId } = await foundProgramme(db)
await addTownHalls(db, programmeId, [
  { insee: '59001', name: 'Une', emails: ['mairie@une.example', 'accueil@une.example'] },
  { insee: '59002', name: 'Deux', emails: ['mairie@deux.example'] },
  { insee: '59003', name: 'Trois' },
  { insee: '59004', name: 'Quatre', emails: ['mairie@quatre.example', 'accueil@quatre.example'] },
])
const at = new Date()
const said = { origin: 'téléphone', at }
const ask = (topic: 'all' | 'free-software' | 'e-administration' = 'free-software') =>
  writableEmails(world, ['59001', '59002', '59003', '59004'], topic)

test('a town hall is written to at its first official address, and one without any is left out', async () => {
  const found = await ask()

  assert.equal(found.get('59001'), 'mairie@une.example')
  assert.equal(found.has('59003'), false)
})

test('a town hall that refuses e-mails about free software is not written to about it, but may be about the rest', async () => {
  await opposeTownHall(db, { insee: '59002', channel: 'email', topic: 'free-software', ...said })

  assert.equal((await ask()).has('59002'), false)
  assert.equal((await ask('e-administration')).get('59002'), 'mairie@deux.example')
})

test('an address that its holder opposes, or that leads nowhere, gives way to the next', async () => {
  await opposeAddress(db, config.secret, { address: 'Mairie@une.example', ...said })
  const nowhere = {
    insee: '59004',
    channel: 'email',
    address: 'mairie@quatre.example',
    reason: 'bounced',
  } as const
  await openAddressSearch(db, { ...nowhere, at })

  const found = await ask()

  assert.equal(found.get('59001'), 'accueil@une.example')
  assert.equal(found.get('59004'), 'accueil@quatre.example')
})
