import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { lockSurveys, locks } from './locks.tables.ts'

export type NewLock = typeof locks.$inferInsert

/** Writes a lock; gives the identifier of the one that says the same already, if any. */
export async function insertLock(db: Database, lock: NewLock): Promise<string> {
  const added = await db.insert(locks).values(lock).onConflictDoNothing().returning({ id: locks.id })
  if (added[0]) return added[0].id

  const [known] = await db.execute<{ id: string }>(sql`
    select id from locks where id = ${lock.id} or (withdrawn_at is null and refused_at is null
      and insee = ${lock.insee} and forces = ${lock.forces} and what_plain = ${lock.whatPlain}
      and product is not distinct from ${lock.product ?? null}
      and lower(product_name) is not distinct from lower(${lock.productName ?? null}::text))
    order by id = ${lock.id} desc limit 1`)
  return known?.id ?? lock.id
}

/** Writes many, for the demonstration; what is said already stays. */
export const insertLocks = (db: Database, added: readonly NewLock[]) =>
  added.length === 0
    ? undefined
    : db
        .insert(locks)
        .values([...added])
        .onConflictDoNothing()

export type Survey = typeof lockSurveys.$inferInsert

/** That communes were asked what holds them; asked again, the last answer stays. */
export const saveSurveys = (db: Database, surveys: readonly Survey[]) =>
  surveys.length === 0
    ? undefined
    : db
        .insert(lockSurveys)
        .values([...surveys])
        .onConflictDoUpdate({
          target: lockSurveys.insee,
          set: {
            askedOn: sql`excluded.asked_on`,
            isFree: sql`excluded.is_free`,
            source: sql`excluded.source`,
            saidBy: sql`excluded.said_by`,
            saidAt: sql`excluded.said_at`,
          },
        })

/** A program of the directory by its name or one of its other names; undefined when it is in none. */
export async function productNamed(db: Database, name: string): Promise<string | undefined> {
  const [row] = await db.execute<{ slug: string }>(sql`
    select slug from products where lower(name) = lower(${name})
      or exists (select from unnest(aliases) alias where lower(alias) = lower(${name})) order by slug limit 1`)
  return row?.slug
}

/** The names that the form proposes. */
export async function listProductNames(db: Database): Promise<readonly string[]> {
  const rows = await db.execute<{ name: string }>(sql`select name from products order by name`)
  return rows.map(({ name }) => name)
}
