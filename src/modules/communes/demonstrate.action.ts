import { sql } from 'drizzle-orm'
import type { World } from '#platform/world.ts'
import { inCapitals } from '#values/postal-address.ts'
import { type Commune, listCommunes } from './communes.queries.ts'

/** The EPCI of the demonstration: the Porte du Hainaut, where the programme was born. */
const porteDuHainaut = '200042190'
const source = 'Démonstration (inventé)'

/** Gives the communes of the demonstration invented ways to reach them: nothing under `.example` exists (RFC 2606). */
export async function demonstrateContactPoints({ db, clock }: World) {
  const communes = await listCommunes(db, { epci: porteDuHainaut })
  const points = communes.flatMap((commune, rank) => pointsOf(commune, rank))
  const mayors = communes.filter((_, rank) => rank % 9 !== 8).map((commune, rank) => mayorOf(commune, rank))
  const now = clock().toISOString()

  await db.execute(sql`
    insert into contact_points (id, insee, kind, value, rank, source, source_date, imported_at)
    select gen_random_uuid(), insee, kind, value, 1, ${source}, ${now}::date, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(points)}::jsonb) as p(insee text, kind text, value text)`)
  await db.execute(sql`
    insert into mayors (id, insee, last_name, first_name, civility, source, source_date, imported_at)
    select gen_random_uuid(), insee, 'Exemple', "firstName", civility, ${source}, ${now}::date, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(mayors)}::jsonb) as m(insee text, "firstName" text, civility text)`)
}

// One town hall in four has no e-mail, one in twelve has lost its street: a territory is never complete.
function pointsOf({ insee, name, postalCodes }: Commune, rank: number) {
  const domain = inCapitals(name).toLowerCase().replaceAll(' ', '-')
  const street = `${1 + (rank % 48)} RUE DE LA MAIRIE\n${postalCodes[0]} ${inCapitals(name)}`
  return [
    ...(rank % 4 === 3 ? [] : [{ insee, kind: 'email', value: `mairie@${domain}.example` }]),
    ...(rank % 12 === 11 ? [] : [{ insee, kind: 'address', value: street }]),
    // 03 53 01 is kept for fiction by the telecommunications authority.
    { insee, kind: 'phone', value: `+3335301${String(1000 + rank * 7)}` },
  ]
}

const firstNames = ['Camille', 'Dominique', 'Claude', 'Frédérique', 'Maxime', 'Alix', 'Sacha', 'Andrée']

const mayorOf = ({ insee }: Commune, rank: number) => ({
  insee,
  firstName: firstNames[rank % firstNames.length],
  civility: rank % 2 === 0 ? 'Madame' : 'Monsieur',
})
