import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import type { SaidKind } from './said.queries.ts'

/** An ended commune and the only one that answers for it today. */
const heirs = sql`(
  select c.insee as former, min(h.insee) as heir
  from communes c join commune_successions s on s.former_insee = c.insee and s.insee <> c.insee
  join communes h on h.insee = s.insee and h.ended_on is null
  where c.ended_on is not null group by c.insee having count(distinct h.insee) = 1)`

/** What makes two words the same thing said. */
const sameThing: Record<SaidKind, ReturnType<typeof sql>> = {
  usages: sql`a.software_id = b.software_id`,
  locks: sql`a.forces = b.forces and a.what_plain = b.what_plain and a.product is not distinct from b.product
    and lower(a.product_name) is not distinct from lower(b.product_name)`,
}

/** A declaration may wait beside a confirmed one; a lock is said once, whether confirmed or not. */
const sameStanding: Record<SaidKind, ReturnType<typeof sql>> = {
  usages: sql`(a.confirmed_at is null) = (b.confirmed_at is null)`,
  locks: sql`true`,
}

/** Takes back the older of two words about the same thing that one commune of today would hold. */
export const withdrawDoubles = (db: Database, kind: SaidKind, now: Date) =>
  db.execute(sql`
    with placed as (
      select t.id, h.heir as today, true as moves from ${sql.identifier(kind)} t join ${heirs} h on h.former = t.insee
      union all
      select t.id, t.insee, false from ${sql.identifier(kind)} t where t.insee in (select heir from ${heirs} h))
    update ${sql.identifier(kind)} a set withdrawn_at = ${moment(now)}, withdrawn_by = 'Beffroi',
      withdrawn_why = 'Communes fusionnées : une parole plus récente dit la même chose'
    from placed pa, placed pb, ${sql.identifier(kind)} b
    where pa.id = a.id and pb.id = b.id and pa.today = pb.today and (pa.moves or pb.moves) and a.id <> b.id
      and ${sameThing[kind]} and ${sameStanding[kind]}
      and a.withdrawn_at is null and b.withdrawn_at is null and a.refused_at is null and b.refused_at is null
      and (coalesce(a.renewed_at, a.confirmed_at, a.declared_at), a.id)
        < (coalesce(b.renewed_at, b.confirmed_at, b.declared_at), b.id)`)

/** Gives to the heir what a merged commune said. */
export const moveToHeirs = (db: Database, kind: SaidKind) =>
  db.execute(sql`
    update ${sql.identifier(kind)} a set former_insee = coalesce(a.former_insee, a.insee), insee = h.heir
    from ${heirs} h where h.former = a.insee and not exists (
      select from ${sql.identifier(kind)} b where b.insee = h.heir and a.id <> b.id and a.withdrawn_at is null
        and b.withdrawn_at is null and a.refused_at is null and b.refused_at is null
        and ${sameStanding[kind]} and ${sameThing[kind]})`)
