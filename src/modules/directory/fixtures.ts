import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'

type Village = { insee: string; name: string; population: number; longitude: number; latitude: number }

const villages: readonly Village[] = [
  { insee: '59172', name: 'Denain', population: 20_665, longitude: 3.394, latitude: 50.329 },
  { insee: '59100', name: 'Bousignies', population: 339, longitude: 3.457, latitude: 50.477 },
  { insee: '59002', name: 'Abscon', population: 4300, longitude: 3.3, latitude: 50.329 },
  { insee: '59526', name: 'Saint-Amand-les-Eaux', population: 15_900, longitude: 3.428, latitude: 50.448 },
  { insee: '23180', name: 'Saint-Amand', population: 470, longitude: 2.339, latitude: 45.963 },
  { insee: '62741', name: 'Saint-Amand', population: 140, longitude: 2.54, latitude: 50.166 },
]

/** For tests: six communes, two of them namesakes. */
export async function someCommunes(db: Database) {
  await db.execute(sql`
    insert into communes (insee, name, name_type, search_name, departement, region, population, longitude, latitude, source, source_date)
    select insee, name, case when name = 'Abscon' then 1 else 0 end, lower(name), left(insee, 2), '32', population, longitude,
      latitude, 'INSEE', '2026-01-01'
    from jsonb_to_recordset(${JSON.stringify(villages)}::jsonb)
      as r (insee text, name text, population int, longitude double precision, latitude double precision)`)
}

/** For tests: a commune that confirmed, a year ago at most, that it uses a software. */
export const confirmedUsage = (db: Database, insee: string, slug: string) =>
  db.execute(sql`
    insert into usages (id, insee, software_id, state, since_on, accepts_call, declared_at, declared_by, confirmed_at)
    select gen_random_uuid(), ${insee}, id, 'in-use', '2023-03-01', true, now(), 'La secrétaire', now()
    from software where slug = ${slug}`)
