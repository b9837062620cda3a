import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import type { Topic } from './opposition.ts'
import { activeAddresses, addressHmac, townHallOpposesSql } from './oppositions.queries.ts'

/**
 * Where these town halls may be written to by e-mail about a topic: the first official address that does not lead nowhere
 * and that nobody opposes, neither the town hall nor whoever holds it. A town hall left out may not be written to.
 */
export async function writableEmails(
  { db, config: { secret } }: Pick<World, 'db' | 'config'>,
  insees: readonly string[],
  topic: Topic,
): Promise<ReadonlyMap<string, string>> {
  const points = await listLivingEmails(db, insees, topic)
  const opposed = await activeAddresses(
    db,
    points.map(({ value }) => addressHmac(secret, value)),
  )

  const first = new Map<string, string>()
  for (const { insee, value } of points)
    if (!first.has(insee) && !opposed.has(addressHmac(secret, value))) first.set(insee, value)
  return first
}

const listLivingEmails = (db: Database, insees: readonly string[], topic: Topic) =>
  db.execute<{ insee: string; value: string }>(sql`
    select p.insee, p.value from contact_points p
    where p.insee in (select jsonb_array_elements_text(${JSON.stringify(insees)}::jsonb))
      and p.kind = 'email' and p.ended_at is null
      and not ${townHallOpposesSql(sql`p.insee`, sql`'email'`, sql`${topic}`)}
      and not exists (select from address_searches a where a.insee = p.insee and a.channel = 'email'
        and lower(a.address) = lower(p.value) and a.closed_as is distinct from 'works')
    order by p.insee, p.rank, p.value`)
