import { eq } from 'drizzle-orm'
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import { type ImapPosition, mailboxName } from './imap-mailbox.ts'
import { mailboxReadings } from './mailbox-readings.tables.ts'

export type MailboxReading = typeof mailboxReadings.$inferSelect

/** The mailbox of those who have no server to be read: messages set down by hand. */
export const depositedMailbox = 'deposit'

export async function findReading(db: Database, mailbox: string): Promise<MailboxReading | undefined> {
  const [reading] = await db.select().from(mailboxReadings).where(eq(mailboxReadings.mailbox, mailbox))
  return reading
}

/** Says up to where the mailbox was read; written after each message, so that a crash costs one at most. */
export const savePosition = (db: Database, mailbox: string, { uidValidity, lastUid }: ImapPosition) =>
  save(db, mailbox, { uidValidity, lastUid })

/** The mailbox was read to its end. */
export const saveSuccess = (db: Database, mailbox: string, at: Date) =>
  save(db, mailbox, {
    lastSuccessAt: at,
    failures: 0,
    nextTryAt: null,
    lastFailure: null,
    lastFailureAt: null,
  })

/** The reading failed, told in a French sentence; the next try waits twice as long each time, an hour at most. */
export async function saveFailure(db: Database, mailbox: string, sentence: string, at: Date) {
  const failures = ((await findReading(db, mailbox))?.failures ?? 0) + 1
  const minutes = Math.min(60, 2 ** Math.min(failures, 6))
  await save(db, mailbox, {
    failures,
    lastFailure: sentence,
    lastFailureAt: at,
    nextTryAt: new Date(at.getTime() + minutes * 60_000),
  })
}

const save = (db: Database, mailbox: string, change: Partial<Omit<MailboxReading, 'mailbox'>>) =>
  db
    .insert(mailboxReadings)
    .values({ mailbox, ...change })
    .onConflictDoUpdate({ target: mailboxReadings.mailbox, set: change })

/** Whether what comes back is being read, in a sentence, with who can mend it. */
export type MailboxReadiness = {
  readonly isGood: boolean
  readonly sentence: string
  readonly whoMends: string
  readonly readAt: Date | undefined
}

/** Whether answers and returns were read within the last hour: asked before a wave that has e-mails is launched. */
export async function mailboxReadiness(
  db: Database,
  { imapUrl, smtpUrl }: Pick<Config, 'imapUrl' | 'smtpUrl'>,
  now: Date,
): Promise<MailboxReadiness> {
  const whoMends = 'La personne qui tient le serveur de Beffroi.'
  if (!imapUrl && !smtpUrl)
    return {
      isGood: true,
      sentence:
        'Les courriels restent dans la boîte d’envoi, où l’on répond aussi : rien d’autre n’est à lire.',
      whoMends,
      readAt: now,
    }

  const reading = await findReading(db, imapUrl ? mailboxName(imapUrl) : depositedMailbox)
  const readAt = reading?.lastSuccessAt ?? undefined
  const isGood = readAt !== undefined && now.getTime() - readAt.getTime() <= hour
  return {
    isGood,
    sentence: sentenceOf({ isGood, isRead: imapUrl !== undefined, reading }),
    whoMends,
    readAt,
  }
}

const hour = 3_600_000

type Told = {
  readonly isGood: boolean
  readonly isRead: boolean
  readonly reading: MailboxReading | undefined
}

function sentenceOf({ isGood, isRead, reading }: Told) {
  if (isGood)
    return isRead ? 'La boîte des réponses est lue.' : 'Le courrier reçu vient d’être déposé à la main.'
  if (!isRead)
    return 'Aucune boîte n’est lue : donnez son adresse dans IMAP_URL, ou déposez vous-même les messages reçus depuis moins d’une heure.'
  if (reading?.lastFailure) return reading.lastFailure

  return reading?.lastSuccessAt
    ? 'La boîte des réponses n’a pas été lue depuis plus d’une heure.'
    : 'La boîte des réponses n’a encore jamais été lue.'
}
