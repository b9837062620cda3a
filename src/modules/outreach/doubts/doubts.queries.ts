import { type SQL, sql } from 'drizzle-orm'
import { communes } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { deliveries, deliveryEvents } from '../deliveries/deliveries.tables.ts'
import { waves } from '../waves/waves.tables.ts'
import type { Witnesses } from './absence.ts'
import type { Period } from './relay-log.ts'

/** An e-mail handed over without an answer, with what is known of its fate. */
export type Doubt = {
  readonly id: string
  readonly insee: string | null
  readonly addressee: string
  readonly waveId: string
  readonly wave: string
  readonly address: string
  readonly attempt: number
  readonly messageId: string
  readonly handedOverAt: Date | null
  /** Since when it is in doubt. */
  readonly since: Date
  readonly reason: string | null
  readonly reasonDetail: string | null
  /** What proves that the server took this attempt after all: its own late answer, or the relay's log. */
  readonly proof: { readonly kind: string; readonly answer: string | null } | null
}

type DoubtRow = Omit<Doubt, 'handedOverAt' | 'since'> & { handedOverAt: string | null; since: string }

export const doubtSorts = ['since', 'commune', 'wave'] as const
export type DoubtSort = (typeof doubtSorts)[number]

export type DoubtFilter = { readonly search?: string; readonly waveId?: string }
export type DoubtOrder = {
  readonly sort: DoubtSort
  readonly isDescending: boolean
  readonly page?: number
}

export const doubtPageSize = 50

const orders: Record<DoubtSort, SQL> = {
  since: sql`since`,
  commune: sql`coalesce(c.search_name, lower(d.company_name))`,
  wave: sql`w.name`,
}

/** The doubts of every wave, oldest first unless asked otherwise; all of them without a page. */
export async function listDoubts(
  db: Database,
  filter: DoubtFilter = {},
  { sort, isDescending, page }: DoubtOrder = { sort: 'since', isDescending: false },
): Promise<Doubt[]> {
  const rows = await db.execute<DoubtRow>(sql`
    select d.id, d.insee, coalesce(c.name, d.company_name) as addressee, d.wave_id as "waveId", w.name as wave, d.address, d.attempt,
      d.message_id as "messageId", d.handed_at as "handedOverAt", coalesce(d.settled_at, d.created_at) as since,
      d.reason, d.reason_detail as "reasonDetail",
      (select jsonb_build_object('kind', e.kind, 'answer', e.detail ->> 'answer') from ${deliveryEvents} e
       where e.delivery_id = d.id and e.detail ->> 'messageId' = d.message_id
         and e.kind in ('late-accepted', 'relayed', 'accepted')
       order by e.at limit 1) as proof
    from ${doubtful} where ${matching(filter)}
    order by ${orders[sort]} ${isDescending ? sql`desc` : sql`asc`}, coalesce(c.search_name, lower(d.company_name)), d.id
    ${page ? sql`limit ${doubtPageSize} offset ${(page - 1) * doubtPageSize}` : sql``}`)
  return rows.map((row) => ({
    ...row,
    handedOverAt: row.handedOverAt ? new Date(row.handedOverAt) : null,
    since: new Date(row.since),
  }))
}

export async function countDoubts(db: Database, filter: DoubtFilter = {}): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${doubtful} where ${matching(filter)}`,
  )
  return row?.n ?? 0
}

/** The waves that have doubts, for the filter of the list. */
export const wavesInDoubt = (db: Database): Promise<{ id: string; name: string }[]> =>
  db.execute<{ id: string; name: string }>(
    sql`select distinct w.id, w.name from ${doubtful} where ${matching({})} order by w.name`,
  )

const doubtful = sql`${deliveries} d left join ${communes} c on c.insee = d.insee join ${waves} w on w.id = d.wave_id`

const matching = ({ search, waveId }: DoubtFilter) => sql`d.state = 'uncertain' and d.channel = 'email'
  ${search ? sql`and (c.name ilike ${`%${search}%`} or c.search_name ilike ${`%${search}%`} or d.company_name ilike ${`%${search}%`} or d.address ilike ${`%${search}%`})` : sql``}
  ${waveId ? sql`and d.wave_id = ${waveId}` : sql``}`

/** The deliveries that these Message-IDs were given to, at this attempt or an earlier one. */
export async function deliveriesOfMessages(db: Database, messageIds: readonly string[]) {
  const rows = await db.execute<{ message_id: string; id: string; is_current: boolean }>(sql`
    with asked as (select jsonb_array_elements_text(${JSON.stringify(messageIds)}::jsonb) as message_id)
    select a.message_id, d.id, true as is_current from asked a join ${deliveries} d on d.message_id = a.message_id
    union
    select a.message_id, e.delivery_id, false from asked a
    join ${deliveryEvents} e on e.detail ->> 'messageId' = a.message_id
    where e.kind in ('sent-again', 'never-left') and e.delivery_id is not null`)
  return new Map(rows.map(({ message_id, id, is_current }) => [message_id, { id, isCurrent: is_current }]))
}

/**
 * The messages that the relay certainly took in a stretch of time, for it answered so: how many of them its log holds, at the
 * same hour, and how many it lacks. A log that lacks one proves nothing by its silence.
 */
export async function witnessesIn(db: Database, { from, to }: Period): Promise<Witnesses> {
  const [row] = await db.execute<{ present: number; missing: number }>(sql`
    select count(*) filter (where is_held)::int as present, count(*) filter (where not is_held)::int as missing
    from (
      select exists (
        select from ${deliveryEvents} r
        where r.delivery_id = e.delivery_id and r.kind = 'relayed' and r.detail ->> 'messageId' = e.detail ->> 'messageId'
          and r.at between e.at - interval '2 minutes' and e.at + interval '2 minutes') as is_held
      from ${deliveryEvents} e
      where e.source = 'sender' and e.kind = 'accepted'
        and e.at between ${moment(from)} + interval '5 seconds' and ${moment(to)} - interval '5 seconds') as taken`)
  return row ?? { present: 0, missing: 0 }
}
