import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import type { CompanyDocument, NeedDocument, SoftwareDocument } from './documents.ts'

// What machines read of the directories, a statement for a page: its lists are gathered by the database.

export type Asked = { readonly slugs: readonly string[] } | { readonly after: string; readonly limit: number }

/** What a document holds before it knows the public address of Beffroi. */
type Bare<Document> = Omit<Document, 'url'>

export type BareSoftware = Omit<Bare<SoftwareDocument>, 'attributions'> & { readonly id: string }

/**
 * The software of the main layer, which leaves under Licence Ouverte, by slug; those of other licences stay apart. `shownSince`
 * is the moment before which a usage is no longer shown.
 */
export const softwareDocuments = async (
  db: Database,
  asked: Asked,
  shownSince: Date,
): Promise<BareSoftware[]> =>
  db.execute<BareSoftware>(sql`
    select s.id, s.slug, s.name, s.summary, s.description, s.website, s.repository, s.documentation, s.platforms,
      json_build_object('spdx', s.licence_spdx, 'asWritten', s.licence_raw, 'isFree', s.is_free) as licence,
      s.software_type as "softwareType", s.development_status as "developmentStatus", s.version,
      s.released_on::text as "releasedOn", s.attributes, s.limits, s.origins, ${utc(sql`s.updated_at`)} as "updatedAt",
      ${gathered(sql`select scheme, value from software_identifiers i where i.software_id = s.id order by scheme, value`)}
        as identifiers,
      ${gathered(sql`select n.slug, n.label, m.level as fit, m.missing from meets m join needs n on n.slug = m.need
        where m.software_id = s.id and n.retired_at is null order by m.level, n.label`)} as needs,
      ${gathered(sql`select p.slug, p.name from meets m join product_needs pn on pn.need = m.need
        join products p on p.slug = pn.product where m.software_id = s.id group by p.slug, p.name
        order by min(m.level), p.name, p.slug`)} as replaces,
      ${gathered(sql`select u.insee, c.name, u.state, u.since_on as "sinceOn", ${utc(sql`coalesce(u.renewed_at, u.confirmed_at)`)}
          as "confirmedAt"
        from usages u join software own on own.id = u.software_id join communes c on c.insee = u.insee
        where coalesce(own.merged_into, own.id) = s.id and u.withdrawn_at is null and u.state <> 'left'
          and coalesce(u.renewed_at, u.confirmed_at) > ${moment(shownSince)} order by c.name, u.insee`)} as "usedBy"
    from software s
    where s.merged_into is null and s.withdrawn_at is null ${namedOrAfter(sql`s.slug`, asked, sql`and s.layer = 'main'`)}`)

/** Needs with the software and the products that meet them, by slug. */
export const needDocuments = async (db: Database, asked: Asked): Promise<Bare<BareNeed>[]> =>
  db.execute<Bare<BareNeed>>(sql`
    select n.slug, n.service, n.label, n.summary, n.audiences, n.publiccode_categories as "publiccodeCategories",
      ${gathered(sql`select p.slug, p.name from product_needs pn join products p on p.slug = pn.product
        where pn.need = n.slug order by p.name, p.slug`)} as products,
      ${gathered(sql`select s.slug, s.name, m.level as fit, m.missing from meets m join software s on s.id = m.software_id
        where m.need = n.slug and s.merged_into is null and s.withdrawn_at is null order by m.level, s.name`)} as software
    from needs n where n.retired_at is null ${namedOrAfter(sql`n.slug`, asked)}`)

type BareNeed = Omit<NeedDocument, 'software'> & {
  readonly software: readonly Omit<NeedDocument['software'][number], 'url'>[]
}

export type BareCompany = Bare<CompanyDocument> & { readonly id: string }

/** Companies with what they say and what communes confirmed; `slug` is a SIREN or an identifier. */
export const companyDocuments = async (
  db: Database,
  asked: Asked,
  shownSince: Date,
): Promise<BareCompany[]> =>
  db.execute<BareCompany>(sql`
    select c.id, c.siren, c.name, c.presentation, c.website, c.claimed_at is not null as "isClaimed", c.source,
      c.source_date::text as "sourceDate",
      ${gathered(sql`select v.kind, v.level, v.need, w.slug as software, v.areas, ${utc(sql`v.stated_at`)} as "statedAt"
        from company_services v left join software w on w.id = v.software_id
        where v.company_id = c.id and v.ended_at is null and v.stated_at > ${moment(shownSince)}
        order by v.kind, v.need, w.slug`)} as services,
      ${gathered(sql`select r.insee, t.name as commune, r.year, r.kind, r.state
        from company_references r join communes t on t.insee = r.insee
        where r.company_id = c.id and r.withdrawn_at is null order by r.year desc, t.name`)} as references
    from companies c
    where c.withdrawn_at is null ${namedOrAfter(sql`coalesce(c.siren, c.id::text)`, asked)}`)

/** How many of each there are to read. */
export async function countDocuments(db: Database) {
  const [counts] = await db.execute<{ software: number; needs: number; companies: number }>(sql`
    select (select count(*)::int from software where merged_into is null and withdrawn_at is null and layer = 'main') as software,
      (select count(*)::int from needs where retired_at is null) as needs,
      (select count(*)::int from companies where withdrawn_at is null) as companies`)
  return counts ?? { software: 0, needs: 0, companies: 0 }
}

const gathered = (rows: SQL) => sql`(select coalesce(json_agg(row_to_json(r)), '[]') from (${rows}) r)`

const utc = (at: SQL) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

const namedOrAfter = (key: SQL, asked: Asked, amongMany = sql``) =>
  'slugs' in asked
    ? sql`and ${key} in (select jsonb_array_elements_text(${JSON.stringify(asked.slugs)}::jsonb))`
    : sql`and ${key} > ${asked.after} ${amongMany} order by ${key} limit ${asked.limit}`
