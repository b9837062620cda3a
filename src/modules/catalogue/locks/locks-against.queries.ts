import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { goneLimit } from '../usages/usage-age.ts'
import { keepsOut, type LockForce } from './lock.ts'

/** What may hold back whoever changes: a program, what it forces, how many communes said so, and when last. */
export type HoldingLock = {
  readonly product: string
  readonly vendor: string | null
  readonly forces: LockForce
  readonly what: string
  readonly whatPlain: string
  readonly communes: number
  readonly lastSaidAt: Date
  /** The commune that asks said it itself. */
  readonly isOwn: boolean
  /** Among the software asked about, those that this lock keeps out by what their sheets say. */
  readonly keepsOut: readonly string[]
}

type Asking = {
  readonly need: string
  readonly softwareIds: readonly string[]
  readonly insee?: string
  readonly now: Date
}

const most = 12

/** The locks declared about a need or the products that meet it today, and all those of the commune that asks. */
export async function locksAgainst(
  db: Database,
  { need, softwareIds, insee, now }: Asking,
): Promise<readonly HoldingLock[]> {
  const [rows, platforms] = await Promise.all([
    db.execute<Omit<HoldingLock, 'lastSaidAt' | 'keepsOut'> & { lastSaidAt: string }>(sql`
      select coalesce(p.name, min(l.product_name)) as product, p.vendor, l.forces, (array_agg(l.what order by l.declared_at, l.id))[1] as what,
        l.what_plain as "whatPlain", count(distinct l.insee)::int as communes,
        max(coalesce(l.renewed_at, l.confirmed_at)) as "lastSaidAt", bool_or(l.insee = ${insee ?? ''}) as "isOwn"
      from locks l left join products p on p.slug = l.product
      where l.withdrawn_at is null and l.confirmed_at is not null
        and coalesce(l.renewed_at, l.confirmed_at) > ${moment(goneLimit(now))}
        and (l.insee = ${insee ?? ''} or l.need = ${need}
          or l.product in (select pn.product from product_needs pn where pn.need = ${need}))
      group by l.product, p.name, p.vendor, lower(l.product_name), l.forces, l.what_plain
      order by "isOwn" desc, communes desc, product, "whatPlain" limit ${most}`),
    platformsOf(db, softwareIds),
  ])

  return rows.map((row) => ({
    ...row,
    lastSaidAt: new Date(row.lastSaidAt),
    keepsOut: platforms.flatMap(({ id, platforms: known }) => (keepsOut(row, known) ? [id] : [])),
  }))
}

const platformsOf = (db: Database, softwareIds: readonly string[]) =>
  db.execute<{ id: string; platforms: string[] }>(sql`
    select id, platforms from software
    where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(softwareIds)}::jsonb))`)
