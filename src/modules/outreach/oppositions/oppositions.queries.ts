import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { newId } from '#platform/ids.ts'
import { keyedHash } from '#platform/keyed-hash.ts'
import type { AddressParts } from '#values/postal-address.ts'
import { stoppable } from '../deliveries/delivery.ts'
import type { AddresseeKey } from '../waves/addressee.ts'
import { comparedAddress, comparedParts } from './compared-address.ts'
import type { AddressKind, OppositionChannel, Topic } from './opposition.ts'
import { oppositionAddresses, oppositionOrganisations } from './oppositions.tables.ts'

// The purpose of e-mails has no suffix: their hashes are older than the other kinds.
const purposes: Record<AddressKind, string> = {
  email: 'opposition',
  phone: 'opposition/phone',
  address: 'opposition/address',
}

/** An address as oppositions keep it: the keyed hash alone. What cannot be compared is hashed as typed. */
export const addressHmac = (secret: string, address: string, kind: AddressKind = 'email') =>
  keyedHash(secret, purposes[kind], comparedAddress(kind, address) ?? address.trim().toLowerCase())

/** The same for where a letter goes; undefined when it names no street. */
export function letterHmac(secret: string, parts: AddressParts) {
  const compared = comparedParts(parts)
  return compared && keyedHash(secret, purposes.address, compared)
}

/** The INSEE codes that speak for a town hall: its own, and those of the communes that merged into it. */
const codesOf = (insee: SQL) =>
  sql`(select ${insee} union all select s.former_insee from commune_successions s where s.insee = ${insee})`

/** SQL that is true of a town hall that refuses a channel on a topic, itself or by a commune that merged into it. */
export const townHallOpposesSql = (insee: SQL, channel: SQL, topic: SQL) => sql`exists (
  select from opposition_organisations o
  where o.insee in ${codesOf(insee)} and o.lifted_at is null
    and o.channel in ('all', ${channel}) and o.topic in ('all', ${topic}))`

/** SQL that is true of a company that refuses a channel on a topic. */
export const companyOpposesSql = (companyId: SQL, channel: SQL, topic: SQL) => sql`exists (
  select from opposition_organisations o
  where o.company_id = ${companyId} and o.lifted_at is null
    and o.channel in ('all', ${channel}) and o.topic in ('all', ${topic}))`

/** SQL that is true of a delivery `d` that its town hall, its company, or the holder of its address, opposes. */
export const isOpposedSql = sql`(
  ${townHallOpposesSql(sql`d.insee`, sql`d.channel`, sql`(select ow.topic from waves ow where ow.id = d.wave_id)`)}
  or ${companyOpposesSql(sql`d.company_id`, sql`d.channel`, sql`(select ow.topic from waves ow where ow.id = d.wave_id)`)}
  or exists (select from opposition_addresses a where a.address_hmac = d.address_hmac and a.lifted_at is null))`

/** Whether a delivery may not leave, by its addressee's own word or by the holder of its address. */
export async function isOpposed(db: Database, deliveryId: string): Promise<boolean> {
  const [row] = await db.execute<{ opposed: boolean }>(
    sql`select ${isOpposedSql} as opposed from deliveries d where d.id = ${deliveryId}`,
  )
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
  return db.execute<{ id: string }>(sql`
    with stopped as (
      update deliveries d set state = 'excluded', reason = 'opposed', retry_at = null, settled_at = ${moment(now)}
      where d.state in (${sql.join(
        stoppable.map((state) => sql`${state}`),
        sql`, `,
      )}) and ${isOpposedSql}
      returning d.id, d.attempt),
    told as (
      insert into delivery_events (id, delivery_id, source, source_event_id, kind, at)
      select gen_random_uuid(), id, 'ledger', id || '/' || attempt || '/opposed', 'opposed', ${moment(now)} from stopped
      on conflict (source, source_event_id) do nothing)
    select id from stopped`)
}

type Said = { readonly origin: string; readonly by?: string; readonly at: Date }
export type NewOpposition = Said &
  AddresseeKey & {
    readonly channel: OppositionChannel
    readonly topic?: Topic
  }

/** Writes the refusal of a town hall or of a company; one already in force stays as it is. Gives whether it is new. */
export async function insertOpposition(
  db: Database,
  { at, by, ...refused }: NewOpposition,
): Promise<boolean> {
  const added = await db
    .insert(oppositionOrganisations)
    .values({ id: newId(), ...refused, since: at, recordedBy: by })
    .onConflictDoNothing()
    .returning({ id: oppositionOrganisations.id })
  return added.length > 0
}

/** Writes the refusal of whoever holds an address, by its keyed hash. Gives whether it is new. */
export async function insertAddressOpposition(
  db: Database,
  { at, by, ...refused }: Said & { readonly addressHmac: string; readonly kind: AddressKind },
): Promise<boolean> {
  const added = await db
    .insert(oppositionAddresses)
    .values({ id: newId(), ...refused, since: at, recordedBy: by })
    .onConflictDoNothing()
    .returning({ id: oppositionAddresses.id })
  return added.length > 0
}
