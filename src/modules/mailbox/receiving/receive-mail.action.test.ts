import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { listJournal } from '#modules/journal/index.ts'
import { foundPartnership } from '#test/partnership.ts'
import { bounceLines, receive, sentEmail, standingOf } from '#test/received.ts'
import { openDoor, withoutFrance } from '#test/visit.ts'
import { receivedMails } from '../received-mails.tables.ts'

const door = await openDoor(withoutFrance)
const { world } = door
const { db } = world
await foundPartnership(db, {
  operatorId: door.organisationId('operator'),
  associationId: door.organisationId('association'),
})

let sent: Awaited<ReturnType<typeof sentEmail>>
beforeEach(async () => {
  sent = await sentEmail(world, '59002', 'mairie@abscon.example')
})

const oneMail = async (id: string | undefined) => {
  const [mail] = await db.select().from(receivedMails).where(sql`id = ${id}`)
  assert.ok(mail)
  return mail
}
const contactOf = async (id: string | undefined) => {
  const [contact] = await db.execute<{ insee: string; body: string; deliveryId: string | null }>(
    sql`select insee, body, delivery_id as "deliveryId" from contacts where mail_id = ${id}`,
  )
  return contact
}
const opposedAddresses = async () =>
  (await db.execute<{ n: number }>(sql`select count(*)::int as n from opposition_addresses`))[0]?.n ?? 0
const searches = () =>
  db.execute<{ insee: string; reason: string }>(
    sql`select insee, reason from address_searches order by opened_at, id`,
  )

test('an answer that cites our message is a contact, marks the delivery and enters the journal, once', async () => {
  const lines = [
    'From: Sylvie <sylvie.perso@orange.example>',
    'Subject: Re: Le libre',
    `In-Reply-To: <${sent.messageId}>`,
    '',
    'Oui, rappelez-nous pour l’école.',
    '',
    'Le 10 nov. 2026 à 09:12, Centre de gestion <cdg@cdg.example> a écrit :',
    '> Bonjour',
  ]

  const id = await receive(world, ...lines)
  const again = await receive(world, ...lines)

  assert.equal(again, undefined)
  const contact = await contactOf(id)
  assert.equal(contact?.insee, '59002')
  assert.equal(contact?.body, 'Oui, rappelez-nous pour l’école.')
  assert.equal(contact?.deliveryId, sent.deliveryId)
  const mail = await oneMail(id)
  assert.equal(mail.tie, 'certain')
  assert.match(mail.tieEvidence[0]?.sentence ?? '', /répond à un de nos messages/)
  assert.equal((await standingOf(db, sent.deliveryId))?.state, 'replied')
  assert.ok((await listJournal(db, '59002')).some(({ kind }) => kind === 'email-received'))
})

test('our reply address ties a mail only with a tag that is ours', async () => {
  const own = await receive(world, 'From: a@inconnu.example', `To: ${sent.replyTo}`, '', 'Bonjour, oui.')
  const forged = sent.replyTo.replace(/.{26}@/, `${'a'.repeat(26)}@`)
  const stranger = await receive(world, 'From: b@inconnu.example', `To: ${forged}`, '', 'Bonjour, non.')

  assert.equal((await oneMail(own)).tie, 'certain')
  assert.equal((await oneMail(stranger)).tie, 'none')
  assert.equal((await oneMail(stranger)).state, 'waiting')
})

test('an unknown sender makes no organisation and is never dropped: a person is asked, with names to choose from', async () => {
  const before = await db.execute(sql`select id from organisations`)

  const id = await receive(world, 'From: inconnu@orange.example', '', 'Bonjour.', '', 'Mairie de Denain')

  const mail = await oneMail(id)
  assert.equal(mail.state, 'waiting')
  assert.equal(await contactOf(id), undefined)
  assert.deepEqual((await db.execute(sql`select id from organisations`)).length, before.length)
})

test('a complaint opposes the address at once, and the delivery says so', async () => {
  const before = await opposedAddresses()

  await receive(
    world,
    'From: fbl@signalement.example',
    `To: ${sent.returnTo}`,
    'Content-Type: multipart/report; report-type=feedback-report; boundary=x',
    '',
    '--x',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'User-Agent: SignalSpam/2',
    'Version: 1',
    'Original-Rcpt-To: redacted@redacted.example',
    '',
    '--x--',
  )

  assert.equal(await opposedAddresses(), before + 1)
  assert.equal((await standingOf(db, sent.deliveryId))?.state, 'complained')
})

test('a box that does not exist bounces the delivery and opens the search of another address', async () => {
  const before = (await searches()).length

  await receive(world, ...bounceLines(sent.returnTo, 'mairie@abscon.example', '5.1.1'))

  assert.equal((await standingOf(db, sent.deliveryId))?.state, 'bounced')
  const opened = (await searches()).slice(before)
  assert.deepEqual([...opened], [{ insee: '59002', reason: 'cette boîte n’existe pas' }])
})

test('a refusal of policy blames no town hall; the third stops the lane', async () => {
  await db.execute(sql`delete from address_searches`)
  const lane = await db.execute<{ name: string }>(sql`select name from lanes limit 1`)
  const emails = []
  for (const _ of [1, 2, 3]) {
    const email = await sentEmail(world, '59172', 'mairie@denain.example')
    await db.execute(sql`update deliveries set lane = ${lane[0]?.name} where id = ${email.deliveryId}`)
    emails.push(email)
  }
  const stops = () =>
    db.execute(sql`select from lane_stops where lane = ${lane[0]?.name} and restarted_at is null`)

  for (const [rank, email] of emails.entries()) {
    assert.equal((await stops()).length, 0, `before refusal ${rank + 1}`)
    await receive(world, ...bounceLines(email.returnTo, 'mairie@denain.example', '5.7.1'))
  }

  assert.equal((await stops()).length, 1)
  assert.equal((await searches()).length, 0)
})

test('a full box is given up the third time over fourteen days, not before', async () => {
  const days = [
    'Sun, 01 Nov 2026 09:00:00 +0100',
    'Mon, 09 Nov 2026 09:00:00 +0100',
    'Mon, 16 Nov 2026 09:00:00 +0100',
  ]
  const opened: number[] = []

  for (const day of days) {
    const email = await sentEmail(world, '59481', 'mairie@quesnoy.example')
    await receive(world, ...bounceLines(email.returnTo, 'mairie@quesnoy.example', '5.2.2', day))
    opened.push((await searches()).filter(({ insee }) => insee === '59481').length)
  }

  assert.deepEqual(opened, [0, 0, 1])
})

test('a report on three recipients is three events, known once', async () => {
  const lines = bounceLines(sent.returnTo, 'a@abscon.example', '5.7.1')
  const three = lines.flatMap((line) =>
    line.startsWith('Status')
      ? [
          line,
          '',
          'Final-Recipient: rfc822; b@abscon.example',
          'Action: delayed',
          'Status: 4.4.1',
          '',
          'Final-Recipient: rfc822; c@abscon.example',
          'Action: delivered',
          'Status: 2.0.0',
        ]
      : [line],
  )

  await receive(world, ...three)
  await receive(world, ...three)

  assert.deepEqual((await standingOf(db, sent.deliveryId))?.kinds.sort(), ['accepted', 'bounced', 'delayed'])
})

test('an alias whose one reader is gone is not a dead address', async () => {
  const before = (await searches()).length
  const lines = bounceLines(sent.returnTo, 'ancienne.secretaire@abscon.example', '5.1.1')
  const two = lines.flatMap((line) =>
    line.startsWith('Status')
      ? [line, '', 'Final-Recipient: rfc822; maire@abscon.example', 'Action: delivered', 'Status: 2.0.0']
      : [line],
  )

  await receive(world, ...two)

  assert.equal((await searches()).length, before)
})

test('the « se désinscrire » of a mailbox is honoured at once, with a token that is ours and no other', async () => {
  const email = await sentEmail(world, '59002', 'accueil@abscon.example')
  const before = await opposedAddresses()

  const forged = `desinscription ${email.token.replace(/.{26}$/, 'a'.repeat(26))}`
  const doubtful = await receive(
    world,
    'From: x@y.example',
    'To: retours@cdg.example',
    `Subject: ${forged}`,
    '',
    '',
  )
  assert.equal(await opposedAddresses(), before)
  await receive(
    world,
    'From: x@y.example',
    'To: retours@cdg.example',
    `Subject: desinscription ${email.token}`,
    '',
    '',
  )

  assert.equal(await opposedAddresses(), before + 1)
  assert.equal((await oneMail(doubtful)).state, 'waiting')
})

test('an absence and a receipt are told on the delivery, and move nothing', async () => {
  await receive(
    world,
    'From: postmaster@abscon.example',
    'Return-Path: <>',
    `To: ${sent.replyTo}`,
    'Auto-Submitted: auto-generated',
    'Subject: Réponse automatique : Le libre',
    '',
    'Absente jusqu’au 3 décembre 2026.',
  )

  const { state, kinds } = (await standingOf(db, sent.deliveryId)) ?? {}
  assert.equal(state, 'accepted')
  assert.deepEqual(kinds, ['auto-replied'])
})

test('two auto-responders may answer each other for ever: nothing of ours ever leaves', async () => {
  const written = () => db.execute(sql`select from outbox_messages`)
  const before = (await written()).length

  for (let turn = 0; turn < 20; turn += 1)
    await receive(
      world,
      'From: repondeur@abscon.example',
      `To: ${sent.replyTo}`,
      'Auto-Submitted: auto-replied',
      'Subject: Re: Re: Absence',
      `Message-ID: <tour-${turn}@abscon.example>`,
      '',
      `Je suis absent (${turn}).`,
    )

  assert.equal((await written()).length, before)
  assert.deepEqual((await standingOf(db, sent.deliveryId))?.state, 'accepted')
})

test('what a stranger writes in any encoding is kept: nulls, halves of characters, nothing at all', async () => {
  const strange = ['From: x@y.example\0', 'Subject: \ud83d', '', 'a\0b \ud83d']

  assert.ok(await receive(world, ...strange))
  assert.ok(await receive(world, ''))
})
