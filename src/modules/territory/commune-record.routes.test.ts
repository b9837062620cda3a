import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordFacts } from '#modules/journal/index.ts'
import { foundProgramme } from '#test/founded.ts'
import { openDoor } from '#test/visit.ts'

const door = await openDoor()
const { db } = door.world
const operator = door.as('operator')
await foundProgramme(door)
await recordFacts(db, [
  {
    insee: '59002',
    at: new Date('2026-09-14T09:00:00Z'),
    kind: 'letter-posted',
    sentence: 'La lettre est postée.',
    reaches: 'written',
  },
  {
    insee: '59002',
    at: new Date('2026-09-21T09:00:00Z'),
    kind: 'call',
    sentence: 'La mairie a rappelé.',
    reaches: 'in-contact',
  },
])

test('the record says who the commune is, with the source and date of each datum', async () => {
  const { text, status } = await operator.get('/communes/59002')

  assert.equal(status, 200)
  assert.match(text, /<h1>Abscon<\/h1>/)
  assert.match(text, /CA de la Porte du Hainaut/)
  assert.ok((text.match(/INSEE, code officiel géographique 2026 · 1er janvier 2026/g) ?? []).length >= 4)
})

test('the journal reads from today back to the first letter, and the path says each stage reached', async () => {
  const { text } = await operator.get('/communes/59002')

  assert.ok(text.indexOf('La mairie a rappelé') < text.indexOf('La lettre est postée'))
  assert.match(text, /stage-path.*Écrit.*14 sept\. 2026.*En contact.*21 sept\. 2026/s)
  assert.match(text, /Ouvrir un accompagnement/)
})

test('a contact point given by hand becomes the main one, under the name of who gave it', async () => {
  const given = await operator.post('/communes/59002/contact-points', {
    kind: 'email',
    value: ' Mairie@Abscon.example ',
  })
  const { text } = await operator.get('/communes/59002?added')

  assert.equal(given.location, '/communes/59002?added')
  assert.match(text, /mairie@abscon\.example/)
  assert.match(text, /Saisi par Claire Delattre/)
  assert.match(text, /Adresse électronique saisie par Claire Delattre/)
})

test('the same contact point twice has one effect and says so', async () => {
  const again = await operator.post('/communes/59002/contact-points', {
    kind: 'email',
    value: 'mairie@abscon.example',
  })

  assert.equal(again.status, 422)
  assert.match(again.text, /déjà connue pour cette mairie/)
})

test('a contact point that does not read as its kind is refused with what was typed', async () => {
  const refused = await operator.post('/communes/59002/contact-points', { kind: 'phone', value: 'le soir' })

  assert.equal(refused.status, 422)
  assert.match(refused.text, /Ce n’est pas un numéro de téléphone/)
  assert.match(refused.text, />le soir</)
})

test('a contact point taken away can be put back', async () => {
  const end = /formaction="([^"]+\/end)"/.exec((await operator.get('/communes/59002')).text)?.[1] ?? ''
  const ended = await operator.post(end)
  const { text } = await operator.get(ended.location ?? '')
  const back = /action="([^"]+\/return)"/.exec(text)?.[1] ?? ''
  const returned = await operator.post(back)

  assert.match(ended.location ?? '', /\?ended=/)
  assert.doesNotMatch(text, /mailto:mairie@abscon\.example/)
  assert.equal(returned.location, '/communes/59002?returned')
  assert.match((await operator.get('/communes/59002')).text, /mailto:mairie@abscon\.example/)
  assert.equal((await operator.post(back)).status, 404)
})

test('a code that died answers with the commune that took it over', async () => {
  const gone = await operator.get('/communes/59070')

  assert.equal(gone.status, 410)
  assert.match(gone.text, /Bermeries a rejoint L&#39;Orée de Mormal/)
  assert.match(gone.text, /href="\/communes\/59006"/)
})

test('a code that never was is not found', async () => {
  assert.equal((await operator.get('/communes/59999')).status, 404)
  assert.equal((await operator.get('/communes/59999.json')).status, 404)
})

test('the record leaves as JSON', async () => {
  const record = JSON.parse((await operator.get('/communes/59002.json')).text)

  assert.equal(record.name, 'Abscon')
  assert.equal(record.journal.at(-1).sentence, 'La lettre est postée.')
})

test('a commune outside the perimeter is read too, and proposed to it', async () => {
  assert.match((await operator.get('/communes/2A004')).text, /L’ajouter au périmètre/)
})

test('the network reads the record and changes nothing', async () => {
  const network = door.as('network')
  const { text } = await network.get('/communes/59002')

  assert.doesNotMatch(text, /Ajouter une coordonnée/)
  assert.equal(
    (await network.post('/communes/59002/contact-points', { kind: 'email', value: 'a@b.example' })).status,
    403,
  )
})
