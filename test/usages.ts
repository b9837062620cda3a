import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'

type Place = {
  readonly insee: string
  readonly name: string
  readonly population?: number
  readonly at?: readonly [longitude: number, latitude: number]
  readonly epci?: string
  readonly departement?: string
}

/** A commune of the tests, where it is put. */
export async function settle(db: Database, { insee, name, population, at, epci, departement = '59' }: Place) {
  if (epci)
    await db.execute(sql`insert into epcis (siren, name, kind, source, source_date)
      values (${epci}, ${`EPCI ${epci}`}, 'CC', 'INSEE', '2026-01-01') on conflict do nothing`)
  await db.execute(sql`
    insert into communes (insee, name, name_type, search_name, departement, region, epci_siren, population, longitude,
      latitude, source, source_date)
    values (${insee}, ${name}, 0, ${name.toLowerCase()}, ${departement}, '32', ${epci ?? null}, ${population ?? null},
      ${at?.[0] ?? null}, ${at?.[1] ?? null}, 'INSEE', '2026-01-01')`)
}

/** A sheet of the tests, by its slug. */
export async function addSoftware(db: Database, slug: string, platforms: readonly string[] = []) {
  const id = newId()
  await db.execute(sql`
    insert into software (id, slug, name, layer, platforms, created_at, updated_at)
    values (${id}, ${slug}, ${slug}, 'own', array(select jsonb_array_elements_text(${JSON.stringify(platforms)}::jsonb)),
      now(), now())`)
  return id
}

type Said = {
  readonly insee: string
  readonly softwareId: string
  readonly saidAt?: Date
  readonly state?: 'testing' | 'in-use' | 'left'
  readonly acceptsCall?: boolean
  readonly need?: string
}

/** A declaration, confirmed at the moment given; awaiting its town hall's word without one. */
export async function sayUsage(db: Database, { insee, softwareId, saidAt, ...said }: Said) {
  const id = newId()
  const { state = 'in-use', acceptsCall = true, need = null } = said
  const at = saidAt?.toISOString() ?? null
  await db.execute(sql`
    insert into usages (id, insee, software_id, state, why_left, since_on, accepts_call, need, declared_at, declared_by,
      confirmed_at, renewed_at, confirmed_by)
    values (${id}, ${insee}, ${softwareId}, ${state}, ${state === 'left' ? 'trop lourd' : null}, '2023-03-01', ${acceptsCall},
      ${need}, coalesce(${at}::timestamptz, now()), 'Secrétariat', ${at}::timestamptz, ${at}::timestamptz,
      ${at ? 'official-address' : null})`)
  return id
}
