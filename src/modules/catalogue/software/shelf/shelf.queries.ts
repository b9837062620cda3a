import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { goneLimit } from '../../usages/usage-age.ts'
import { inTownHallOrder, type Shelved, searchedWords } from './shelf.ts'

/** The number that changes with the sheets, what they meet and who uses them. */
export async function catalogueVersionNow(db: Database) {
  const [row] = await db.execute<{ version: string }>(sql`select version from catalogue_version`)
  return row?.version ?? '0'
}

type Row = Omit<Shelved, 'words'> & {
  readonly keywords: readonly string[]
  readonly replaces: readonly string[]
}

/** Every sheet that is shown, as the list needs it, in its order. */
export async function listShelf(db: Database, now: Date): Promise<readonly Shelved[]> {
  const rows = await db.execute<Row>(sql`
    with met as (
      select coalesce(own.merged_into, own.id) as id, array_agg(distinct n.service) as services,
        array_agg(distinct n.label) as needs, array_agg(distinct a) as audiences
      from meets m join software own on own.id = m.software_id join needs n on n.slug = m.need and n.retired_at is null,
        unnest(n.audiences) a
      group by 1
    ), replaced as (
      select coalesce(own.merged_into, own.id) as id, array_agg(distinct p.name) as products
      from meets m join software own on own.id = m.software_id join product_needs pn on pn.need = m.need
        join products p on p.slug = pn.product
      group by 1
    ), used as (
      select coalesce(own.merged_into, own.id) as id, count(distinct u.insee)::int as usages
      from usages u join software own on own.id = u.software_id
      where u.withdrawn_at is null and u.confirmed_at is not null and u.state <> 'left'
        and coalesce(u.renewed_at, u.confirmed_at) > ${moment(goneLimit(now))}
      group by 1
    )
    select s.id, s.slug, s.name, s.summary, s.licence_spdx as "licenceSpdx", s.licence_raw as "licenceRaw",
      s.is_free as "isFree", s.platforms, s.layer, s.development_status as "developmentStatus", s.version,
      s.released_on::text as "releasedOn", s.website, s.repository, s.keywords,
      s.replaces || coalesce(replaced.products, '{}') as replaces, coalesce(met.services, '{}') as services, coalesce(met.needs, '{}') as needs,
      coalesce(met.audiences, '{}') as audiences, coalesce(used.usages, 0) as usages
    from software s left join met on met.id = s.id left join replaced on replaced.id = s.id
      left join used on used.id = s.id
    where s.merged_into is null and s.withdrawn_at is null`)

  return inTownHallOrder(
    rows.map(({ keywords, replaces, ...sheet }) => ({
      ...sheet,
      platforms: [...new Set(sheet.platforms.map((platform) => platform.toLowerCase()))],
      words: searchedWords([sheet.name, sheet.summary, ...sheet.needs, ...keywords, ...replaces]),
    })),
  )
}
