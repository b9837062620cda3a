import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { openDoor } from '#test/visit.ts'
import { countPerimeter, isInPerimeter } from './perimeter.queries.ts'

const door = await openDoor()
const { db } = door.world
const newcomer = door.as('newcomer')
const operator = door.as('operator')

const answers = {
  name: 'Anne Carlier',
  email: 'anne.carlier@cdg.example',
  programme: 'Logiciels libres en mairie',
  operatorName: 'Centre de gestion',
  operatorAddress: '14 rue Jeanne-Maillotte\n59000 Lille',
  operatorEmail: 'contact@cdg.example',
  operatorPhone: '',
  operatorDpo: 'dpo@cdg.example',
  associationName: 'Les Amis du libre',
  associationAddress: '1 rue des Arts\n59000 Lille',
  associationEmail: 'bonjour@libre.example',
  associationPhone: '',
  associationDpo: '',
  networkName: '',
  networkAddress: '',
  networkEmail: '',
  perimeter: 'suggested',
  departement: '',
  epci: '',
  list: '',
}

test('the founding says everything that is to be mended at once, and keeps what was typed', async () => {
  const refused = await newcomer.post('/founding', { ...answers, name: '', operatorEmail: 'contact' })

  assert.equal(refused.status, 422)
  assert.match(refused.text, /Dites votre nom/)
  assert.match(refused.text, /«\scontact\s» n’est pas une adresse électronique/)
  assert.match(refused.text, /value="Les Amis du libre"/)
})

test('a name longer than any name is refused in a sentence', async () => {
  const refused = await newcomer.post('/founding', { ...answers, programme: 'Libre '.repeat(100) })

  assert.equal(refused.status, 422)
  assert.match(refused.text, /C’est trop long/)
})

test('a list is read whatever its spelling; what is doubtful is shown back', async () => {
  const list = 'denain\nSt Amand les Eaux\n59070\nRaisme\nBERMERIES'
  const asked = await newcomer.post('/founding', { ...answers, perimeter: 'list', list })

  assert.equal(asked.status, 422)
  assert.match(asked.text, /59172 Denain/)
  assert.match(asked.text, /59526 Saint-Amand-les-Eaux/)
  assert.match(asked.text, /«\s59070\s» n’existe plus comme commune/)
  assert.match(asked.text, /«\sBERMERIES\s» n’existe plus comme commune/)
  assert.match(asked.text, /L&#39;Orée de Mormal/)
  assert.match(asked.text, /«\sRaisme\s» ressemble à une commune/)
})

test('a perimeter that names nobody is refused', async () => {
  const refused = await newcomer.post('/founding', { ...answers, perimeter: 'list', list: '' })

  assert.equal(refused.status, 422)
  assert.match(refused.text, /Aucune commune n’est désignée/)
})

test('the suggested perimeter is founded in one post, and a second post changes nothing', async () => {
  const founded = await newcomer.post('/founding', answers)
  const again = await newcomer.post('/founding', answers)

  assert.equal(founded.location, '/territory?founded')
  assert.equal(again.location, '/founding')
  assert.equal(await countPerimeter(db), 47)
  const [row] = await db.execute<{ programmes: number; kind: string }>(sql`
    select (select count(*)::int from programmes) as programmes, o.kind from memberships m
    join organisations o on o.id = m.organisation_id join users u on u.id = m.user_id where u.email = ${answers.email}`)
  assert.deepEqual({ ...row }, { programmes: 1, kind: 'operator' })
})

test('a commune enters the perimeter, and leaves it when the change is undone', async () => {
  const added = await operator.post('/programme/perimeter/additions', {
    perimeter: 'list',
    list: 'Valenciennes',
  })
  assert.equal(added.location, '/programme?added=1')
  assert.equal(await isInPerimeter(db, '59606'), true)

  const undo =
    /\/programme\/perimeter\/changes\/[^/]+\/undo/.exec((await operator.get('/programme')).text)?.[0] ?? ''
  const undone = await operator.post(undo)
  const again = await operator.post(undo)

  assert.equal(undone.location, '/programme?undone=1')
  assert.equal(await isInPerimeter(db, '59606'), false)
  assert.equal(again.status, 404)
})

test('an EPCI is found by its name, however it is written', async () => {
  const added = await operator.post('/programme/perimeter/additions', {
    perimeter: 'epci',
    epci: 'coeur d ostrevent',
  })

  assert.match(added.location ?? '', /added=\d+/)
})

test('adding what is already there changes nothing and says so', async () => {
  const refused = await operator.post('/programme/perimeter/additions', { perimeter: 'list', list: '59172' })

  assert.equal(refused.status, 422)
  assert.match(refused.text, /déjà toutes dans le périmètre/)
})

test('the association reads the programme and does not change it', async () => {
  const association = door.as('association')

  assert.equal((await association.get('/programme')).status, 200)
  assert.equal(
    (await association.post('/programme/perimeter/removals', { perimeter: 'list', list: '59172' })).status,
    403,
  )
})

test('the perimeter leaves as CSV', async () => {
  const csv = await operator.get('/programme/perimeter.csv')

  assert.match(csv.text, /59172;Denain;59;CA de la Porte du Hainaut;\d+/)
})
