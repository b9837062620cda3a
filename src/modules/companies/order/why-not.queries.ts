import { sql } from 'drizzle-orm'
import { plainName } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { StatedAbout } from './why-not.ts'

export type NamedCompany = {
  readonly id: string
  readonly siren: string | null
  readonly name: string
  readonly isClaimed: boolean
  readonly isWithdrawn: boolean
  readonly withdrawnReason: string | null
}

/** The companies that a person may mean by a SIREN, an identifier or a part of a name; a few, those called just so first. */
export function companiesNamed(db: Database, typed: string) {
  const code = typed.replace(/\s/g, '').toLowerCase()
  const name = plainName(typed)
  return db.execute<NamedCompany>(sql`
    select id, siren, name, claimed_at is not null as "isClaimed", withdrawn_at is not null as "isWithdrawn",
      withdrawn_reason as "withdrawnReason"
    from companies
    where siren = ${code} or id::text = ${code} or (${name} <> '' and position(${name} in search_name) > 0)
    order by (siren is not distinct from ${code} or id::text = ${code} or search_name = ${name}) desc, id limit 8`)
}

/** The organisations of the partnership called like this: they come in lists by their operated offers alone. */
export const organisationsNamed = (db: Database, typed: string) =>
  db.execute<{ id: string; name: string }>(sql`
    select id, name from organisations
    where kind not in ('company', 'town-hall') and position(lower(${typed.trim()}) in lower(name)) > 0 and ${typed.trim().length > 2}
    limit 3`)

type Asked = { readonly need?: string; readonly softwareIds?: readonly string[] }

/** All that a company ever stated about a need or software, services and offers, ended and old ones included. */
export async function statedAbout(db: Database, companyId: string, { need, softwareIds }: Asked) {
  const ids = JSON.stringify(softwareIds ?? [])
  const isAbout = sql`(need = ${need ?? ''} or software_id in (select jsonb_array_elements_text(${ids}::jsonb)::uuid)
    or ${need === undefined && softwareIds === undefined})`
  const rows = await db.execute<{
    kind: StatedAbout['kind']
    areas: string[]
    stated_at: string
    ended_at: string | null
  }>(sql`
    select kind, areas, stated_at, ended_at from company_services where company_id = ${companyId} and ${isAbout}
    union all
    select null, areas, stated_at, ended_at from operated_offers where company_id = ${companyId} and ${isAbout}`)
  return rows.map(
    ({ kind, areas, stated_at, ended_at }): StatedAbout => ({
      kind,
      areas,
      statedAt: new Date(stated_at),
      endedAt: ended_at === null ? null : new Date(ended_at),
    }),
  )
}
