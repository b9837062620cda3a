import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { mailboxName } from '#platform/mail/imap-mailbox.ts'
import {
  depositedMailbox,
  findReading,
  mailboxReadiness,
  saveSuccess,
} from '#platform/mail/mailbox-readings.ts'
import type { World } from '#platform/world.ts'
import { type Dovecot, startDovecot, withoutDovecot } from '#test/dovecot.ts'
import { freshWorld } from '#test/world.ts'
import { piecesOf } from '../received-mails.queries.ts'
import { readMailbox } from './read-mailbox.action.ts'

const skip = withoutDovecot
const server: Dovecot | undefined = skip ? undefined : await startDovecot()
after(() => server?.stop())
const now = new Date('2026-11-23T09:00:00Z')
const base = await freshWorld({ clock: () => now })

/** The same world, told another address of the mailbox. */
function reading(imapUrl = server?.url() ?? ''): World & { server: Dovecot; name: string } {
  if (!server) throw new Error('without Dovecot nothing runs')
  return { ...base, config: { ...base.config, imapUrl }, server, name: mailboxName(imapUrl) }
}
const kept = async ({ db }: World) =>
  (await db.execute<{ subject: string }>(sql`select subject from received_mails order by subject`)).map(
    ({ subject }) => subject,
  )
const message = (rank: number) =>
  `From: mairie${rank}@abscon.example\r\nSubject: Message ${String(rank).padStart(2, '0')}\r\n\r\nBonjour ${rank}\r\n`

test('twenty messages are read once and only once, through a crash and a second reading', {
  skip,
}, async () => {
  const here = reading()
  for (let rank = 1; rank <= 20; rank += 1) here.server.deliver(message(rank))
  let left = 8
  const crashing: World = {
    ...here,
    db: new Proxy(here.db, {
      get: (db, name) => {
        if (name === 'transaction' && left-- <= 0) throw new Error('killed')
        return Reflect.get(db, name)
      },
    }),
  }

  await assert.rejects(readMailbox(crashing), /killed/)
  assert.equal((await kept(here)).length, 8)
  await readMailbox(here, { isAsked: true })
  await readMailbox(here)

  assert.equal((await kept(here)).length, 20)
  assert.equal(new Set(await kept(here)).size, 20)
})

test('nothing is deleted from the mailbox, flagged or marked as seen', { skip }, () => {
  const here = reading()

  const files = here.server.files()
  assert.equal(files.length, 20)
  assert.deepEqual(
    files.filter((name) => /:2,.*[STF]/.test(name)),
    [],
  )
})

test('a server that numbers its messages anew brings nothing twice', { skip }, async () => {
  const here = reading()
  const before = await findReading(here.db, here.name)

  here.server.renumber()
  here.server.deliver(message(21))
  await readMailbox(here)

  const state = await findReading(here.db, here.name)
  assert.notEqual(state?.uidValidity, before?.uidValidity)
  assert.equal((await kept(here)).length, 21)
})

test('a reply of thirty megabytes is kept whole, byte for byte, and its words are read', {
  skip,
}, async () => {
  const here = reading()
  const head =
    'From: plan@abscon.example\r\nSubject: Plans\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nVoici les plans.\r\n--x\r\nContent-Type: image/tiff; name="plan.tif"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
  const big = Buffer.concat([
    Buffer.from(head),
    Buffer.alloc(30_000_000, `${'QUJD'.repeat(19)}\r\n`),
    Buffer.from('\r\n--x--\r\n'),
  ])
  here.server.deliver(big)

  await readMailbox(here)

  const [mail] = await here.db.execute<{ id: string; size: string; reply: string }>(
    sql`select id, size_bytes as size, reply_body as reply from received_mails where subject = 'Plans'`,
  )
  const pieces: Uint8Array[] = []
  for await (const piece of piecesOf(here.db, mail?.id ?? '')) pieces.push(piece)
  assert.ok(Buffer.concat(pieces).equals(big))
  assert.equal(Number(mail?.size), big.length)
  assert.equal(mail?.reply, 'Voici les plans.')
})

test('a refused password is said in French, the next try waits, and the gate of a wave stays red', {
  skip,
}, async () => {
  const here = reading(server?.url('faux'))

  await readMailbox(here)

  const state = await findReading(here.db, here.name)
  assert.match(state?.lastFailure ?? '', /refuse le compte ou le mot de passe/)
  assert.ok(state?.nextTryAt && state.nextTryAt > now)
  const later = new Date(now.getTime() + 2 * 3_600_000)
  const readiness = await mailboxReadiness(here.db, here.config, later)
  assert.equal(readiness.isGood, false)
  assert.match(readiness.sentence, /mot de passe/)
})

test('a server that does not answer is said in French', { skip }, async () => {
  const here = reading('imap://beffroi:x@127.0.0.1:1/INBOX')

  await readMailbox(here, { isAsked: true })

  assert.match((await findReading(here.db, here.name))?.lastFailure ?? '', /ne répond pas/)
})

test('a mailbox is ready when it was read within the hour', async () => {
  const config = { imapUrl: 'imap://beffroi@imap.example/INBOX', smtpUrl: 'smtp://relais.example' }
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

  const never = await mailboxReadiness(base.db, config, now)
  await saveSuccess(base.db, mailboxName(config.imapUrl), now)

  assert.match(never.sentence, /jamais été lue/)
  assert.equal((await mailboxReadiness(base.db, config, at(60))).isGood, true)
  assert.equal((await mailboxReadiness(base.db, config, at(61))).isGood, false)
})

test('where nothing leaves, the outbox is the mailbox, and is always up to date', async () => {
  assert.equal(
    (await mailboxReadiness(base.db, { imapUrl: undefined, smtpUrl: undefined }, now)).isGood,
    true,
  )
})

test('a relay without a mailbox to read is ready only if its mail was just set down by hand', async () => {
  const config = { imapUrl: undefined, smtpUrl: 'smtp://relais.example' }

  const before = await mailboxReadiness(base.db, config, now)
  await saveSuccess(base.db, depositedMailbox, now)
  const afterwards = await mailboxReadiness(base.db, config, now)

  assert.match(before.sentence, /IMAP_URL/)
  assert.deepEqual([before.isGood, afterwards.isGood], [false, true])
})
