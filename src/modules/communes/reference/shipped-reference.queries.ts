import { eq, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { referenceLoads } from '../communes.tables.ts'
import type { Columns, France } from './shipped-reference.ts'

const NAME = 'communes'

/** The edition of the reference these tables hold, if any. */
export async function loadedVersion(db: Database) {
  const [load] = await db.select().from(referenceLoads).where(eq(referenceLoads.name, NAME))
  return load?.version
}

export async function saveLoadedVersion(db: Database, version: string, loadedAt: Date) {
  await db
    .insert(referenceLoads)
    .values({ name: NAME, version, loadedAt })
    .onConflictDoUpdate({ target: referenceLoads.name, set: { version, loadedAt } })
}

/** Two programs may start together on one database: the second waits, then finds the edition loaded. */
export async function waitForMyTurn(db: Database) {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('communes reference'))`)
}

export async function saveEpcis(db: Database, { epcis, source, vintageDate }: France) {
  await db.execute(sql`
    insert into epcis (siren, name, kind, financing, source, source_date)
    select siren, name, kind, nullif(financing, ''), ${source}, ${vintageDate}::date
    from ${rows(epcis, ['siren', 'name', 'kind', 'financing'])}
    on conflict (siren) do update set name = excluded.name, kind = excluded.kind, financing = excluded.financing,
      source = excluded.source, source_date = excluded.source_date`)
}

export async function saveCommunes(db: Database, { communes, source, vintageDate }: France) {
  await db.execute(sql`
    insert into communes (insee, name, name_type, search_name, departement, region, epci_siren, siren, siret,
      postal_codes, population, longitude, latitude, source, source_date)
    select insee, name, name_type::smallint, search_name, departement, region, nullif(epci_siren, ''),
      nullif(siren, ''), nullif(siret, ''), string_to_array(postal_codes, ' '), nullif(population, '')::integer,
      nullif(longitude, '')::float8, nullif(latitude, '')::float8, ${source}, ${vintageDate}::date
    from ${rows(communes, [
      'insee',
      'name',
      'name_type',
      'search_name',
      'departement',
      'region',
      'epci_siren',
      'siren',
      'siret',
      'postal_codes',
      'population',
      'longitude',
      'latitude',
    ])}
    on conflict (insee) do update set name = excluded.name, name_type = excluded.name_type,
      search_name = excluded.search_name, departement = excluded.departement, region = excluded.region,
      epci_siren = excluded.epci_siren, siren = excluded.siren, siret = coalesce(excluded.siret, communes.siret),
      postal_codes = excluded.postal_codes, population = excluded.population,
      longitude = coalesce(excluded.longitude, communes.longitude),
      latitude = coalesce(excluded.latitude, communes.latitude),
      ended_on = null, source = excluded.source, source_date = excluded.source_date`)
}

/** A commune that the new code no longer knows has merged: it is ended, never deleted, for letters were sent to it. */
export async function endVanishedCommunes(db: Database, { communes, vintageDate }: France) {
  await db.execute(sql`
    update communes set ended_on = ${vintageDate}::date
    where ended_on is null and not insee = any (string_to_array(${communes.insee}, E'\n'))`)
}

export async function saveSuccessions(db: Database, { successions }: France) {
  await db.execute(sql`
    insert into commune_successions (former_insee, former_name, insee, kind)
    select former_insee, nullif(former_name, ''), insee, kind
    from ${rows(successions, ['former_insee', 'former_name', 'insee', 'kind'])}
    on conflict (former_insee, insee) do update set former_name = excluded.former_name, kind = excluded.kind`)
}

/** Outlines that someone imported are theirs: only those of an earlier shipped edition are replaced. */
export async function saveShippedContours(
  db: Database,
  contours: Columns,
  source: string,
  sourceDate: string,
) {
  await db.execute(sql`
    insert into contours (insee, geometry, source, source_date)
    select insee, geometry::jsonb, ${source}, ${sourceDate}::date
    from ${rows(contours, ['insee', 'geometry'])} join communes using (insee)
    on conflict (insee) do update set geometry = excluded.geometry, source_date = excluded.source_date
    where contours.source = excluded.source`)
}

/** Columns of text, a value per line, as rows: one parameter per column, whatever the number of rows. */
function rows(columns: Columns, names: readonly string[]) {
  const texts = names.map((name) => sql`string_to_array(${columns[name] ?? ''}, E'\n')`)
  const aliases = names.map((name) => sql.identifier(name))

  return sql`unnest(${sql.join(texts, sql`, `)}) as shipped (${sql.join(aliases, sql`, `)})`
}

/** Tells PostgreSQL how large the tables have become: until it counts them by itself, a minute later, its plans are poor. */
export const countForPlanner = (db: Database) =>
  db.execute(sql`analyze communes, epcis, commune_successions, contours`)
