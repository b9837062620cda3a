import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import type { Searched, SearchedNeed, SearchedProduct, SearchedSoftware } from './finding.ts'

/** Everything that the search of needs holds in memory. */
export async function loadSearched(db: Database): Promise<Searched> {
  const [needs, products, software] = await Promise.all([
    searchedNeeds(db),
    searchedProducts(db),
    searchedSoftware(db),
  ])
  return { needs, products, software }
}

/** Changes whenever what the search holds has changed: a word, a need, a fit, the name of a software. */
export async function searchedVersion(db: Database) {
  const [row] = await db.execute<{ version: string }>(sql`
    select concat_ws('/',
      (select version from vocabulary_loads),
      (select concat(count(*), ' ', count(undone_at), ' ', max(greatest(edited_at, undone_at))) from need_edits),
      (select concat(count(*), ' ', max(updated_at)) from software),
      (select concat(count(*), ' ', max(stated_at)) from meets)) as version`)
  return row?.version ?? ''
}

const searchedNeeds = async (db: Database): Promise<readonly SearchedNeed[]> =>
  db.execute<SearchedNeed>(sql`
    select n.slug, n.label, n.service, n.summary, n.audiences,
      coalesce(array_agg(w.words) filter (where w.kind = 'synonym'), '{}') as synonyms,
      coalesce(array_agg(w.words) filter (where w.kind = 'phrase'), '{}') as phrases
    from needs n left join need_words w on w.need = n.slug
    where n.retired_at is null
    group by n.slug order by n.position, n.slug`)

const searchedProducts = async (db: Database): Promise<readonly SearchedProduct[]> =>
  db.execute<SearchedProduct>(sql`
    select p.slug, p.name, p.aliases,
      coalesce(array_agg(s.need order by s.position) filter (where s.need is not null), '{}') as needs
    from products p left join product_needs s on s.product = p.slug
    group by p.slug order by p.slug`)

const searchedSoftware = async (db: Database): Promise<readonly SearchedSoftware[]> =>
  db.execute<SearchedSoftware>(sql`
    select s.slug, s.name,
      coalesce(array_agg(m.need order by m.level, n.position) filter (where m.need is not null), '{}') as needs
    from software s left join meets m on m.software_id = s.id left join needs n on n.slug = m.need
    where s.merged_into is null and s.withdrawn_at is null
    group by s.id order by s.slug`)
