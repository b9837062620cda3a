import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { sharedPdfPool } from '#platform/pdf/shared-pool.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { openDoor } from '#test/visit.ts'
import { messagePaths } from './messages.paths.ts'
import { themes } from './themes.ts'

const hostile = {
  insee: '59999',
  name: 'Sainte-<b>Marie</b> #let "x" {{maire}} & $1',
  postalCodes: ['59999'],
  address: '1 rue #eval("1")\n59999 SAINTE MARIE',
}
const mute = { insee: '59998', name: 'Sans-Adresse', postalCodes: ['59001', '59002'] }
const endless = {
  insee: '59997',
  name: 'Longue-Voie',
  postalCodes: ['59997'],
  address: '1 promenade du Souvenir de la Reine Marguerite de Constantinople\n59997 LONGUE VOIE',
}

const door = await openDoor()
const operator = door.as('operator')
const association = door.as('association')

before(async () => {
  const { programmeId } = await foundProgramme(door.world.db)
  await addTownHalls(door.world.db, programmeId, [hostile, mute, endless])
  await door.world.db.execute(
    sql`insert into perimeter_communes (programme_id, insee) select ${programmeId}, insee from communes where epci_siren = '200042190'`,
  )
})
after(() => sharedPdfPool().close())

async function start(model = 'first-letter') {
  const { location } = await operator.post('/messages', { model })
  const path = location ?? ''
  return { path, id: path.split('/').at(-1) ?? '', fields: await fieldsOf(path) }
}

async function fieldsOf(path: string) {
  const { text } = await operator.get(path)
  const field = (pattern: RegExp) => decoded(pattern.exec(text)?.[1] ?? '')
  return {
    version: field(/name="version" value="([^"]*)"/),
    name: field(/<input id="name"[^>]*value="([^"]*)"/),
    subject: field(/<input id="subject"[^>]*value="([^"]*)"/),
    body: field(/<textarea id="body"[^>]*>([\s\S]*?)<\/textarea>/),
    signature: field(/<textarea id="signature"[^>]*>([\s\S]*?)<\/textarea>/),
  }
}

const decoded = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

test('the list opens on the models, and offers to start again from one', async () => {
  const { text } = await operator.get('/messages')

  for (const title of [
    'La première lettre',
    'Le premier courriel',
    'La relance',
    'L’invitation au recensement',
  ])
    assert.ok(text.includes(title))
  assert.equal(text.match(/Partir de ce modèle/g)?.length, 4)
})

test('a form posted twice starts one message', async () => {
  const once = newId()

  const [first, second] = [
    await operator.post('/messages', { model: 'reminder', once }),
    await operator.post('/messages', { model: 'reminder', once }),
  ]

  assert.equal(first.location, second.location)
})

test('what is saved is kept, and said to be by whom', async () => {
  const { path, fields } = await start()

  const saved = await association.post(path, { ...fields, name: 'Lettre de printemps' })

  const { text } = await operator.get(saved.location ?? '')
  assert.equal(saved.status, 303)
  assert.ok(text.includes('Lettre de printemps') && text.includes('par Karim Benali'))
})

test('the network reads messages and cannot write them', async () => {
  const { path, id, fields } = await start()
  const network = door.as('network')

  assert.equal((await network.get('/messages')).status, 200)
  assert.ok(!(await network.get(path)).text.includes('<textarea'))
  assert.equal((await network.post(path, fields)).status, 403)
  assert.equal((await network.post(messagePaths.copies(id))).status, 403)
  assert.equal((await door.as('town-hall').get('/messages')).status, 403)
})

test('a ready paragraph joins the text above the legal notice, and nothing typed is lost', async () => {
  const { path, fields } = await start()
  const [theme] = themes

  const { status, text } = await operator.post(path, {
    ...fields,
    subject: 'Un objet pas encore enregistré',
    body: 'Bonjour,\r\n\r\n{{mentions_legales}}',
    add: theme?.id ?? '',
  })

  assert.equal(status, 200)
  assert.ok(text.includes('Un objet pas encore enregistré'))
  const body = /<textarea id="body"[^>]*>([\s\S]*?)<\/textarea>/.exec(text)?.[1] ?? ''
  assert.ok(body.trim().startsWith('Bonjour,') && body.includes(theme?.text.slice(0, 20) ?? '?'))
  assert.ok(body.trimEnd().endsWith('{{mentions_legales}}'))
  assert.deepEqual(await fieldsOf(path), fields)
})

test('a text saved over another is refused, and both are shown', async () => {
  const { path, fields } = await start()
  await association.post(path, { ...fields, body: 'Le texte de Karim. {{mentions_legales}}' })

  const { status, text } = await operator.post(path, { ...fields, body: 'Le texte de Claire.' })

  assert.equal(status, 409)
  assert.ok(text.includes('a changé pendant que vous écriviez') && text.includes('Karim Benali'))
  assert.ok(text.includes('Le texte de Karim.') && text.includes('Le texte de Claire.'))
})

test('the same text posted twice is saved once, without reproach', async () => {
  const { path, fields } = await start()
  const written = { ...fields, body: 'Bonjour.\n\n{{mentions_legales}}\n' }

  assert.equal((await operator.post(path, written)).status, 303)
  assert.equal((await operator.post(path, written)).status, 303)
})

test('a message with problems is kept as a draft that says what to mend', async () => {
  const { path, fields } = await start()

  const saved = await operator.post(path, { ...fields, body: 'Bonjour,\n\nÀ {{comune}} !' })

  const { text } = await operator.get(saved.location ?? '')
  assert.ok(text.includes('avant toute vague'))
  assert.ok(text.includes('Vouliez-vous {{commune}}') && text.includes('Les mentions légales manquent'))
})

test('a message without a name is refused with what was typed', async () => {
  const { path, fields } = await start()

  const { status, text } = await operator.post(path, { ...fields, name: ' ', body: 'Tapé.' })

  assert.equal(status, 422)
  assert.ok(text.includes('Donnez un nom au message') && text.includes('Tapé.'))
})

test('a message that no wave uses is archived, and taken back', async () => {
  const { id } = await start()

  const archived = await operator.post(messagePaths.archiving(id))
  const list = await operator.get(archived.location ?? '')
  await operator.post(messagePaths.restoration(id))

  assert.ok(list.text.includes('est dans les archives'))
  assert.ok((await operator.get(messagePaths.show(id))).text.includes('Archiver le message'))
})

test('a message that a wave uses stays in the list', async () => {
  const { id } = await start()
  await door.world.db.execute(sql`insert into waves (id, programme_id, name, message_id, channel, state, created_at, created_by)
    select ${newId()}, id, 'Vague 1', ${id}, 'letter', 'draft', now(), 'Claire Delattre' from programmes`)

  await operator.post(messagePaths.archiving(id))

  const { text } = await operator.get(messagePaths.show(id))
  assert.ok(text.includes('il reste dans la liste') && !text.includes('Archiver le message'))
})

test('the preview of a commune is its letter, its e-mail and its text', async () => {
  const { id } = await start('first-email')

  const page = await operator.get(messagePaths.preview(id))
  const letter = await operator.get(messagePaths.previewPdf(id, '59002'))
  const email = await operator.get(messagePaths.previewHtml(id, { insee: '59002' }))

  assert.ok(page.text.includes('Aperçu pour Abscon') && page.text.includes('Objet'))
  assert.ok(page.text.includes('Avesnes-le-Sec →'))
  assert.equal(letter.headers.get('content-type'), 'application/pdf')
  assert.ok(letter.text.startsWith('%PDF-'))
  assert.match(email.headers.get('content-security-policy') ?? '', /^sandbox; default-src 'none'/)
  assert.ok(email.text.includes('APERÇU') && email.text.includes('d’Abscon'))
})

test('a hostile name is printed as it is, and runs nothing', async () => {
  const { id } = await start()

  const page = await operator.get(messagePaths.preview(id, hostile.insee))
  const email = await operator.get(messagePaths.previewHtml(id, hostile))
  const letter = await operator.get(messagePaths.previewPdf(id, hostile.insee))

  assert.ok(!page.text.includes('<b>Marie') && !email.text.includes('<b>Marie'))
  assert.ok(email.text.includes('&lt;b&gt;Marie'))
  assert.ok(letter.text.startsWith('%PDF-'))
})

test('a letter that cannot be composed says why', async () => {
  const { id } = await start()

  const unknown = await operator.get(messagePaths.preview(id, mute.insee))
  const long = await operator.get(messagePaths.preview(id, endless.insee))

  assert.ok(unknown.text.includes('L’adresse postale de la mairie (Sans-Adresse) n’est pas connue'))
  assert.ok(long.text.includes('ne tient pas dans la fenêtre'))
  assert.equal((await operator.get(messagePaths.previewPdf(id, endless.insee))).status, 422)
})

test('a commune is found for a preview as people type it', async () => {
  const { id } = await start()

  const found = await operator.get(`${messagePaths.preview(id)}?q=aubry+du+hainau`)
  const nothing = await operator.get(`${messagePaths.preview(id)}?q=zzzzzz`)

  assert.equal(found.location, messagePaths.preview(id, '59027'))
  assert.ok(nothing.text.includes('Aucune commune ne ressemble'))
})

test('a message that does not exist is said not to', async () => {
  assert.equal((await operator.get('/messages/nowhere')).status, 404)
  assert.equal((await operator.get(messagePaths.preview(newId()))).status, 404)
})
