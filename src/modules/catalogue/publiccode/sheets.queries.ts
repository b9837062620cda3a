import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { shippedFactsOf } from './shipped/facts.ts'
import type { Fault } from './standard/fault.ts'
import type { UpstreamState } from './upstream/upstream.ts'
import type { PubliccodeFacts } from './writing/facts.ts'
import { licenceSaid } from './writing/licence-said.ts'
import { mergedFacts } from './writing/merged-facts.ts'
import type { MetNeed, Sheet } from './writing/sheet.ts'

/** A software as its publiccode.yml is written from it, with where the repair upstream stands. */
export type PubliccodeSheet = Sheet & {
  readonly id: string
  readonly slug: string
  readonly createdAt: Date
  readonly updatedAt: Date
  /** The project's own file, when one was read. */
  readonly own: { readonly isValid: boolean; readonly faults: readonly Fault[] } | null
  readonly upstream: UpstreamStep | null
}

export type UpstreamStep = {
  readonly state: UpstreamState
  readonly onDay: string
  readonly address: string | null
}

type Row = Omit<Sheet, 'facts' | 'needs'> & {
  id: string
  slug: string
  createdAt: string
  updatedAt: string
  needs: readonly MetNeed[]
  stated: PubliccodeFacts | null
  read: readonly { source: string; facts: PubliccodeFacts; isValid: boolean; faults: readonly Fault[] }[]
  upstream: UpstreamStep | null
  french: string | null
  licenceRaw: string | null
}

/** The sheets of the main layer that are shown, by name: those whose text leaves under Licence Ouverte. */
export const listPubliccodeSheets = (db: Database): Promise<PubliccodeSheet[]> => find(db, sql`true`)

/** One of them by its address, if it is one. */
export async function findPubliccodeSheet(db: Database, slug: string): Promise<PubliccodeSheet | undefined> {
  const [sheet] = await find(db, sql`s.slug = ${slug}`)
  return sheet
}

/** Those of these identifiers, in the order of their identifiers. */
export const listPubliccodeSheetsById = (db: Database, ids: readonly string[]): Promise<PubliccodeSheet[]> =>
  find(db, sql`s.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`, sql`s.id`)

async function find(
  db: Database,
  condition: SQL,
  order: SQL = sql`lower(s.name), s.id`,
): Promise<PubliccodeSheet[]> {
  const rows = await db.execute<Row>(sql`
    select s.id, s.slug, s.name, s.summary, s.description, s.licence_spdx as "licenceSpdx", s.licence_raw as "licenceRaw", s.website, s.repository,
      s.documentation, s.platforms, s.software_type as "softwareType", s.development_status as "developmentStatus",
      s.version, s.released_on::text as "releasedOn", s.limits, s.attributes ->> 'french' as french, s.created_at as "createdAt", s.updated_at as "updatedAt",
      coalesce((select jsonb_agg(jsonb_build_object('label', n.label, 'missing', m.missing, 'categories',
          n.publiccode_categories) order by m.level, n.label)
        from meets m join needs n on n.slug = m.need
        where m.software_id = s.id and n.retired_at is null), '[]') as needs,
      -- what was stated of a sheet that has merged into this one still holds
      (select t.facts from publiccode_statements t
        where t.software_id = s.id or t.software_id in (select id from software where merged_into = s.id)
        order by t.stated_at desc, t.id desc limit 1) as stated,
      coalesce((select jsonb_agg(jsonb_build_object('source', p.source, 'facts', p.facts, 'isValid', p.is_valid,
          'faults', p.faults) order by p.source = 'publiccode' desc, p.source)
        from software_records r join publiccode_readings p on p.source = r.source and p.external_id = r.external_id
        where r.software_id = s.id), '[]') as read,
      (select jsonb_build_object('state', u.state, 'onDay', u.on_day, 'address', u.address) from publiccode_upstream u
        where u.software_id = s.id or u.software_id in (select id from software where merged_into = s.id)
        order by u.recorded_at desc, u.id desc limit 1) as upstream
    from software s
    where s.layer = 'main' and s.merged_into is null and s.withdrawn_at is null and ${condition}
    order by ${order}`)
  return rows.map(sheetOf)
}

function sheetOf({ stated, read, french, licenceRaw, createdAt, updatedAt, ...row }: Row): PubliccodeSheet {
  const own = read.find(({ source }) => source === 'publiccode')
  return {
    ...row,
    licenceSpdx: licenceSaid(row.licenceSpdx, licenceRaw),
    facts: mergedFacts([
      stated ?? {},
      ...read.map(({ facts }) => facts),
      shippedFactsOf(row.slug),
      french === 'yes' ? inFrench : {},
    ]),
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
    own: own ? { isValid: own.isValid, faults: own.faults } : null,
  }
}

// The sheet says that its screens exist in French: at least that language is known.
const inFrench: PubliccodeFacts = { availableLanguages: ['fr'] }
