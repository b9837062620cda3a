import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import type { Place, PlacedUsage } from './neighbour.ts'

/** The edition of all usages, and where a commune is: one round trip for whoever asks for neighbours. */
export async function findEdition(db: Database, insee: string) {
  const [row] = await db.execute<{ edition: string } & { [Key in keyof Place]: Place[Key] | null }>(sql`
    select e.version::text as edition, c.insee, c.population, c.longitude, c.latitude, c.epci_siren as "epciSiren",
      c.departement
    from catalogue_version e left join communes c on c.insee = ${insee}`)
  if (!row) throw new Error('catalogue_version holds one row')

  const { edition, insee: found, departement, ...place } = row
  return { edition, here: found && departement ? { insee: found, departement, ...place } : undefined }
}

/** Every confirmed usage of France with its place, under the sheet that is shown today, by commune. */
export const listPlacedUsages = (db: Database): Promise<PlacedUsage[]> =>
  db.execute<PlacedUsage>(sql`
    select coalesce(s.merged_into, s.id) as "softwareId", u.id as "usageId", u.insee, c.name, c.search_name as "searchName",
      c.population, c.longitude, c.latitude, c.epci_siren as "epciSiren", c.departement, u.need,
      u.since_on::text as "sinceOn", u.state, u.why_left as "whyLeft", u.accepts_call as "acceptsCall",
      u.operated_by as "operatedBy", (extract(epoch from coalesce(u.renewed_at, u.confirmed_at)) * 1000)::float as "saidAt"
    from usages u join software s on s.id = u.software_id join communes c on c.insee = u.insee
    where u.withdrawn_at is null and u.confirmed_at is not null
    order by 1, u.insee`) as Promise<PlacedUsage[]>
