import { gunzipSync, gzipSync } from 'node:zlib'
import { and, asc, count, desc, eq, ilike, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { communes } from '#modules/communes/index.ts'
import { isHandledBy } from '#modules/contacts/index.ts'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId } from '#platform/ids.ts'
import type { Member } from '#values/visitor.ts'
import { type MailFilter, type MailSort, pageSize } from './mail-filter.ts'
import { receivedMailPieces, receivedMails, receivedReports } from './received-mails.tables.ts'
import { storable } from './storable.ts'

export type ReceivedMail = typeof receivedMails.$inferSelect
export type ReceivedReport = typeof receivedReports.$inferSelect

/** Writes a mail; false when it was already read. */
export async function insertMail(db: Database, mail: ReceivedMail): Promise<boolean> {
  const added = await db
    .insert(receivedMails)
    .values(storable(mail))
    .onConflictDoNothing()
    .returning({ id: receivedMails.id })
  return added.length > 0
}

export async function isKnown(db: Database, sha256: string): Promise<boolean> {
  const rows = await db
    .select({ id: receivedMails.id })
    .from(receivedMails)
    .where(eq(receivedMails.sha256, sha256))
  return rows.length > 0
}

/** Keeps the bytes, a piece after the other. */
export async function insertPieces(db: Database, mailId: string, pieces: AsyncIterable<Uint8Array>) {
  let number = 0
  for await (const piece of pieces) {
    await db.insert(receivedMailPieces).values({ mailId, number, bytes: gzipSync(piece, { level: 3 }) })
    number += 1
  }
}

/** The bytes of a mail, a piece after the other. */
export async function* piecesOf(db: Database, mailId: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number += 1) {
    const [piece] = await db
      .select({ bytes: receivedMailPieces.bytes })
      .from(receivedMailPieces)
      .where(and(eq(receivedMailPieces.mailId, mailId), eq(receivedMailPieces.number, number)))
    if (!piece) return
    yield gunzipSync(piece.bytes)
  }
}

export const insertReports = (db: Database, reports: readonly ReceivedReport[]) =>
  reports.length === 0 ? Promise.resolve() : db.insert(receivedReports).values(storable([...reports]))

export const reportsOf = (db: Database, mailId: string) =>
  db
    .select()
    .from(receivedReports)
    .where(eq(receivedReports.mailId, mailId))
    .orderBy(asc(receivedReports.number))

/** The lasting refusals of an address of one sort: how many, over how long, in how many waves. */
export async function softRefusals(db: Database, recipient: string, onRecipient: 'soft' | 'soft-by-wave') {
  const [row] = await db
    .select({
      count: count(),
      waves: sql<number>`count(distinct ${receivedReports.waveId})::int`,
      days: sql<number>`coalesce(extract(epoch from max(${receivedReports.at}) - min(${receivedReports.at})) / 86400, 0)::float`,
    })
    .from(receivedReports)
    .where(
      and(
        eq(receivedReports.recipient, recipient),
        eq(receivedReports.action, 'failed'),
        eq(receivedReports.onRecipient, onRecipient),
      ),
    )
  return row ?? { count: 0, waves: 0, days: 0 }
}

/** What of the mails speaks of us since a day: refusals of principle, messages too heavy, codes to review. */
export async function countOwnAlerts(db: Database, since: Date) {
  const rows = await db
    .select({ onUs: receivedReports.onUs, n: count() })
    .from(receivedReports)
    .where(and(sql`${receivedReports.at} >= ${moment(since)}`, sql`${receivedReports.onUs} <> 'none'`))
    .groupBy(receivedReports.onUs)
  return Object.fromEntries(rows.map(({ onUs, n }) => [onUs, n])) as Partial<
    Record<ReceivedReport['onUs'], number>
  >
}

/** A mail with the name of its commune. */
export type ShownMail = ReceivedMail & { readonly commune: string | null; readonly nameType: number | null }

// A mail that became a contact is read by the organisation that handles it, and no other.
const visibleTo = ({ organisation }: Pick<Member, 'organisation'>): SQL =>
  sql`(${receivedMails.contactId} is null or ${isHandledBy(sql`${receivedMails.contactId}`, organisation.id)})`

const selectMails = (db: Database) =>
  db
    .select({ mail: receivedMails, commune: communes.name, nameType: communes.nameType })
    .from(receivedMails)
    .leftJoin(communes, eq(communes.insee, receivedMails.insee))
    .$dynamic()

const flat = ({
  mail,
  ...names
}: {
  mail: ReceivedMail
  commune: string | null
  nameType: number | null
}) => ({
  ...mail,
  ...names,
})

const unknown = 'Ce courrier n’existe pas, ou il est suivi par un autre organisme.'

/** One mail, if the reader's organisation may see it. */
export async function findMail(db: Database, id: string, reader: Member): Promise<ShownMail> {
  const [row] = isId(id) ? await selectMails(db).where(and(eq(receivedMails.id, id), visibleTo(reader))) : []
  if (!row) throw new NotFound(unknown)
  return flat(row)
}

/** The same, locked until the transaction ends. */
export async function lockMail(db: Database, id: string, reader: Member): Promise<ReceivedMail> {
  const [row] = isId(id)
    ? await db
        .select()
        .from(receivedMails)
        .where(and(eq(receivedMails.id, id), visibleTo(reader)))
        .for('update')
    : []
  if (!row) throw new NotFound(unknown)
  return row
}

export const saveMail = (db: Database, id: string, change: Partial<ReceivedMail>) =>
  db.update(receivedMails).set(change).where(eq(receivedMails.id, id))

const matching = (reader: Member, { show, q }: MailFilter) =>
  and(
    visibleTo(reader),
    show === 'waiting' ? eq(receivedMails.state, 'waiting') : undefined,
    show === 'stop'
      ? and(isNotNull(receivedMails.stopWords), sql`${receivedMails.opposedAt} is null`)
      : undefined,
    show === 'attached' ? isNotNull(receivedMails.contactId) : undefined,
    show === 'waiting' || show === 'stop' || show === 'attached' || show === 'all'
      ? undefined
      : eq(receivedMails.kind, show),
    q
      ? or(
          ...[
            receivedMails.fromAddress,
            receivedMails.fromName,
            receivedMails.subject,
            receivedMails.replyBody,
          ].map((column) => ilike(column, `%${q.replace(/[\\%_]/g, '\\$&')}%`)),
          ilike(communes.name, `%${q.replace(/[\\%_]/g, '\\$&')}%`),
        )
      : undefined,
  )

const orders: Record<MailSort, readonly SQL[]> = {
  newest: [desc(receivedMails.receivedAt), desc(receivedMails.id)],
  oldest: [asc(receivedMails.receivedAt), asc(receivedMails.id)],
  sender: [asc(receivedMails.fromAddress), desc(receivedMails.receivedAt)],
}

/** The mails that match, sorted: one page of them, or all for a sheet. */
export async function listMails(db: Database, reader: Member, filter: MailFilter, page?: number) {
  const query = selectMails(db)
    .where(matching(reader, filter))
    .orderBy(...orders[filter.sort])
  const rows = page ? await query.limit(pageSize).offset((page - 1) * pageSize) : await query
  return rows.map(flat)
}

export async function countMails(db: Database, reader: Member, filter: MailFilter): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(receivedMails)
    .leftJoin(communes, eq(communes.insee, receivedMails.insee))
    .where(matching(reader, filter))
  return row?.n ?? 0
}

/** How many mails of each sort the reader may see. */
export async function countBySort(db: Database, reader: Member) {
  const [row] = await db
    .select({
      all: count(),
      waiting: sql<number>`count(*) filter (where ${receivedMails.state} = 'waiting')::int`,
      attached: sql<number>`count(*) filter (where ${receivedMails.contactId} is not null)::int`,
      stop: sql<number>`count(*) filter (where ${receivedMails.stopWords} is not null and ${receivedMails.opposedAt} is null)::int`,
    })
    .from(receivedMails)
    .where(visibleTo(reader))
  return row ?? { all: 0, waiting: 0, attached: 0, stop: 0 }
}

/** The names of communes, for the buttons. */
export const communeNames = (db: Database, insees: readonly string[]) =>
  insees.length === 0
    ? Promise.resolve([])
    : db
        .select({ insee: communes.insee, name: communes.name, departement: communes.departement })
        .from(communes)
        .where(inArray(communes.insee, [...insees]))
