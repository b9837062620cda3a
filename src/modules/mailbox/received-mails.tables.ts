import {
  bigint,
  boolean,
  customType,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Candidate, Tie } from './attaching/attach.ts'
import type { Absence } from './classification/absence.ts'
import type { ReportedAction } from './classification/delivery-report.ts'
import type { Evidence, MailKind } from './classification/kinds.ts'
import type { OwnEffect, RecipientEffect } from './classification/status-effects.ts'
import type { AttachmentLine } from './mail/parse-mail.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })
const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** What came back to the mailbox: each message once, with what it was taken for and why, and what it was tied to. */
export const receivedMails = pgTable('received_mails', {
  id: uuid().primaryKey(),
  sha256: text().notNull(),
  origin: text().$type<'imap' | 'deposit' | 'outbox'>().notNull(),
  sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
  receivedAt: moment('received_at').notNull(),
  readAt: moment('read_at').notNull(),
  fromAddress: text('from_address').notNull(),
  fromName: text('from_name').notNull(),
  subject: text().notNull(),
  messageId: text('message_id').notNull(),
  textBody: text('text_body').notNull(),
  replyBody: text('reply_body').notNull(),
  hasHtml: boolean('has_html').notNull(),
  attachments: jsonb().$type<readonly AttachmentLine[]>().notNull(),
  foundKind: text('found_kind').$type<MailKind>().notNull(),
  kind: text().$type<MailKind>().notNull(),
  reclassifiedBy: text('reclassified_by'),
  reclassifiedAt: moment('reclassified_at'),
  evidence: jsonb().$type<readonly Evidence[]>().notNull(),
  unreadable: jsonb().$type<readonly string[]>().notNull(),
  absence: jsonb().$type<Absence>(),
  stopWords: text('stop_words'),
  insee: text(),
  deliveryId: uuid('delivery_id'),
  tie: text().$type<Tie>().notNull(),
  tieEvidence: jsonb('tie_evidence').$type<readonly Evidence[]>().notNull(),
  candidates: jsonb().$type<readonly Candidate[]>().notNull(),
  contactId: uuid('contact_id'),
  state: text().$type<'waiting' | 'filed'>().notNull(),
  settledBy: text('settled_by'),
  settledAt: moment('settled_at'),
  opposedAt: moment('opposed_at'),
})

/** The bytes of each message, as they came, a compressed piece at a time. */
export const receivedMailPieces = pgTable(
  'received_mail_pieces',
  {
    mailId: uuid('mail_id').notNull(),
    number: integer().notNull(),
    bytes: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.mailId, table.number] })],
)

/** What reports say of each recipient; the refusals of an address are counted from here. */
export const receivedReports = pgTable(
  'received_reports',
  {
    mailId: uuid('mail_id').notNull(),
    number: integer().notNull(),
    recipient: text().notNull(),
    action: text().$type<ReportedAction>().notNull(),
    status: text().notNull(),
    diagnostic: text().notNull(),
    onRecipient: text('on_recipient').$type<RecipientEffect>().notNull(),
    onUs: text('on_us').$type<OwnEffect>().notNull(),
    deliveryId: uuid('delivery_id'),
    waveId: uuid('wave_id'),
    at: moment('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.mailId, table.number] })],
)
