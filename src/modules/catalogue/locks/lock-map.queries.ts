import { type SQL, sql } from 'drizzle-orm'
import { plainName } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { isId } from '#platform/ids.ts'
import { type WithMomentTexts, withMoments } from '../usages/said-moments.ts'
import { goneLimit } from '../usages/usage-age.ts'
import type { LockForce } from './lock.ts'

export type LockFilter = {
  readonly q: string
  readonly forces?: LockForce
  /** One lock, by the plain words of the thing forced. */
  readonly what?: string
  readonly departement?: string
  readonly standing?: 'stands' | 'waiting' | 'withdrawn'
}

/** One lock of the map: how many communes it holds, and how many it alone holds. */
export type MappedLock = {
  readonly forces: LockForce
  readonly what: string
  readonly whatPlain: string
  readonly products: readonly string[]
  readonly communes: number
  /** The communes that have no other lock: opening this one frees them. */
  readonly freed: number
}

const standsSql = (now: Date) => sql`l.withdrawn_at is null and l.confirmed_at is not null
  and coalesce(l.renewed_at, l.confirmed_at) > ${moment(goneLimit(now))}`

const standingSql = (standing: LockFilter['standing'], now: Date) =>
  ({
    stands: standsSql(now),
    waiting: sql`l.withdrawn_at is null and l.confirmed_at is null and l.refused_at is null`,
    withdrawn: sql`(l.withdrawn_at is not null or l.refused_at is not null)`,
  })[standing ?? 'stands']

const kept = ({ q, forces, what, departement }: LockFilter) => {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const conditions = [
    q
      ? sql`(c.search_name like ${`%${plainName(q)}%`} or coalesce(p.name, l.product_name) ilike ${like} or l.what ilike ${like} or l.insee = ${q})`
      : undefined,
    forces ? sql`l.forces = ${forces}` : undefined,
    what ? sql`l.what_plain = ${what}` : undefined,
    departement ? sql`c.departement = ${departement}` : undefined,
  ].filter((condition) => condition !== undefined)
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

const joined = sql`locks l join communes c on c.insee = l.insee left join products p on p.slug = l.product`

/** The lock map: what holds communes, the thing that holds most first. */
export const mapLocks = (db: Database, filter: LockFilter, now: Date): Promise<MappedLock[]> =>
  db.execute<MappedLock>(sql`
    with standing as (select l.* from locks l where ${standsSql(now)}),
    alone as (select insee from standing group by insee having count(distinct (forces, what_plain)) = 1)
    select l.forces, (array_agg(l.what order by l.declared_at, l.id))[1] as what, l.what_plain as "whatPlain",
      array_agg(distinct coalesce(p.name, l.product_name)) as products, count(distinct l.insee)::int as communes,
      count(distinct a.insee)::int as freed
    from standing l join communes c on c.insee = l.insee left join products p on p.slug = l.product
      left join alone a on a.insee = l.insee
    where ${kept(filter)} group by l.forces, l.what_plain
    order by communes desc, freed desc, l.what_plain`) as Promise<MappedLock[]>

/** Of how many communes the map speaks: those that were asked, those that said that nothing holds them, those held. */
export async function countAsked(db: Database, departement: string | undefined, now: Date) {
  const where = departement ? sql`c.departement = ${departement}` : sql`true`
  const [row] = await db.execute<{ asked: number; free: number; held: number }>(sql`
    with held as (select distinct l.insee from locks l where ${standsSql(now)}),
    asked as (select insee from held union select insee from lock_surveys)
    select count(*)::int as asked, count(h.insee)::int as held, (count(*) - count(h.insee))::int as free
    from asked a join communes c on c.insee = a.insee left join held h on h.insee = a.insee where ${where}`)
  return row ?? { asked: 0, free: 0, held: 0 }
}

/** A lock of one commune, as the list and its own page show it. */
export type LockRow = {
  readonly id: string
  readonly insee: string
  readonly commune: string
  readonly departement: string
  readonly population: number | null
  readonly formerName: string | null
  readonly product: string
  readonly vendor: string | null
  readonly needLabel: string | null
  readonly forces: LockForce
  readonly what: string
  readonly whatPlain: string
  readonly note: string | null
  readonly source: string
  readonly declaredAt: Date
  readonly declaredBy: string
  readonly askedAt: Date | null
  readonly confirmedAt: Date | null
  readonly renewedAt: Date | null
  readonly confirmedBy: 'official-address' | 'by-hand' | null
  readonly evidence: string | null
  readonly refusedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly withdrawnBy: string | null
  readonly withdrawnWhy: string | null
}

export const lockPageSize = 50

/** The communes that a filter keeps, one row a lock; all of them without a page. */
export const listLocks = (db: Database, filter: LockFilter, now: Date, page?: number) =>
  find(
    db,
    sql`${standingSql(filter.standing, now)} and ${kept(filter)} order by c.search_name, l.id
      ${page ? sql`limit ${lockPageSize} offset ${(page - 1) * lockPageSize}` : sql``}`,
  )

export async function countLocks(db: Database, filter: LockFilter, now: Date): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${joined} where ${standingSql(filter.standing, now)} and ${kept(filter)}`,
  )
  return row?.n ?? 0
}

/** One lock, whatever became of it. */
export async function findLock(db: Database, id: string): Promise<LockRow | undefined> {
  if (!isId(id)) return undefined
  const [row] = await find(db, sql`l.id = ${id}`)
  return row
}

/** The departments where something was said. */
export async function listLockDepartements(db: Database): Promise<readonly string[]> {
  const rows = await db.execute<{ departement: string }>(
    sql`select distinct c.departement from locks l join communes c on c.insee = l.insee order by 1`,
  )
  return rows.map(({ departement }) => departement)
}

async function find(db: Database, condition: SQL): Promise<LockRow[]> {
  const rows = await db.execute<WithMomentTexts<LockRow>>(sql`
    select l.id, l.insee, c.name as commune, c.departement, c.population, f.name as "formerName",
      coalesce(p.name, l.product_name) as product, p.vendor, n.label as "needLabel", l.forces, l.what,
      l.what_plain as "whatPlain", l.note, l.source, l.declared_at as "declaredAt", l.declared_by as "declaredBy",
      l.asked_at as "askedAt", l.confirmed_at as "confirmedAt", l.renewed_at as "renewedAt",
      l.confirmed_by as "confirmedBy", l.evidence, l.refused_at as "refusedAt", l.withdrawn_at as "withdrawnAt",
      l.withdrawn_by as "withdrawnBy", l.withdrawn_why as "withdrawnWhy"
    from ${joined} left join needs n on n.slug = l.need left join communes f on f.insee = l.former_insee
    where ${condition}`)
  return rows.map(withMoments)
}
