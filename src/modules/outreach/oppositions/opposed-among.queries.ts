import { sql } from 'drizzle-orm'
import type { OpposedAmong } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { type AddressKind, addressKinds } from './opposition.ts'
import { activeAddresses, addressHmac, townHallOpposesSql } from './oppositions.queries.ts'

/**
 * Of the contact points that a file brings, which are in opposition: refused by whoever holds them, or by the whole town
 * hall on the way they serve. A phone number is opposed by its holder alone: a town hall refuses letters, not calls.
 */
export const opposedAmong: OpposedAmong = async ({ db, config: { secret } }, points) => {
  const hashes = new Map(
    points.flatMap(({ kind, value }) =>
      isKind(kind) ? [[`${kind} ${value}`, addressHmac(secret, value, kind)] as const] : [],
    ),
  )
  const [addresses, townHalls] = await Promise.all([
    activeAddresses(db, [...hashes.values()]),
    refusingTownHalls(db, [...new Set(points.map(({ insee }) => insee))]),
  ])

  return ({ insee, kind, value }) =>
    isKind(kind) && (addresses.has(hashes.get(`${kind} ${value}`) ?? '') || townHalls[kind].has(insee))
}

const isKind = (kind: string): kind is AddressKind => addressKinds.some((known) => known === kind)

async function refusingTownHalls(db: Database, insees: readonly string[]) {
  const rows = await db.execute<{ insee: string; email: boolean; letter: boolean }>(sql`
    select c.insee, ${townHallOpposesSql(sql`c.insee`, sql`'email'`, sql`'all'`)} as email,
      ${townHallOpposesSql(sql`c.insee`, sql`'letter'`, sql`'all'`)} as letter
    from jsonb_array_elements_text(${JSON.stringify(insees)}::jsonb) as c (insee)`)
  const those = (refuses: 'email' | 'letter') =>
    new Set(rows.flatMap((row) => (row[refuses] ? [row.insee] : [])))

  return { email: those('email'), address: those('letter'), phone: new Set<string>() }
}
