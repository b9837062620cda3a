import { and, asc, count, desc, eq, ilike, ne, or, type SQL, sql } from 'drizzle-orm'
import { communes, plainName } from '#modules/communes/index.ts'
import { organisations } from '#modules/organisations/index.ts'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId } from '#platform/ids.ts'
import type { Member } from '#values/visitor.ts'
import type { ContactState, Standing, Wish } from './contact.ts'
import { contacts, contactTransfers } from './contacts.tables.ts'
import type { InboxFilter } from './inbox-filter.ts'

export type ContactRow = typeof contacts.$inferSelect

/**
 * Whose contacts may be read: those of the member's organisation, and no other. The terminal of the machine reads
 * everything: whoever has it has the database.
 */
export type Reader = Pick<Member, 'organisation'> | 'terminal'

const within = (reader: Reader): SQL | undefined =>
  reader === 'terminal' ? undefined : eq(contacts.organisationId, reader.organisation.id)

/** A contact with the name of its commune and of the organisation that handles it, for the screens. */
export type Contact = ContactRow & {
  readonly commune: string
  readonly nameType: number
  readonly organisation: string
}

const shown = {
  contact: contacts,
  commune: communes.name,
  nameType: communes.nameType,
  organisation: organisations.name,
}

const flat = ({
  contact,
  ...names
}: {
  contact: ContactRow
  commune: string
  nameType: number
  organisation: string
}): Contact => ({
  ...contact,
  ...names,
})

const selectContacts = (db: Database) =>
  db
    .select(shown)
    .from(contacts)
    .innerJoin(communes, eq(communes.insee, contacts.insee))
    .innerJoin(organisations, eq(organisations.id, contacts.organisationId))

/** Adds a contact; false when its form had already been received. */
export async function insertContact(db: Database, row: ContactRow): Promise<boolean> {
  const inserted = await db.insert(contacts).values(row).onConflictDoNothing().returning({ id: contacts.id })
  return inserted.length > 0
}

/** One contact, if the reader's organisation handles it; otherwise it does not exist for them. */
export async function findContact(db: Database, id: string, reader: Reader): Promise<Contact> {
  const rows = isId(id) ? await selectContacts(db).where(and(eq(contacts.id, id), within(reader))) : []
  if (!rows[0]) throw new NotFound(unknown)
  return flat(rows[0])
}

/** The same, locked until the transaction ends, so that two gestures at once are judged in turn. */
export async function lockContact(db: Database, id: string, reader: Reader): Promise<Contact> {
  const rows = isId(id)
    ? await selectContacts(db)
        .where(and(eq(contacts.id, id), within(reader)))
        .for('update', { of: contacts })
    : []
  if (!rows[0]) throw new NotFound(unknown)
  return flat(rows[0])
}

const unknown = 'Ce contact n’existe pas, ou il est suivi par un autre organisme.'

/** The contact as its rule sees it. */
export function standingOf(row: ContactRow): Standing {
  const { state, takenBy, takenAt, settledBy, settledAt, settlement } = row
  if (state === 'taken' && takenBy && takenAt) return { state, takenBy, takenAt }
  if (state === 'settled' && settledBy && settledAt)
    return { state, settledBy, settledAt, settlement: settlement ?? '' }

  return { state: 'new' }
}

/** The columns of a standing; those of the other states are emptied. */
export const standingColumns = (standing: Standing) => ({
  takenBy: null,
  takenAt: null,
  settledBy: null,
  settledAt: null,
  settlement: null,
  ...standing,
})

export const saveStanding = (db: Database, id: string, standing: Standing) =>
  db.update(contacts).set(standingColumns(standing)).where(eq(contacts.id, id))

export const moveContact = (db: Database, id: string, organisationId: string) =>
  db.update(contacts).set({ organisationId }).where(eq(contacts.id, id))

export type Transfer = typeof contactTransfers.$inferSelect

export const saveTransfer = (db: Database, transfer: Transfer) => db.insert(contactTransfers).values(transfer)

export async function hasTransfer(db: Database, id: string) {
  const rows = await db
    .select({ id: contactTransfers.id })
    .from(contactTransfers)
    .where(eq(contactTransfers.id, id))
  return rows.length > 0
}

/** Where a contact came through, oldest first, with the name of the organisation it left. */
export const listTransfers = (db: Database, contactId: string) =>
  db
    .select({
      at: contactTransfers.at,
      byWhom: contactTransfers.byWhom,
      reason: contactTransfers.reason,
      from: organisations.name,
    })
    .from(contactTransfers)
    .innerJoin(organisations, eq(organisations.id, contactTransfers.fromOrganisationId))
    .where(eq(contactTransfers.contactId, contactId))
    .orderBy(asc(contactTransfers.at))

export const inboxPageSize = 50

const matching = (reader: Reader, { state, wish, theme, q }: InboxFilter) =>
  and(
    within(reader),
    state === 'to-do' ? ne(contacts.state, 'settled') : undefined,
    state === 'to-do' || state === 'all' ? undefined : eq(contacts.state, state),
    wish && eq(contacts.wish, wish),
    theme && eq(contacts.theme, theme),
    q ? or(ilike(communes.searchName, `%${plainName(q)}%`), eq(contacts.insee, q.toUpperCase())) : undefined,
  )

/** The inbox of the reader: how many contacts match, and one page of them, newest first. */
export async function inbox(db: Database, reader: Reader, filter: InboxFilter) {
  const where = matching(reader, filter)
  const [total] = await db
    .select({ n: count() })
    .from(contacts)
    .innerJoin(communes, eq(communes.insee, contacts.insee))
    .where(where)
  const rows = await selectContacts(db)
    .where(where)
    .orderBy(desc(contacts.receivedAt), desc(contacts.id))
    .limit(inboxPageSize)
    .offset((filter.page - 1) * inboxPageSize)

  return { total: total?.n ?? 0, contacts: rows.map(flat) }
}

/** Every contact that matches, for an export. */
export async function listContacts(db: Database, reader: Reader, filter: InboxFilter): Promise<Contact[]> {
  const rows = await selectContacts(db)
    .where(matching(reader, filter))
    .orderBy(desc(contacts.receivedAt), desc(contacts.id))
  return rows.map(flat)
}

/** How many contacts stand in each state, among those that the reader handles. */
export async function countByState(db: Database, reader: Reader): Promise<Record<ContactState, number>> {
  const rows = await db
    .select({ state: contacts.state, n: count() })
    .from(contacts)
    .where(within(reader))
    .groupBy(contacts.state)
  return { new: 0, taken: 0, settled: 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) }
}

/** A contact as the record of a commune shows it; moments are ISO texts, as JSON carries them. */
export type ContactOfCommune = Pick<ContactRow, 'id' | 'channel' | 'wish' | 'state'> & {
  readonly receivedAt: string
}

/** The contacts of a commune that an organisation handles, newest first, as one JSON value: a record is read in one query. */
export const contactsOfCommune = (insee: SQL, { organisation }: Pick<Member, 'organisation'>) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'channel', k.channel, 'wish', k.wish, 'state', k.state,
    'receivedAt', k.received_at) order by k.received_at desc, k.id desc), '[]')
  from ${contacts} k where k.insee = ${insee} and k.organisation_id = ${organisation.id}::uuid)`

/** SQL that is true when a contact is handled by an organisation: whoever shows what led to it asks. */
export const isHandledBy = (contactId: SQL, organisationId: string) => sql`exists (
  select from ${contacts} k where k.id = ${contactId} and k.organisation_id = ${organisationId}::uuid)`

/** What a town hall was told after its answer: whom it goes to. The code must be the one it was given with. */
export async function findAnswer(db: Database, id: string, replyCode: string): Promise<Contact> {
  const rows = isId(id)
    ? await selectContacts(db).where(and(eq(contacts.id, id), eq(contacts.replyCode, replyCode)))
    : []
  if (!rows[0]) throw new NotFound('Cette réponse n’existe pas. Reprenez la lettre et tapez son code.')
  return flat(rows[0])
}

/** The last answer given with a code: a town hall may come back and change its mind. */
export async function lastAnswer(db: Database, replyCode: string) {
  const [row] = await db
    .select({ wish: contacts.wish, receivedAt: contacts.receivedAt })
    .from(contacts)
    .where(and(eq(contacts.replyCode, replyCode), eq(contacts.channel, 'answer')))
    .orderBy(desc(contacts.receivedAt), desc(contacts.id))
    .limit(1)
  return row
}

/**
 * What the town halls of a wave answered: how many communes, and how many for each wish. A commune counts once, by its
 * latest answer.
 */
export async function answersOfWave(
  db: Database,
  waveId: string,
): Promise<{ communes: number } & Record<Wish, number>> {
  const rows = await db.execute<{ wish: Wish; n: number }>(sql`
    select wish, count(*)::int as n
    from (
      select distinct on (insee) wish from contacts
      where wave_id = ${waveId} and wish is not null
      order by insee, received_at desc, id desc) latest
    group by wish`)
  const communes = rows.reduce((sum, { n }) => sum + n, 0)
  const byWish = Object.fromEntries(rows.map(({ wish, n }) => [wish, n]))
  return { communes, 'call-back': 0, need: 0, 'not-now': 0, 'do-not-write': 0, ...byWish }
}
