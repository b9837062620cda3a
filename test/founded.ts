import { sql } from 'drizzle-orm'
import { listCommunes } from '#modules/communes/index.ts'
import { newId } from '#platform/ids.ts'
import type { Door } from './visit.ts'

/** Founds the programme of a test: the cast's operator and association, on the 47 communes of the Porte du Hainaut. */
export async function foundProgramme({ world: { db }, organisationId }: Door, epci = '200042190') {
  const id = newId()
  const insees = (await listCommunes(db, { epci })).map(({ insee }) => insee)
  await db.execute(sql`insert into programmes (id, name, operator_id, association_id, network_id, founded_at, founded_by)
    values (${id}, 'Logiciels libres en mairie', ${organisationId('operator')}, ${organisationId('association')},
            ${organisationId('network')}, now(), 'Claire Delattre')`)
  await db.execute(sql`insert into perimeter_communes (programme_id, insee)
    select ${id}, jsonb_array_elements_text(${JSON.stringify(insees)}::jsonb)`)
  return id
}
