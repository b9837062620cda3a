import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { isId } from '#platform/ids.ts'
import type { LockForce } from '../locks/lock.ts'
import { refusalHoldsMonths, refusalsBeforeSilence, silenceDays } from './declaring.ts'
import type { UsageState } from './usage.ts'
import type { Change } from './usage-answer.ts'

/** The two things that are said of a commune and that it confirms by one link. */
export type SaidKind = 'usages' | 'locks'

type Life = {
  readonly id: string
  readonly declaredAt: Date
  readonly declaredBy: string
  readonly confirmedAt: Date | null
  readonly renewedAt: Date | null
  readonly refusedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly formerName: string | null
}

export type SaidUsage = Life & {
  readonly kind: 'usages'
  readonly software: string
  readonly state: UsageState
  readonly sinceOn: string | null
  readonly operatedBy: string | null
  readonly whyLeft: string | null
  readonly acceptsCall: boolean
}

export type SaidLock = Life & {
  readonly kind: 'locks'
  readonly product: string
  readonly forces: LockForce
  readonly what: string
}

export type Said = SaidUsage | SaidLock

const usageOf = (condition: SQL) => sql`
  select 'usages' as kind, ${lifeOf(sql`u`)}, u.insee, s.name as software, u.state, u.since_on::text as "sinceOn",
    u.operated_by as "operatedBy", u.why_left as "whyLeft", u.accepts_call as "acceptsCall", f.name as "formerName"
  from usages u join software s on s.id = u.software_id left join communes f on f.insee = u.former_insee
  where ${condition} order by u.confirmed_at is not null, s.name, u.id`

const lockOf = (condition: SQL) => sql`
  select 'locks' as kind, ${lifeOf(sql`l`)}, l.insee, coalesce(p.name, l.product_name) as product, l.forces, l.what,
    f.name as "formerName"
  from locks l left join products p on p.slug = l.product left join communes f on f.insee = l.former_insee
  where ${condition} order by l.confirmed_at is not null, product, l.id`

/** One thing said, whatever became of it, with the commune it is said of. */
export async function findSaid(db: Database, kind: SaidKind, id: string) {
  if (!isId(id)) return undefined
  const [row] =
    kind === 'usages'
      ? await db.execute<Raw<SaidUsage> & { insee: string }>(usageOf(sql`u.id = ${id}`))
      : await db.execute<Raw<SaidLock> & { insee: string }>(lockOf(sql`l.id = ${id}`))
  return row && { insee: row.insee, said: dated(row) as Said }
}

/** Puts back what was withdrawn; false when another word stands in its place. */
export async function restore(db: Database, kind: SaidKind, id: string): Promise<boolean> {
  const same =
    kind === 'usages'
      ? sql`o.software_id = t.software_id`
      : sql`o.forces = t.forces and o.what_plain = t.what_plain
    and o.product is not distinct from t.product and lower(o.product_name) is not distinct from lower(t.product_name)`
  const restored = await db.execute(sql`
    update ${sql.identifier(kind)} t set withdrawn_at = null, withdrawn_by = null, withdrawn_why = null
    where t.id = ${id} and not exists (select from ${sql.identifier(kind)} o where o.id <> t.id and o.insee = t.insee
      and ${same} and o.withdrawn_at is null and o.refused_at is null
      and (o.confirmed_at is null) = (t.confirmed_at is null))
    returning t.id`)
  return restored.length > 0
}

/** All that stands or waits about a commune, and what it lately refused: what the page of its link shows. */
export async function listSaid(db: Database, insee: string, now: Date): Promise<readonly Said[]> {
  const shown = (alias: SQL) => sql`${alias}.insee = ${insee} and ${alias}.withdrawn_at is null
    and (${alias}.refused_at is null or ${alias}.refused_at > ${moment(now)} - interval '30 days')`
  const [usages, locks] = await Promise.all([
    db.execute<Raw<SaidUsage>>(usageOf(shown(sql`u`))),
    db.execute<Raw<SaidLock>>(lockOf(shown(sql`l`))),
  ])
  return [...usages.map(dated), ...locks.map(dated)]
}

const lifeOf = (
  alias: SQL,
) => sql`${alias}.id, ${alias}.declared_at as "declaredAt", ${alias}.declared_by as "declaredBy",
  ${alias}.confirmed_at as "confirmedAt", ${alias}.renewed_at as "renewedAt", ${alias}.refused_at as "refusedAt",
  ${alias}.withdrawn_at as "withdrawnAt"`

type Moments = 'declaredAt' | 'confirmedAt' | 'renewedAt' | 'refusedAt' | 'withdrawnAt'
type Raw<Row> = Omit<Row, Moments> & Record<Moments, string | null>

const dated = <Row extends Said>(row: Raw<Row>) =>
  ({
    ...row,
    declaredAt: new Date(row.declaredAt ?? 0),
    confirmedAt: dateOf(row.confirmedAt),
    renewedAt: dateOf(row.renewedAt),
    refusedAt: dateOf(row.refusedAt),
    withdrawnAt: dateOf(row.withdrawnAt),
  }) as unknown as Row

const dateOf = (text: string | null) => (text === null ? null : new Date(text))

/** Keeps anybody else from answering for a commune until this transaction ends. */
export const lockSaid = (db: Database, insee: string) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtext(${`usages ${insee}`}))`)

type Applied = {
  readonly kind: SaidKind
  readonly id: string
  readonly change: Exclude<Change, 'nothing'>
  readonly now: Date
  readonly by: string
  readonly why?: string
  /** The evidence of a person who confirms by hand; the official address otherwise. */
  readonly evidence?: string
}

/** Writes what an answer changes. */
export async function applyChange(db: Database, { kind, id, change, now, by, why, evidence }: Applied) {
  const at = moment(now)
  const confirmation = sql`confirmed_at = coalesce(confirmed_at, ${at}), renewed_at = ${at}, refused_at = null,
    confirmed_by = ${evidence ? 'by-hand' : 'official-address'}, evidence = ${evidence ?? null}`
  const changes: Record<typeof change, SQL> = {
    confirm: confirmation,
    renew: confirmation,
    refuse: sql`refused_at = ${at}`,
    leave: sql`state = 'left', why_left = ${why ?? ''}, left_on = ${at}::date, ${confirmation}`,
    resume: sql`state = 'in-use', why_left = null, left_on = null, ${confirmation}`,
    withdraw: sql`withdrawn_at = ${at}, withdrawn_by = ${by}, withdrawn_why = ${why ?? ''}`,
  }
  if ((change === 'confirm' || change === 'leave') && kind === 'usages') await replaceOlder(db, id, now)
  await db.execute(sql`update ${sql.identifier(kind)} set ${changes[change]} where id = ${id}`)
}

/** A newer word takes the place of the one that stood for the same software. */
const replaceOlder = (db: Database, id: string, now: Date) =>
  db.execute(sql`
    update usages o set withdrawn_at = ${moment(now)}, withdrawn_by = 'Beffroi', withdrawn_why = 'Remplacée par une plus récente'
    from usages n where n.id = ${id} and o.id <> n.id and o.insee = n.insee and o.software_id = n.software_id
      and o.withdrawn_at is null and o.confirmed_at is not null`)

/** Whether the town hall itself accepts calls about a software: its own word, not that of whoever declared. */
export const saveAcceptsCall = (db: Database, id: string, acceptsCall: boolean) =>
  db.execute(sql`update usages set accepts_call = ${acceptsCall} where id = ${id}`)

const waits = (alias: SQL) => sql`${alias}.confirmed_at is null and ${alias}.refused_at is null
  and ${alias}.withdrawn_at is null and ${alias}.asked_at is null`

/** A town hall that said « not us » of this very software lately is not asked again; nor one that had to say so three times. */
const isHeldSql = (now: Date) => sql`(
  exists (select from usages r where r.insee = u.insee and r.software_id = u.software_id
    and r.refused_at > ${moment(now)} - ${`${refusalHoldsMonths} months`}::interval)
  or ${isSilentSql(sql`u.insee`, now)})`

const isSilentSql = (insee: SQL, now: Date) => sql`(
  select count(*) >= ${refusalsBeforeSilence} from usages r where r.insee = ${insee}
    and r.refused_at > ${moment(now)} - ${`${silenceDays} days`}::interval)`

/** The communes about which something waits and that nobody has written to today, those that wait longest first. */
export async function listWaitingCommunes(
  db: Database,
  onDay: string,
  now: Date,
): Promise<readonly string[]> {
  const rows = await db.execute<{ insee: string }>(sql`
    select w.insee from (
      select u.insee, u.declared_at from usages u where ${waits(sql`u`)} and not ${isHeldSql(now)}
      union all
      select l.insee, l.declared_at from locks l where ${waits(sql`l`)} and not ${isSilentSql(sql`l.insee`, now)}) w
    where not exists (select from usage_mails m where m.insee = w.insee and m.kind = 'confirmation' and m.on_day = ${onDay})
    group by w.insee order by min(w.declared_at), w.insee`)
  return rows.map(({ insee }) => insee)
}

/** Marks as asked all that waits about a commune; gives their identifiers. */
export async function markAsked(db: Database, insee: string, now: Date): Promise<readonly string[]> {
  const usages = await db.execute<{ id: string }>(sql`
    update usages u set asked_at = ${moment(now)} where u.insee = ${insee} and ${waits(sql`u`)} and not ${isHeldSql(now)}
    returning u.id`)
  const locks = await db.execute<{ id: string }>(sql`
    update locks l set asked_at = ${moment(now)} where l.insee = ${insee} and ${waits(sql`l`)} returning l.id`)
  return [...usages, ...locks].map(({ id }) => id)
}

/** Lets what was asked by a mail that did not leave be asked again another day. */
export const unmarkAsked = async (db: Database, ids: readonly string[]) => {
  for (const kind of ['usages', 'locks'] as const)
    await db.execute(sql`update ${sql.identifier(kind)} set asked_at = null where confirmed_at is null
      and id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`)
}

/** The communes one of whose words is about to grey, and that no renewal mail went to for eleven months. */
export async function listToRenew(db: Database, now: Date): Promise<readonly string[]> {
  const saidAt = sql`coalesce(w.renewed_at, w.confirmed_at)`
  const rows = await db.execute<{ insee: string }>(sql`
    select w.insee from (
      select insee, renewed_at, confirmed_at from usages where withdrawn_at is null and state <> 'left'
      union all
      select insee, renewed_at, confirmed_at from locks where withdrawn_at is null) w
    where ${saidAt} <= ${moment(now)} - interval '11 months' and ${saidAt} > ${moment(now)} - interval '24 months'
      and not exists (select from usage_mails m where m.insee = w.insee and m.kind = 'renewal'
        and m.claimed_at > ${moment(now)} - interval '11 months')
    group by w.insee order by min(${saidAt}), w.insee`)
  return rows.map(({ insee }) => insee)
}
