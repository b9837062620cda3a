import { type SQL, sql } from 'drizzle-orm'
import { plainName } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { isId } from '#platform/ids.ts'
import { type WithMomentTexts, withMoments } from './said-moments.ts'
import type { Standing } from './standing.ts'
import type { UsageState } from './usage.ts'
import { goneLimit, greyLimit } from './usage-age.ts'

/** A declaration as the workshop sees it, whatever became of it. */
export type DeclarationRow = {
  readonly id: string
  readonly insee: string
  readonly commune: string
  readonly nameType: number
  readonly departement: string
  readonly population: number | null
  readonly formerName: string | null
  readonly softwareId: string
  readonly slug: string
  readonly software: string
  readonly needLabel: string | null
  readonly state: UsageState
  readonly whyLeft: string | null
  readonly sinceOn: string | null
  readonly operatedBy: string | null
  readonly acceptsCall: boolean
  readonly standing: Standing
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

export type DeclarationFilter = {
  readonly q: string
  readonly standing?: Standing
  readonly state?: UsageState
  readonly departement?: string
  readonly sort?: (typeof declarationSorts)[number]
}

export const declarationSorts = ['newest', 'commune', 'software', 'oldest-word'] as const
export const declarationPageSize = 50

const orders: Record<(typeof declarationSorts)[number], SQL> = {
  newest: sql`u.declared_at desc, u.id desc`,
  commune: sql`c.search_name, u.id`,
  software: sql`s.name, c.search_name, u.id`,
  'oldest-word': sql`coalesce(u.renewed_at, u.confirmed_at, u.declared_at), u.id`,
}

/** The declarations that a filter keeps; all of them without a page. */
export function listDeclarations(db: Database, filter: DeclarationFilter, now: Date, page?: number) {
  const paging = page ? sql`limit ${declarationPageSize} offset ${(page - 1) * declarationPageSize}` : sql``
  return find(db, sql`${kept(filter, now)} order by ${orders[filter.sort ?? 'newest']} ${paging}`, now)
}

/** One declaration, whatever became of it. */
export async function findDeclaration(
  db: Database,
  id: string,
  now: Date,
): Promise<DeclarationRow | undefined> {
  if (!isId(id)) return undefined
  const [row] = await find(db, sql`u.id = ${id}`, now)
  return row
}

export async function countDeclarations(db: Database, filter: DeclarationFilter, now: Date): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from usages u join communes c on c.insee = u.insee join software s on s.id = u.software_id
    where ${kept(filter, now)}`)
  return row?.n ?? 0
}

/** How many declarations stand where, in one reading. */
export async function countByStanding(db: Database, now: Date): Promise<Readonly<Record<Standing, number>>> {
  const rows = await db.execute<{ standing: Standing; n: number }>(
    sql`select ${standingSql(now)} as standing, count(*)::int as n from usages u group by 1`,
  )
  const counted = new Map(rows.map(({ standing, n }) => [standing, n]))
  return {
    waiting: counted.get('waiting') ?? 0,
    confirmed: counted.get('confirmed') ?? 0,
    grey: counted.get('grey') ?? 0,
    hidden: counted.get('hidden') ?? 0,
    refused: counted.get('refused') ?? 0,
    withdrawn: counted.get('withdrawn') ?? 0,
  }
}

const standingSql = (now: Date) => sql`case
  when u.withdrawn_at is not null then 'withdrawn'
  when u.refused_at is not null then 'refused'
  when u.confirmed_at is null then 'waiting'
  when coalesce(u.renewed_at, u.confirmed_at) <= ${moment(goneLimit(now))} then 'hidden'
  when coalesce(u.renewed_at, u.confirmed_at) <= ${moment(greyLimit(now))} then 'grey'
  else 'confirmed' end`

async function find(db: Database, condition: SQL, now: Date): Promise<DeclarationRow[]> {
  const rows = await db.execute<WithMomentTexts<DeclarationRow>>(sql`
    select u.id, u.insee, c.name as commune, c.name_type as "nameType", c.departement, c.population, f.name as "formerName",
      u.software_id as "softwareId", s.slug, s.name as software, n.label as "needLabel", u.state, u.why_left as "whyLeft",
      u.since_on::text as "sinceOn", u.operated_by as "operatedBy", u.accepts_call as "acceptsCall",
      ${standingSql(now)} as standing, u.declared_at as "declaredAt", u.declared_by as "declaredBy", u.asked_at as "askedAt",
      u.confirmed_at as "confirmedAt", u.renewed_at as "renewedAt", u.confirmed_by as "confirmedBy", u.evidence,
      u.refused_at as "refusedAt", u.withdrawn_at as "withdrawnAt", u.withdrawn_by as "withdrawnBy",
      u.withdrawn_why as "withdrawnWhy"
    from usages u join communes c on c.insee = u.insee join software s on s.id = u.software_id
      left join needs n on n.slug = u.need left join communes f on f.insee = u.former_insee
    where ${condition}`)
  return rows.map(withMoments)
}

function kept({ q, standing, state, departement }: DeclarationFilter, now: Date) {
  const conditions = [
    sql`true`,
    q
      ? sql`(c.search_name like ${`%${plainName(q)}%`} or s.name ilike ${`%${q.replace(/[\\%_]/g, '\\$&')}%`} or u.insee = ${q})`
      : undefined,
    standing ? sql`${standingSql(now)} = ${standing}` : undefined,
    state ? sql`u.state = ${state}` : undefined,
    departement ? sql`c.departement = ${departement}` : undefined,
  ]
  return sql.join(
    conditions.filter((condition) => condition !== undefined),
    sql` and `,
  )
}

/** The departments where something was declared. */
export async function listDepartements(db: Database): Promise<readonly string[]> {
  const rows = await db.execute<{ departement: string }>(sql`
    select distinct c.departement from usages u join communes c on c.insee = u.insee order by 1`)
  return rows.map(({ departement }) => departement)
}
