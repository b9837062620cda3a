import { type ImapMessage, MailboxUnreadable, mailboxName, readImap } from '#platform/mail/imap-mailbox.ts'
import { findReading, saveFailure, savePosition, saveSuccess } from '#platform/mail/mailbox-readings.ts'
import type { World } from '#platform/world.ts'
import { receiveMail } from '../receiving/receive-mail.action.ts'
import { withSpooled } from '../receiving/spool.action.ts'

/**
 * Reads what is new in the mailbox of IMAP_URL, each message in a transaction of its own. After failures it waits; `now`
 * reads all the same, as a person who asks for it expects.
 */
export async function readMailbox(world: World, { isAsked = false } = {}) {
  const { db, clock } = world
  const { imapUrl } = world.config
  if (!imapUrl) return

  const mailbox = mailboxName(imapUrl)
  const reading = await findReading(db, mailbox)
  if (!isAsked && reading?.nextTryAt && reading.nextTryAt > clock()) return

  try {
    await readImap(
      imapUrl,
      { uidValidity: reading?.uidValidity ?? null, lastUid: reading?.lastUid ?? 0 },
      {
        onMessage: (message) => receive(world, message),
        onPosition: (position) => savePosition(db, mailbox, position).then(() => {}),
      },
    )
    await saveSuccess(db, mailbox, clock())
  } catch (error) {
    const isToldWhole = error instanceof MailboxUnreadable
    await saveFailure(db, mailbox, isToldWhole ? error.message : interrupted, clock())
    if (!isToldWhole) throw error
  }
}

const interrupted =
  'La lecture de la boîte s’est interrompue sur une panne de Beffroi, que le journal technique décrit. Rien n’est perdu : elle reprendra au même message.'

const receive = (world: World, { content, receivedAt }: ImapMessage) =>
  withSpooled(content, async (spooled) => {
    await receiveMail(world, spooled, { origin: 'imap', receivedAt })
  })
