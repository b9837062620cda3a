import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'

type TownHall = {
  insee: string
  name: string
  nameType?: number
  population?: number
  postalCodes?: readonly string[]
  emails?: readonly string[]
  address?: string
  mayor?: { firstName: string; lastName: string; civility: 'Madame' | 'Monsieur' }
}

/** The villages of the tests, around Denain: each with its own e-mail. */
export const villages: readonly TownHall[] = [
  {
    insee: '59002',
    name: 'Abscon',
    nameType: 1,
    population: 4300,
    emails: ['mairie@abscon.example'],
    postalCodes: ['59215'],
  },
  {
    insee: '59032',
    name: 'Aubry-du-Hainaut',
    nameType: 1,
    population: 1600,
    emails: ['mairie@aubry.example'],
    postalCodes: ['59494'],
  },
  {
    insee: '59092',
    name: 'Bouchain',
    population: 4000,
    emails: ['mairie@bouchain.example'],
    postalCodes: ['59111'],
  },
  {
    insee: '59172',
    name: 'Denain',
    population: 20000,
    emails: ['mairie@denain.example'],
    postalCodes: ['59220'],
  },
]

/** A programme of an operator and an association, whole enough to write; gives its identifiers. */
export async function foundProgramme(db: Database) {
  const [programmeId, operatorId, associationId] = [newId(), newId(), newId()]
  await db.execute(sql`
    insert into organisations (id, kind, name, postal_address, email, phone, dpo_email, created_at) values
      (${operatorId}, 'operator', 'Centre de gestion du Nord', ${'14 rue Jeanne Maillotte\n59000 Lille'},
       'contact@operator.example', '03 20 00 00 00', 'dpo@operator.example', now()),
      (${associationId}, 'association', 'Les Amis du libre', '', 'contact@association.example', null, null, now())`)
  await db.execute(sql`
    insert into programmes (id, name, operator_id, association_id, founded_at, founded_by)
    values (${programmeId}, 'Logiciels libres en mairie', ${operatorId}, ${associationId}, now(), 'Claire Delattre')`)
  return { programmeId, operatorId, associationId }
}

/** Adds town halls with their contact points, and puts them in the perimeter of the programme. */
export async function addTownHalls(db: Database, programmeId: string, townHalls = villages) {
  for (const { insee, name, nameType = 0, population = 1000, postalCodes = [], ...known } of townHalls) {
    await db.execute(sql`
      insert into communes (insee, name, name_type, search_name, departement, region, postal_codes, population, source, source_date)
      values (${insee}, ${name}, ${nameType}, ${name.toLowerCase().replaceAll('-', ' ')}, '59', '32',
              array(select jsonb_array_elements_text(${JSON.stringify(postalCodes)}::jsonb)), ${population}, 'INSEE', '2026-01-01')`)
    await db.execute(
      sql`insert into perimeter_communes (programme_id, insee) values (${programmeId}, ${insee})`,
    )
    const points = [
      ...(known.emails ?? []).map((value) => ({ kind: 'email', value })),
      ...(known.address ? [{ kind: 'address', value: known.address }] : []),
    ]
    for (const [rank, { kind, value }] of points.entries()) {
      await db.execute(sql`
        insert into contact_points (id, insee, kind, value, rank, source, source_date, imported_at)
        values (${newId()}, ${insee}, ${kind}, ${value}, ${rank + 1}, 'Annuaire de l’administration', '2026-01-01', now())`)
    }
    if (known.mayor) {
      const { firstName, lastName, civility } = known.mayor
      await db.execute(sql`
        insert into mayors (id, insee, last_name, first_name, civility, source, imported_at)
        values (${newId()}, ${insee}, ${lastName}, ${firstName}, ${civility}, 'RNE', now())`)
    }
  }
}
