import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import type { Fit } from '../needs/need.ts'

type ServedNeed = { readonly slug: string; readonly label: string }

/** A product of the list: the needs it serves, and how many free software meet at least one of them. */
export type ListedProduct = {
  readonly slug: string
  readonly name: string
  readonly vendor: string | null
  readonly aliases: readonly string[]
  readonly needs: readonly ServedNeed[]
  readonly software: number
}

export const productSorts = ['name', 'vendor', 'software'] as const
export type ProductSort = (typeof productSorts)[number]

export type ProductFilter = { readonly q: string; readonly need?: string; readonly sort: ProductSort }

export const productPageSize = 50

/** The products that town halls buy today; all of them without a page. */
export const listProducts = async (
  db: Database,
  filter: ProductFilter,
  page?: number,
): Promise<readonly ListedProduct[]> =>
  db.execute<ListedProduct>(sql`
    select p.slug, p.name, p.vendor, p.aliases,
      coalesce((select jsonb_agg(jsonb_build_object('slug', n.slug, 'label', n.label) order by s.position)
        from product_needs s join needs n on n.slug = s.need
        where s.product = p.slug and n.retired_at is null), '[]') as needs,
      (select count(distinct m.software_id)::int from product_needs s join needs n on n.slug = s.need
        join meets m on m.need = s.need join software w on w.id = m.software_id
        where s.product = p.slug and n.retired_at is null and w.merged_into is null and w.withdrawn_at is null) as software
    from products p where ${matching(filter)}
    order by ${orders[filter.sort]}, lower(p.name), p.slug
    ${page === undefined ? sql`` : sql`limit ${productPageSize} offset ${(page - 1) * productPageSize}`}`)

export async function countProducts(db: Database, filter: ProductFilter) {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from products p where ${matching(filter)}`,
  )
  return row?.count ?? 0
}

const orders: Record<ProductSort, SQL> = {
  name: sql`lower(p.name)`,
  vendor: sql`lower(p.vendor) nulls last`,
  software: sql`software desc`,
}

function matching({ q, need }: ProductFilter) {
  const typed = `%${q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  const conditions = [
    q === ''
      ? sql`true`
      : sql`(lower(p.name) like ${typed} or lower(p.vendor) like ${typed} or lower(array_to_string(p.aliases, ' ')) like ${typed})`,
    need
      ? sql`exists (select from product_needs s where s.product = p.slug and s.need = ${need})`
      : sql`true`,
  ]
  return sql.join(conditions, sql` and `)
}

/** The needs that some product serves, to filter by. */
export const servedNeeds = async (db: Database): Promise<readonly ServedNeed[]> =>
  db.execute<ServedNeed>(sql`
    select n.slug, n.label from needs n
    where n.retired_at is null and exists (select from product_needs s where s.need = n.slug)
    order by n.label`)

/** A product as its page shows it: its needs in the order it is bought for, and what meets each. */
export type ShownProduct = {
  readonly slug: string
  readonly name: string
  readonly vendor: string | null
  readonly aliases: readonly string[]
  readonly source: string
  readonly needs: readonly AnsweredNeed[]
}

export type AnsweredNeed = ServedNeed & {
  readonly summary: string
  readonly advice: string | null
  readonly software: readonly MeetingSoftware[]
}

export type MeetingSoftware = {
  readonly slug: string
  readonly name: string
  readonly summary: string | null
  readonly fit: Fit
}

/** What may stand for a product, through the needs it serves and never by pairs. Throws NotFound. */
export async function showProduct(db: Database, slug: string): Promise<ShownProduct> {
  const [product] = await db.execute<Omit<ShownProduct, 'needs'>>(
    sql`select slug, name, vendor, aliases, source from products where slug = ${slug}`,
  )
  if (!product) throw new NotFound('Ce produit n’est pas dans l’annuaire.')

  const needs = await db.execute<Omit<AnsweredNeed, 'software'> & { software: readonly FitRow[] }>(sql`
    select n.slug, n.label, n.summary, n.advice,
      coalesce((select jsonb_agg(jsonb_build_object('slug', w.slug, 'name', w.name, 'summary', w.summary,
          'level', m.level, 'missing', m.missing) order by m.level, lower(w.name))
        from meets m join software w on w.id = m.software_id
        where m.need = n.slug and w.merged_into is null and w.withdrawn_at is null), '[]') as software
    from product_needs s join needs n on n.slug = s.need
    where s.product = ${slug} and n.retired_at is null order by s.position`)
  return { ...product, needs: needs.map((need) => ({ ...need, software: need.software.map(meeting) })) }
}

type FitRow = Omit<MeetingSoftware, 'fit'> & {
  readonly level: 'full' | 'part'
  readonly missing: string | null
}

const meeting = ({ level, missing, ...software }: FitRow): MeetingSoftware => ({
  ...software,
  fit: level === 'full' ? { level } : { level, missing: missing ?? '' },
})
