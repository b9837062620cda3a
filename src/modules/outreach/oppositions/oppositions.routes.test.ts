import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { addTownHalls } from '#test/town-halls.ts'
import { openDoor, withoutFrance } from '#test/visit.ts'
import { isoDate } from '#ui/french.ts'

const door = await openDoor(withoutFrance)
const { world } = door
const { db } = world
const programmeId = newId()
await db.execute(sql`insert into programmes (id, name, operator_id, association_id, founded_at, founded_by)
  values (${programmeId}, 'Programme', ${door.organisationId('operator')}, ${door.organisationId('association')}, now(), 'Claire')`)
await addTownHalls(db, programmeId)
const operator = door.as('operator')
const usual = { commune: '', address: '', channel: 'all', topic: 'all', origin: 'téléphone, 3 mars' }
const today = isoDate(world.clock())

test('a town hall is found by its name, however it is written, and what is ambiguous is asked', async () => {
  const found = await operator.post('/oppositions', {
    ...usual,
    commune: 'aubry du hainaut',
    channel: 'letter',
  })
  const unknown = await operator.post('/oppositions', { ...usual, commune: 'Zzyx' })
  const list = await operator.get('/oppositions?q=aubry&channel=letter')

  assert.equal(found.status, 303)
  assert.equal(unknown.status, 422)
  assert.match(unknown.text, /Aucune commune ne porte ce nom/)
  assert.match(list.text, /Aubry-du-Hainaut/)
  assert.match(list.text, /Les lettres/)
})

test('whether an address is in opposition is answered yes or no, and the question is kept nowhere', async () => {
  await operator.post('/oppositions', { ...usual, address: 'Elue@Abscon.example' })
  const yes = await operator.post('/oppositions/check', { checked: 'elue@abscon.example' })
  const no = await operator.post('/oppositions/check', { checked: '03 27 12 34 56' })
  const wrong = await operator.post('/oppositions/check', { checked: 'bonjour' })
  const [kept] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from opposition_addresses a where to_jsonb(a)::text ilike '%abscon%'`,
  )

  assert.match(yes.text, /Oui.: cette adresse électronique est en opposition/)
  assert.match(no.text, /Non.: cette téléphone|Non.: ce téléphone/)
  assert.equal(wrong.status, 422)
  assert.equal(kept?.n, 0)
})

test('an opposition is lifted with its request attached, and the evidence is read again', async () => {
  await operator.post('/oppositions', { ...usual, commune: 'Bouchain' })
  const [row] = await db.execute<{ id: string }>(
    sql`select id from opposition_organisations where insee = '59092' and lifted_at is null`,
  )
  const path = `/oppositions/${row?.id}`
  const late = await operator.post(`${path}/lifting`, { evidence: 'Une lettre', requestedOn: '2020-01-01' })
  const file = new File(['Vous pouvez nous écrire de nouveau.'], 'lettre d’août.txt', { type: 'text/plain' })
  const lifted = await operator.post(`${path}/lifting`, { evidence: 'Une lettre', requestedOn: today, file })
  const evidence = await operator.get(`${path}/evidence`)
  const again = await operator.post(`${path}/lifting`, { evidence: 'Encore', requestedOn: today })

  assert.equal(late.status, 422)
  assert.match(late.text, /plus ancienne que l’opposition/)
  assert.equal(lifted.status, 303)
  assert.match((await operator.get(path)).text, /La pièce jointe/)
  assert.match(evidence.text, /écrire de nouveau/)
  assert.match(again.text, /n’est plus en vigueur/)
})

test('the list leaves as a sheet, without any address', async () => {
  await operator.post('/oppositions', { ...usual, address: '03 27 44 55 66' })
  const csv = await operator.get('/oppositions.csv?holder=address')

  assert.match(csv.text, /Téléphone \(empreinte\)/)
  assert.doesNotMatch(csv.text, /44 55 66|44556/)
})
