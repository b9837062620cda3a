import { type SQL, sql } from 'drizzle-orm'
import type { LockForce } from '../locks/lock.ts'
import type { UsageState } from './usage.ts'

/** What a commune uses, as its record shows it; days are ISO texts, as JSON carries them. */
export type UsageOfCommune = {
  readonly id: string
  readonly software: string
  readonly slug: string
  readonly state: UsageState
  readonly sinceOn: string | null
  readonly whyLeft: string | null
  readonly operatedBy: string | null
  /** When it was last said; nothing while the town hall has not confirmed it. */
  readonly saidAt: string | null
}

export type LockOfCommune = {
  readonly id: string
  readonly product: string
  readonly forces: LockForce
  readonly what: string
  readonly saidAt: string | null
}

/** What a commune uses or is said to, as one JSON value: its record is read in one query. */
export const usagesOfRecord = (insee: SQL) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'software', s.name, 'slug', s.slug, 'state', u.state,
    'sinceOn', u.since_on, 'whyLeft', u.why_left, 'operatedBy', u.operated_by,
    'saidAt', coalesce(u.renewed_at, u.confirmed_at)) order by u.confirmed_at is null, s.name), '[]')
  from usages u join software own on own.id = u.software_id join software s on s.id = coalesce(own.merged_into, own.id)
  where u.insee = ${insee} and u.withdrawn_at is null and u.refused_at is null)`

/** What holds a commune or is said to, as one JSON value. */
export const locksOfRecord = (insee: SQL) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'product', coalesce(p.name, l.product_name), 'forces', l.forces,
    'what', l.what, 'saidAt', coalesce(l.renewed_at, l.confirmed_at)) order by l.confirmed_at is null, l.what), '[]')
  from locks l left join products p on p.slug = l.product
  where l.insee = ${insee} and l.withdrawn_at is null and l.refused_at is null)`
