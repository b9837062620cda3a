import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'

export type Sizes = { readonly needs: number; readonly software: number; readonly companies: number }

/** How much each directory holds today, as its own list counts it. */
export async function countDirectories(db: Database): Promise<Sizes> {
  const [sizes] = await db.execute<Sizes>(sql`
    select (select count(*)::int from needs where retired_at is null) as needs,
      (select count(*)::int from software where merged_into is null and withdrawn_at is null) as software,
      (select count(*)::int from companies where withdrawn_at is null) as companies`)
  return sizes ?? { needs: 0, software: 0, companies: 0 }
}

export type ServiceOfTownHall = { readonly service: string; readonly needs: number }

/** The services of a town hall, in the order of the vocabulary, with how many needs each has. */
export const listServices = (db: Database): Promise<ServiceOfTownHall[]> =>
  db.execute<ServiceOfTownHall>(sql`
    select service, count(*)::int as needs from needs where retired_at is null
    group by service order by min(position), service`)
