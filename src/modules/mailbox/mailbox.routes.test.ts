import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { outboxTransport } from '#platform/mail/outbox.ts'
import { foundPartnership } from '#test/partnership.ts'
import { bounceLines, receive, sentEmail } from '#test/received.ts'
import { openDoor, withoutFrance } from '#test/visit.ts'

const door = await openDoor(withoutFrance)
const { world } = door
const { db } = world
await foundPartnership(db, {
  operatorId: door.organisationId('operator'),
  associationId: door.organisationId('association'),
})
const [operator, association] = [door.as('operator'), door.as('association')]

let people = 0
const unknownPerson = (...words: readonly string[]) => {
  people += 1
  return receive(
    world,
    `From: Nathalie <nathalie${people}@orange.fr>`,
    'Subject: Votre courrier',
    '',
    ...words,
  )
}
const opposedTownHalls = async () =>
  (
    await db.execute<{ insee: string }>(
      sql`select insee from opposition_organisations where lifted_at is null`,
    )
  ).map(({ insee }) => insee)

test('before any mail, the page says what will come and how to set messages down', async () => {
  const page = await operator.get('/mailbox')

  assert.match(page.text, /Aucun courrier n’est encore arrivé/)
  assert.match(page.text, /Déposer ces messages/)
})

test('what waits for a person comes first, with the reasons of what it was taken for', async () => {
  await unknownPerson('Bonjour, la mairie est intéressée.')

  const page = await operator.get('/mailbox')

  assert.match(page.text, /De quelle commune vient-il/)
  assert.match(page.text, /Rien n’y est la marque d’un programme/)
  assert.match(page.text, /la mairie est intéressée/)
})

test('one click says the commune: the mail is a contact, seen by the body that handles it alone', async () => {
  const id = await unknownPerson('Bonjour, et pour la signature électronique ?')

  const answer = await association.post(`/mailbox/${id}/commune`, { insee: '59172' })

  assert.match(answer.location ?? '', /done=routed/)
  assert.equal((await association.get(`/mailbox/${id}`)).status, 404)
  const page = await operator.get(`/mailbox/${id}`)
  assert.match(page.text, /Ouvrir le contact/)
  assert.match((await operator.get('/contacts?state=all')).text, /Denain/)
})

test('a stranger’s commune is refused in a sentence, and the mail stays', async () => {
  const id = await unknownPerson('Qui êtes-vous ?')

  const page = await operator.post(`/mailbox/${id}/commune`, { insee: '00000' })

  assert.equal(page.status, 422)
  assert.match(page.text, /Cette commune n’existe pas/)
})

test('the sender’s address is added to the commune in one click, with where it was learnt', async () => {
  const id = await unknownPerson('Parlons du serveur de fichiers.')
  await association.post(`/mailbox/${id}/commune`, { insee: '59002' })

  await association.post(`/mailbox/${id}/address`)
  const again = await association.post(`/mailbox/${id}/address`)

  const [point] = await db.execute<{ value: string; source: string; label: string }>(
    sql`select value, source, label from contact_points where insee = '59002' and kind = 'email'`,
  )
  assert.equal(point?.value, `nathalie${people}@orange.fr`)
  assert.equal(point?.label, 'Secrétaire de mairie')
  assert.match(point?.source ?? '', /Karim Benali, réponse du/)
  assert.match(again.text, /déjà connue/)
})

test('« STOP » is a gesture at the top of the message, and is counted until it is made', async () => {
  const sent = await sentEmail(world, '59564', 'mairie@sentinelle.example')
  const id = await receive(
    world,
    'From: mairie@sentinelle.example',
    `To: ${sent.replyTo}`,
    '',
    'STOP, merci.',
  )

  const before = await association.get(`/mailbox/${id}`)
  assert.match(before.text, /demande à ne plus être écrite/)
  assert.ok(!(await opposedTownHalls()).includes('59564'))
  await association.post(`/mailbox/${id}/opposition`)
  await association.post(`/mailbox/${id}/opposition`)

  assert.ok((await opposedTownHalls()).includes('59564'))
  assert.match((await association.get(`/mailbox/${id}`)).text, /Plus rien ne sera écrit/)
  assert.match((await association.get('/mailbox?show=stop')).text, /Aucun courrier ne répond/)
})

test('a mail is filed as something else by a person, the first reading stays written, and it can be undone', async () => {
  const id = await unknownPerson('Ticket numéro 12 pris en compte.')

  await operator.post(`/mailbox/${id}/kind`, { kind: 'automatic' })
  const changed = await operator.get(`/mailbox/${id}?show=automatic`)
  await operator.post(`/mailbox/${id}/kind/undo`)
  const undone = await operator.get(`/mailbox/${id}`)

  assert.match(changed.text, /Reclassé par Claire Delattre/)
  assert.match(changed.text, /Beffroi y lisait/)
  assert.doesNotMatch(undone.text, /Reclassé par/)
})

test('a mail that asks nothing is filed, and taken up again', async () => {
  const id = await unknownPerson('Bonne journée.')

  await operator.post(`/mailbox/${id}/settlement`)
  const filed = await operator.get(`/mailbox/${id}?show=all`)
  await operator.post(`/mailbox/${id}/settlement`)

  assert.match(filed.text, /Classé par Claire Delattre/)
  assert.match((await operator.get(`/mailbox/${id}`)).text, /Classer sans suite/)
})

test('a bounce says what it changes, and all of the list leaves in a file', async () => {
  const sent = await sentEmail(world, '59481', 'mairie@quesnoy.example')
  const id = await receive(world, ...bounceLines(sent.returnTo, 'mairie@quesnoy.example', '5.1.1'))

  const page = await operator.get(`/mailbox/${id}?show=bounce`)
  const csv = await operator.get('/mailbox.csv?show=bounce')

  assert.match(page.text, /donnée pour morte/)
  assert.match(csv.text, /Rejet/)
  assert.match(csv.text, /C’est un rapport de remise normalisé/)
})

test('a stranger’s page runs nothing and loads nothing; their files are never shown', async () => {
  const id = await receive(
    world,
    'From: x@orange.fr',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    'Content-Type: text/html',
    '',
    '<script>alert(1)</script><img src="https://suivi.example/p.gif"><p>Bonjour</p>',
    '--x',
    'Content-Type: text/html; name="piège.html"',
    'Content-Disposition: attachment; filename="piege.html"',
    '',
    '<script>alert(2)</script>',
    '--x--',
  )

  const html = await operator.get(`/mailbox/${id}/message.html`)
  const file = await operator.get(`/mailbox/${id}/attachments/0`)
  const source = await operator.get(`/mailbox/${id}/message.eml`)

  assert.match(html.headers.get('content-security-policy') ?? '', /sandbox; default-src 'none'/)
  assert.equal(file.headers.get('content-type'), 'application/octet-stream')
  assert.match(file.headers.get('content-disposition') ?? '', /^attachment/)
  assert.match(source.text, /suivi\.example/)
  assert.equal((await operator.get(`/mailbox/${id}/attachments/9`)).status, 404)
})

test('messages set down by hand enter by the same path, each once', async () => {
  const mbox = new File(
    ['From a\nFrom: a@b.example\nSubject: Un\n\nA\n\nFrom b\nFrom: c@d.example\nSubject: Deux\n\nB\n'],
    'boite.mbox',
  )

  const first = await operator.post('/mailbox/deposits', { files: mbox })
  const again = await operator.post('/mailbox/deposits', { files: mbox })
  const none = await operator.post('/mailbox/deposits')

  assert.match(first.location ?? '', /received=2&known=0/)
  assert.match(again.location ?? '', /received=0&known=2/)
  assert.equal(none.status, 422)
})

test('while nothing leaves, one answers in the town hall’s place and the answer comes back as a real one', async () => {
  const sent = await sentEmail(world, '59172', 'mairie@denain.example')
  await outboxTransport(db).send({
    messageId: sent.messageId,
    from: 'cdg@cdg.example',
    to: 'mairie@denain.example',
    subject: 'Le libre',
    text: 'Bonjour',
  })
  const [message] = await db.execute<{ id: string }>(
    sql`select id from outbox_messages where message_id = ${sent.messageId}`,
  )
  const outbox = await operator.get(`/outbox/${message?.id}`)
  const silent = await operator.post(`/mailbox/replies/${message?.id}`, {
    from: 'moi',
    text: '',
  })

  const reply = {
    from: 'autre@ailleurs.example',
    name: 'Mme Exemple',
    text: 'Oui, pour le cimetière.',
  }
  const arrived = await association.post(`/mailbox/replies/${message?.id}`, reply)

  assert.match(outbox.text, /Répondre comme le destinataire/)
  assert.equal(silent.status, 422)
  const page = await association.get(arrived.location ?? '')
  assert.match(page.text, /Oui, pour le cimetière/)
  assert.match(page.text, /Ouvrir le contact/)
})
