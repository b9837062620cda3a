import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { listOutbox } from '#platform/mail/outbox.ts'
import { openDoor } from '#test/visit.ts'
import { firstPersonEmail } from './first-person.ts'
import { accounts } from './module.ts'
import { oneTimeLink } from './sign-in.action.ts'

const door = await openDoor()
const { world } = door

test('a known person enters with the code that reached the outbox', async () => {
  const visitor = door.as('public')
  const asked = await visitor.post('/sign-in/codes', { email: 'operator@beffroi.example', next: '/members' })
  const [mail] = (await listOutbox(world.db, { search: 'operator@', page: 1 })).messages
  const code = /\d{6}/.exec(mail?.textBody ?? '')?.[0] ?? ''

  const entered = await visitor.post('/sign-in/sessions', {
    email: 'operator@beffroi.example',
    code,
    next: '/members',
  })

  assert.equal(asked.status, 200)
  assert.equal(entered.status, 303)
  assert.equal(entered.location, '/members')
  assert.match(entered.headers.get('set-cookie') ?? '', /beffroi\.session_token=/)
})

test('an unknown address hears the same answer, and no code leaves', async () => {
  const asked = await door.as('public').post('/sign-in/codes', { email: 'inconnu@beffroi.example' })

  assert.equal(asked.status, 200)
  assert.match(asked.text, /Si inconnu@beffroi\.example est connue ici/)
  assert.equal((await listOutbox(world.db, { search: 'inconnu@', page: 1 })).total, 0)
})

test('a wrong code opens nothing and says what to do', async () => {
  const refused = await door
    .as('public')
    .post('/sign-in/sessions', { email: 'association@beffroi.example', code: '000000' })

  assert.equal(refused.status, 422)
  assert.match(refused.text, /Ce code n’est pas le bon/)
  assert.equal(refused.headers.get('set-cookie'), null)
})

test('the terminal’s link opens once, by a press and not by a look', async () => {
  const link = new URL(await oneTimeLink(world, firstPersonEmail))
  const token = link.searchParams.get('token') ?? ''
  const visitor = door.as('public')

  const looked = await visitor.get(`${link.pathname}${link.search}`)
  const entered = await visitor.post('/sign-in/link', { token })
  const again = await visitor.post('/sign-in/link', { token })

  assert.equal(looked.status, 200)
  assert.equal(entered.status, 303)
  assert.equal(again.status, 422)
  assert.match(again.text, /Ce lien a déjà servi/)
})

test('a member welcomes a colleague, who can then receive a code', async () => {
  const operator = door.as('operator')
  const welcomed = await operator.post('/members', { name: 'Luc Martin', email: 'Luc@beffroi.example' })
  await door.as('public').post('/sign-in/codes', { email: 'luc@beffroi.example' })

  assert.equal(welcomed.status, 303)
  assert.match((await operator.get('/members')).text, /Luc Martin/)
  assert.equal((await listOutbox(world.db, { search: 'luc@', page: 1 })).total, 1)
})

test('somebody who acts for another organisation is not taken over', async () => {
  const refused = await door
    .as('operator')
    .post('/members', { name: 'Karim', email: 'association@beffroi.example' })

  assert.equal(refused.status, 422)
  assert.match(refused.text, /agit déjà pour un autre organisme/)
})

test('the public is led to the sign-in page and comes back where it wanted', async () => {
  const led = await door.as('public').get('/members')

  assert.equal(led.location, '/sign-in?next=%2Fmembers')
})

test('the terminal opens the demonstration as its founder, each time it starts', async () => {
  const demonstration = { ...world, config: { ...world.config, isDemo: true } }
  const [announced, link] = (await accounts.welcome?.(demonstration)) ?? []

  assert.match(announced ?? '', /Entrée dans la démonstration/)
  assert.match(link ?? '', /\/sign-in\/link\?token=\S+$/)
  assert.deepEqual(await accounts.welcome?.(world), [])
})

test('the operator lets the first person of another body in, and nobody after', async () => {
  await world.db.execute(sql`delete from memberships where user_id = 'association'`)
  const organisation = door.organisationId('association')
  const page = await door.as('operator').get('/members')
  const first = { organisation, name: 'Inès Marchand', email: 'ines@association.example' }
  const welcomed = await door.as('operator').post('/members/first', first)
  const second = await door.as('operator').post('/members/first', {
    ...first,
    name: 'Quelqu’un',
    email: 'autre@association.example',
  })
  const network = await door.as('network').post('/members/first', first)

  assert.match(page.text, /Faire entrer un autre organisme/)
  assert.equal(welcomed.status, 303)
  assert.match(second.text, /Quelqu’un agit déjà pour cet organisme/)
  assert.equal(network.status, 403)
})
