import { and, asc, count, desc, eq, ilike, inArray, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { communes } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId } from '#platform/ids.ts'
import type { ReplyCode } from '#values/reply-code.ts'
import type { AddresseeKey } from '../waves/addressee.ts'
import { waves } from '../waves/waves.tables.ts'
import { deliveries, deliveryEvents } from './deliveries.tables.ts'
import { type Channel, type DeliveryState, type Tally, writtenStates } from './delivery.ts'
import type { Delivery } from './ledger.queries.ts'

/** How many deliveries of each wave stand in each state, computed from the rows. */
export async function tallies(db: Database, waveIds: readonly string[]): Promise<Map<string, Tally>> {
  const found = new Map<string, Partial<Record<DeliveryState, number>>>()
  if (waveIds.length === 0) return found
  const rows = await db
    .select({ waveId: deliveries.waveId, state: deliveries.state, n: count() })
    .from(deliveries)
    .where(inArray(deliveries.waveId, [...waveIds]))
    .groupBy(deliveries.waveId, deliveries.state)
  for (const { waveId, state, n } of rows) found.set(waveId, { ...found.get(waveId), [state]: n })
  return found
}

export const tallyOf = async (db: Database, waveId: string): Promise<Tally> =>
  (await tallies(db, [waveId])).get(waveId) ?? {}

/** A delivery with the names a screen needs: its addressee's, with how it is linked when it is a commune's. */
export type ShownDelivery = Delivery & { addressee: string; nameType: number | null; wave: string }

const addresseeName = sql<string>`coalesce(${communes.name}, ${deliveries.companyName})`
const addresseeOrder = sql`coalesce(${communes.searchName}, lower(${deliveries.companyName}))`

const shown = {
  delivery: deliveries,
  addressee: addresseeName,
  nameType: communes.nameType,
  wave: waves.name,
}

const shownFrom = (db: Database) =>
  db
    .select(shown)
    .from(deliveries)
    .leftJoin(communes, eq(communes.insee, deliveries.insee))
    .innerJoin(waves, eq(waves.id, deliveries.waveId))
    .$dynamic()

type ShownRow = { delivery: Delivery; addressee: string; nameType: number | null; wave: string }
const flat = ({ delivery, ...names }: ShownRow): ShownDelivery => ({ ...delivery, ...names })

/** One delivery; throws NotFound. */
export async function findDelivery(db: Database, id: string): Promise<ShownDelivery> {
  const [row] = isId(id) ? await shownFrom(db).where(eq(deliveries.id, id)) : []
  if (!row) throw new NotFound('Cet envoi n’existe pas.')
  return flat(row)
}

// `commune` is whoever it is written to: addresses that people saved say so.
export const deliverySorts = ['commune', 'state', 'channel', 'date'] as const
export type DeliverySort = (typeof deliverySorts)[number]

export type DeliveryFilter = {
  waveId: string
  search?: string
  states?: readonly DeliveryState[]
  channel?: Channel
  reason?: string
  lotId?: string
}
export type DeliveryOrder = { sort: DeliverySort; isDescending: boolean }

export const deliveryPageSize = 50

const orders: Record<DeliverySort, SQL> = {
  commune: addresseeOrder,
  state: sql`${deliveries.state}`,
  channel: sql`${deliveries.channel}`,
  date: sql`coalesce(${deliveries.settledAt}, ${deliveries.createdAt})`,
}

/** The deliveries of a wave that a screen or a sheet shows, sorted; all of them without a page. */
export async function listDeliveries(
  db: Database,
  filter: DeliveryFilter,
  { sort, isDescending }: DeliveryOrder,
  page?: number,
): Promise<ShownDelivery[]> {
  const direction = isDescending ? desc : asc
  const query = shownFrom(db)
    .where(matching(filter))
    .orderBy(direction(orders[sort]), asc(addresseeOrder), asc(deliveries.id))
  const rows = page ? await query.limit(deliveryPageSize).offset((page - 1) * deliveryPageSize) : await query
  return rows.map(flat)
}

export async function countDeliveries(db: Database, filter: DeliveryFilter): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(deliveries)
    .leftJoin(communes, eq(communes.insee, deliveries.insee))
    .where(matching(filter))
  return row?.n ?? 0
}

/** Those left out of a wave, by reason. */
export const countExclusions = (db: Database, waveId: string) =>
  db
    .select({ reason: deliveries.reason, n: count() })
    .from(deliveries)
    .where(and(eq(deliveries.waveId, waveId), eq(deliveries.state, 'excluded')))
    .groupBy(deliveries.reason)
    .orderBy(desc(count()))

const matching = ({ waveId, search, states, channel, reason, lotId }: DeliveryFilter) =>
  and(
    eq(deliveries.waveId, waveId),
    search
      ? or(
          ilike(communes.name, `%${search}%`),
          ilike(communes.searchName, `%${search.toLowerCase()}%`),
          ilike(deliveries.companyName, `%${search}%`),
          ilike(deliveries.address, `%${search}%`),
          eq(deliveries.insee, search),
        )
      : undefined,
    states ? inArray(deliveries.state, [...states]) : undefined,
    channel ? eq(deliveries.channel, channel) : undefined,
    reason ? eq(deliveries.reason, reason) : undefined,
    lotId ? eq(deliveries.lotId, lotId) : undefined,
  )

/** What was ever sent to a town hall or to a company, or kept from it, newest first. */
export const deliveriesOf = (
  db: Database,
  { insee, companyId }: { readonly insee?: string; readonly companyId?: string },
): Promise<Delivery[]> =>
  db
    .select()
    .from(deliveries)
    .where(companyId ? eq(deliveries.companyId, companyId) : eq(deliveries.insee, insee ?? ''))
    .orderBy(desc(sql`coalesce(${deliveries.settledAt}, ${deliveries.createdAt})`), desc(deliveries.id))

/** The same with the names of the waves, for the record of a commune. */
export async function deliveriesOfCommune(
  db: Database,
  insee: string,
): Promise<(ShownDelivery & { insee: string })[]> {
  const rows = await shownFrom(db)
    .where(eq(deliveries.insee, insee))
    .orderBy(desc(sql`coalesce(${deliveries.settledAt}, ${deliveries.createdAt})`), desc(deliveries.id))
  return rows.map((row) => ({ ...flat(row), insee }))
}

/** What was sent to a town hall, as its record shows it; moments are ISO texts, as JSON carries them. */
export type SentMessage = Pick<Delivery, 'id' | 'waveId' | 'channel' | 'state'> & {
  readonly wave: string
  readonly at: string
}

/** The messages of a commune, newest first, as one JSON value: its record is read in one query. */
export const messagesOfCommune = (insee: SQL) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'waveId', d.wave_id, 'wave', w.name, 'channel', d.channel,
    'state', d.state, 'at', coalesce(d.settled_at, d.created_at)) order by coalesce(d.settled_at, d.created_at) desc, d.id desc), '[]')
  from ${deliveries} d join ${waves} w on w.id = d.wave_id where d.insee = ${insee})`

/** A delivery to a town hall as whoever typed its reply code needs it. */
export type RepliedDelivery = Pick<Delivery, 'waveId' | 'channel' | 'state'> & {
  readonly insee: string
  readonly deliveryId: string
  readonly settledAt: Date | null
  readonly commune: string
  readonly nameType: number
  readonly wave: string
}

/** The delivery to a town hall on which a reply code was printed; the first page of every answer, so only what it needs is read. */
export async function findDeliveryByReplyCode(
  db: Database,
  code: ReplyCode,
): Promise<RepliedDelivery | undefined> {
  const [row] = await db.execute<Omit<RepliedDelivery, 'settledAt'> & { settledAt: string | null }>(sql`
    select d.id as "deliveryId", d.insee, d.wave_id as "waveId", d.channel, d.state, d.settled_at as "settledAt",
      c.name as commune, c.name_type as "nameType", w.name as wave
    from ${deliveries} d join ${communes} c on c.insee = d.insee join ${waves} w on w.id = d.wave_id
    where d.reply_code = ${code}`)
  return row && { ...row, settledAt: row.settledAt === null ? null : new Date(row.settledAt) }
}

/** The invitation of a company, as whoever typed its code needs it. */
export type Invitation = {
  readonly deliveryId: string
  readonly companyId: string
  readonly companyName: string
  readonly address: string | null
  readonly state: DeliveryState
}

/** The invitation that carries a code; nothing when the code is a town hall's, or nobody's. */
export async function findInvitationByCode(db: Database, code: ReplyCode): Promise<Invitation | undefined> {
  const [row] = await db.execute<Invitation>(sql`
    select d.id as "deliveryId", d.company_id as "companyId", d.company_name as "companyName", d.address, d.state
    from ${deliveries} d where d.reply_code = ${code} and d.company_id is not null`)
  return row
}

/** The invitations of a wave that left, by the names of their companies. */
export const invitationsOfWave = (db: Database, waveId: string): Promise<Invitation[]> =>
  db.execute<Invitation>(sql`
    select d.id as "deliveryId", d.company_id as "companyId", d.company_name as "companyName", d.address, d.state
    from ${deliveries} d where d.wave_id = ${waveId} and d.company_id is not null and d.state = 'accepted'
    order by d.company_name, d.id`)

/** What the companies of a wave answered, in their words, newest first. */
export async function companyAnswers(db: Database, waveId: string) {
  const rows = await db.execute<{ id: string; name: string; words: string | null; at: string }>(sql`
    select d.id, d.company_name as name, e.detail ->> 'answer' as words, e.at
    from ${deliveryEvents} e join ${deliveries} d on d.id = e.delivery_id
    where d.wave_id = ${waveId} and e.kind = 'company-said' order by e.at desc, e.id desc limit 100`)
  return rows.map(({ at, words, ...row }) => ({ ...row, words: words ?? '', at: new Date(at) }))
}

export type CompanyAnswer = Awaited<ReturnType<typeof companyAnswers>>[number]

/** Of these codes, those already printed on something. */
export async function takenCodes(db: Database, codes: readonly string[]): Promise<Set<string>> {
  const rows = await db.execute<{ reply_code: string }>(sql`
    select reply_code from deliveries
    where reply_code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))
    union select reply_code from opposition_probes
    where reply_code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))`)
  return new Set(rows.map(({ reply_code }) => reply_code))
}

export type NewDelivery = Pick<Delivery, 'id' | 'waveId' | 'channel' | 'state' | 'createdAt'> &
  AddresseeKey &
  Partial<Delivery>

/** L11: writes the rows of a ledger, a thousand a statement, each statement of one parameter. */
export async function insertDeliveries(db: Database, rows: readonly NewDelivery[]) {
  for (let start = 0; start < rows.length; start += 1000) {
    const json = JSON.stringify(rows.slice(start, start + 1000).map(inColumns))
    await db.execute(sql`
      insert into deliveries select * from jsonb_populate_recordset(null::deliveries, ${json}::jsonb)`)
  }
}

const inColumns = (row: NewDelivery) => ({
  id: row.id,
  wave_id: row.waveId,
  insee: row.insee,
  company_id: row.companyId,
  company_name: row.companyName,
  channel: row.channel,
  state: row.state,
  reason: row.reason,
  reason_detail: row.reasonDetail,
  reply_code: row.replyCode,
  address: row.address,
  postal_address: row.postalAddress,
  address_source: row.addressSource,
  address_hmac: row.addressHmac,
  message_values: row.messageValues,
  lane: row.lane ?? 'default',
  attempt: row.attempt ?? 1,
  message_id: row.messageId,
  lot_id: row.lotId,
  settled_at: row.settledAt,
  created_at: row.createdAt,
})

/** The town halls that a wave was meant for (a company is none of them), whether it was written to them, and whether they answered it. */
export const townHallsOfWave = (
  db: Database,
  waveId: string,
): Promise<{ insee: string; isWritten: boolean; hasAnswered: boolean }[]> =>
  db
    .select({
      insee: sql<string>`${deliveries.insee}`,
      isWritten: sql<boolean>`bool_or(${inArray(deliveries.state, [...writtenStates])})`,
      hasAnswered: sql<boolean>`bool_or(${inArray(deliveries.state, ['replied', 'answered'])})`,
    })
    .from(deliveries)
    .where(and(eq(deliveries.waveId, waveId), ne(deliveries.state, 'excluded'), isNotNull(deliveries.insee)))
    .groupBy(deliveries.insee)

/** An e-mail as what comes back to it needs it. */
export type SentEmail = Pick<
  Delivery,
  'insee' | 'companyId' | 'companyName' | 'waveId' | 'state' | 'address' | 'lane'
> & {
  readonly deliveryId: string
  readonly messageId: string | null
}

const sentEmail = {
  deliveryId: deliveries.id,
  insee: deliveries.insee,
  companyId: deliveries.companyId,
  companyName: deliveries.companyName,
  waveId: deliveries.waveId,
  state: deliveries.state,
  address: deliveries.address,
  lane: deliveries.lane,
  messageId: deliveries.messageId,
}

/** The e-mail under this identifier. */
export async function findSentEmail(db: Database, deliveryId: string): Promise<SentEmail | undefined> {
  const [row] = await db
    .select(sentEmail)
    .from(deliveries)
    .where(and(eq(deliveries.id, deliveryId), eq(deliveries.channel, 'email')))
  return row
}

/** The e-mails written to an address and not answered yet, newest first. */
export const openEmailsTo = (db: Database, address: string): Promise<SentEmail[]> =>
  db
    .select(sentEmail)
    .from(deliveries)
    .where(
      and(
        eq(deliveries.channel, 'email'),
        eq(sql`lower(${deliveries.address})`, address.toLowerCase()),
        inArray(deliveries.state, ['accepted', 'uncertain', 'bounced']),
      ),
    )
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
