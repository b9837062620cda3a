import { and, count, desc, eq, ilike, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { communes } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { newId } from '#platform/ids.ts'
import { keyedHash } from '#platform/keyed-hash.ts'
import { stoppable } from '../deliveries/delivery.ts'
import { comparedAddress, type OppositionChannel } from './opposition.ts'
import { oppositionAddresses, oppositionOrganisations } from './oppositions.tables.ts'

/** An address as oppositions keep it: the keyed hash alone. */
export const addressHmac = (secret: string, address: string) =>
  keyedHash(secret, 'opposition', comparedAddress(address))

/** SQL that is true of a delivery `d` that its town hall, or the holder of its address, opposes. */
export const isOpposedSql = sql`(
  exists (select from opposition_organisations o
          where o.insee = d.insee and o.lifted_at is null and o.topic = 'all' and o.channel in ('all', d.channel))
  or exists (select from opposition_addresses a where a.address_hmac = d.address_hmac and a.lifted_at is null))`

export type NewOpposition = { origin: string; by?: string; at: Date }

/** Writes a town hall's refusal; one already in force stays as it is. */
export async function insertOpposition(
  db: Database,
  insee: string,
  channel: OppositionChannel,
  { origin, by, at }: NewOpposition,
): Promise<boolean> {
  const added = await db
    .insert(oppositionOrganisations)
    .values({ id: newId(), insee, channel, since: at, origin, recordedBy: by })
    .onConflictDoNothing()
    .returning({ id: oppositionOrganisations.id })
  return added.length > 0
}

/** Writes the refusal of whoever holds an address, by its keyed hash. */
export async function insertAddressOpposition(db: Database, hmac: string, { origin, by, at }: NewOpposition) {
  const added = await db
    .insert(oppositionAddresses)
    .values({ id: newId(), addressHmac: hmac, since: at, origin, recordedBy: by })
    .onConflictDoNothing()
    .returning({ id: oppositionAddresses.id })
  return added.length > 0
}

/** Whether a town hall may not be written to on a channel, by its own word or by the address's holder. */
export async function isOpposed(
  db: Database,
  { insee, channel, hmac }: { insee: string; channel: 'email' | 'letter'; hmac?: string },
): Promise<boolean> {
  const [row] = await db.execute<{ opposed: boolean }>(sql`
    select ${isOpposedSql} as opposed
    from (values (${insee}::text, ${channel}::text, ${hmac ?? null}::text)) as d (insee, channel, address_hmac)`)
  return row?.opposed ?? false
}

/** Of these keyed hashes, those in force. */
export async function activeAddresses(db: Database, hmacs: readonly string[]): Promise<Set<string>> {
  const rows = await db.execute<{ address_hmac: string }>(sql`
    select address_hmac from opposition_addresses
    where lifted_at is null
      and address_hmac in (select jsonb_array_elements_text(${JSON.stringify(hmacs)}::jsonb))`)
  return new Set(rows.map(({ address_hmac }) => address_hmac))
}

/** Takes out of every wave what is opposed and has not left yet; gives the deliveries stopped. */
export async function excludeOpposed(db: Database, now: Date) {
  return db.execute<{ id: string; insee: string }>(sql`
    with stopped as (
      update deliveries d set state = 'excluded', reason = 'opposed', retry_at = null, settled_at = ${moment(now)}
      where d.state in (${sql.join(
        stoppable.map((state) => sql`${state}`),
        sql`, `,
      )}) and ${isOpposedSql}
      returning d.id, d.insee, d.attempt),
    told as (
      insert into delivery_events (id, delivery_id, source, source_event_id, kind, at)
      select gen_random_uuid(), id, 'ledger', id || '/' || attempt || '/opposed', 'opposed', ${moment(now)} from stopped
      on conflict (source, source_event_id) do nothing)
    select id, insee from stopped`)
}

export type OppositionRow = typeof oppositionOrganisations.$inferSelect & { commune: string }
export type OppositionFilter = { search: string; isLifted: boolean; page: number }

export const oppositionPageSize = 50

/** The town halls' oppositions, in force or lifted, newest first. */
export async function listOppositions(db: Database, { search, isLifted, page }: OppositionFilter) {
  const { liftedAt } = oppositionOrganisations
  const where = and(
    isLifted ? isNotNull(liftedAt) : isNull(liftedAt),
    search ? or(ilike(communes.name, `%${search}%`), eq(communes.insee, search)) : undefined,
  )
  const from = () => db.select({ opposition: oppositionOrganisations, commune: communes.name })
  const rows = await from()
    .from(oppositionOrganisations)
    .innerJoin(communes, eq(communes.insee, oppositionOrganisations.insee))
    .where(where)
    .orderBy(desc(oppositionOrganisations.since), desc(oppositionOrganisations.id))
    .limit(oppositionPageSize)
    .offset((page - 1) * oppositionPageSize)
  const [total] = await db
    .select({ n: count() })
    .from(oppositionOrganisations)
    .innerJoin(communes, eq(communes.insee, oppositionOrganisations.insee))
    .where(where)

  return {
    total: total?.n ?? 0,
    oppositions: rows.map(({ opposition, commune }): OppositionRow => ({ ...opposition, commune })),
  }
}

/** How many oppositions are in force: by town hall, and by address alone. */
export async function countOppositions(db: Database) {
  const [townHalls] = await db
    .select({ n: count() })
    .from(oppositionOrganisations)
    .where(isNull(oppositionOrganisations.liftedAt))
  const [addresses] = await db
    .select({ n: count() })
    .from(oppositionAddresses)
    .where(isNull(oppositionAddresses.liftedAt))
  return { townHalls: townHalls?.n ?? 0, addresses: addresses?.n ?? 0 }
}

/** Lifts an opposition in force; false when there is none under this identifier. */
export async function liftOpposition(
  db: Database,
  id: string,
  { evidence, by, at }: { evidence: string; by: string; at: Date },
) {
  const lifted = await db
    .update(oppositionOrganisations)
    .set({ liftedAt: at, liftedBy: by, liftingEvidence: evidence })
    .where(and(eq(oppositionOrganisations.id, id), isNull(oppositionOrganisations.liftedAt)))
    .returning({ insee: oppositionOrganisations.insee, channel: oppositionOrganisations.channel })
  return lifted[0]
}
