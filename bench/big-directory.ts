import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'

const size = { software: 2_000, companies: 1_000, usages: 35_000, references: 4_000, offers: 150 }

/** Chance that is the same at each run: a figure from 0 to 1 out of the words given. */
const chance = (...words: string[]) =>
  sql.raw(
    `(abs(hashtext(${words.map((word) => `(${word})::text`).join(` || '/' || `)})::bigint) / 2147483648.0)`,
  )

// Ranked lists to draw from: the size stands apart, so that a draw is found by hashing and not by comparing all with all.
const ranked = sql`
  create temporary table ranked_communes on commit drop as
    select insee, departement, row_number() over (order by insee) - 1 as rank from communes where ended_on is null;
  create temporary table ranked_software on commit drop as
    select id, row_number() over (order by slug) - 1 as rank from software where merged_into is null and withdrawn_at is null;
  create temporary table ranked_needs on commit drop as
    select slug, row_number() over (order by slug) - 1 as rank from needs where retired_at is null`
/** Draws a few again and again, and most of them seldom. */
const fewOften = (draw: ReturnType<typeof sql.raw>) => sql`power(${draw}, 2.5)`
const drawn = (from: string, draw: ReturnType<typeof sql>) =>
  sql`floor(${draw} * (select count(*) from ${sql.raw(from)}))::bigint`

/**
 * Fills the two directories to the size that they are measured at. Communes are real; software, companies and what they say are
 * invented. A few software are used by hundreds of communes and most by a few; companies serve one department most often.
 */
export async function fillBigDirectory(db: Database) {
  await db.transaction(fill)
  await db.execute(sql`analyze`)
  const [held] = await db.execute<Record<string, number>>(sql`
    select (select count(*)::int from software where merged_into is null) as software, (select count(*)::int from companies) as companies,
      (select count(*)::int from usages where confirmed_at is not null and withdrawn_at is null) as usages,
      (select count(*)::int from company_services) as services`)
  return held
}

async function fill(db: Database) {
  await db.execute(sql`
    insert into software (id, slug, name, summary, description, licence_spdx, licence_raw, is_free, website, repository, platforms,
      development_status, version, released_on, limits, layer, origins, created_at, updated_at)
    select gen_random_uuid(), 'invente-' || n, 'Logiciel inventé ' || n,
      'Une phrase qui dit à une mairie à quoi sert le logiciel numéro ' || n || ', en mots simples et entiers.',
      repeat('Un paragraphe de description. ', 10), 'AGPL-3.0-or-later', 'AGPL-3.0', true,
      'https://logiciel-' || n || '.example', 'https://forge.example/logiciel-' || n, array['web', 'linux', 'windows'],
      'stable', '1.' || n % 20, date '2024-01-01' + n % 900,
      array['Demande un serveur avec une base de données.', 'La documentation est en anglais.'], 'main',
      '{"name": {"source": "fiches", "at": "2026-11-24"}, "licenceRaw": {"source": "sill", "at": "2022-05-10"}}', now(), now()
    from generate_series(1, ${size.software} - (select count(*)::int from software where merged_into is null)) as n`)
  await db.execute(ranked)
  await db.execute(sql`
    insert into meets (software_id, need, level, missing, source, stated_at)
    select distinct on (s.id, n.slug) s.id, n.slug, case when k = 1 then 'full' else 'part' end,
      case when k > 1 then 'il manque la reprise des données d’avant' end, 'fiches', now()
    from software s cross join generate_series(1, 3) as k
    join ranked_needs n on n.rank = ${drawn('ranked_needs', chance('s.slug', 'k'))}
    where s.slug like 'invente-%' on conflict do nothing`)
  await db.execute(sql`
    insert into usages (id, insee, software_id, state, since_on, operated_by, accepts_call, declared_at, declared_by, confirmed_at)
    select gen_random_uuid(), c.insee, s.id, case when d % 20 = 0 then 'testing' else 'in-use' end,
      date '2015-01-01' + d % 4000, case when d % 5 = 0 then 'l’intercommunalité' end, d % 3 <> 0,
      now() - interval '30 days' - d % 400 * interval '1 day', 'Secrétariat', now() - interval '20 days' - d % 400 * interval '1 day'
    from generate_series(1, ${size.usages} * 11 / 10) as d
    join ranked_software s on s.rank = ${drawn('ranked_software', fewOften(chance('d', "'software'")))}
    join ranked_communes c on c.rank = ${drawn('ranked_communes', chance('d', "'commune'"))}
    on conflict do nothing`)
  await db.execute(sql`
    insert into companies (id, siren, name, presentation, website, insee, source, source_date, created_at)
    select gen_random_uuid(), lpad(n::text, 9, '8'), 'Entreprise inventée ' || n, 'Ce que l’entreprise dit d’elle-même.',
      'https://entreprise-' || n || '.example', c.insee, 'beffroi', date '2026-01-01', now()
    from generate_series(1, ${size.companies}) as n
    join ranked_communes c on c.rank = ${drawn('ranked_communes', chance('n', "'seat'"))}
    on conflict do nothing`)
  await db.execute(sql`
    insert into company_services (id, company_id, need, software_id, kind, level, areas, stated_at)
    select gen_random_uuid(), f.id, case when k % 2 = 0 then n.slug end, case when k % 2 = 1 then s.id end,
      (array['advice', 'installation', 'hosting', 'training', 'support', 'development', 'migration'])[1 + k % 7],
      (array['starts', 'practises', 'contributes'])[1 + k % 3],
      array[case when ${chance('f.siren', "'wide'")} < 0.1 then 'france' else 'departement:' || (select departement from communes c where c.insee = f.insee) end],
      now() - k * interval '20 days'
    from companies f cross join generate_series(1, 8) as k
    join ranked_needs n on n.rank = ${drawn('ranked_needs', chance('f.siren', 'k', "'need'"))}
    join ranked_software s on s.rank = ${drawn('ranked_software', fewOften(chance('f.siren', 'k', "'software'")))}
    where f.siren like '8%' on conflict do nothing`)
  await db.execute(sql`
    insert into company_references (id, company_id, insee, need, software_id, kind, year, state, declared_at, settled_at)
    select gen_random_uuid(), v.company_id, c.insee, v.need, v.software_id, v.kind, 2020 + r % 7,
      case when r % 3 = 0 then 'declared' else 'confirmed' end, now(), case when r % 3 <> 0 then now() end
    from generate_series(1, ${size.references}) as r
    join (select *, row_number() over (order by company_id, kind, need, software_id) - 1 as rank from company_services) v
      on v.rank = ${drawn('company_services', chance('r', "'service'"))}
    join ranked_communes c on c.rank = ${drawn('ranked_communes', chance('r', "'place'"))}`)
  await db.execute(sql`
    insert into operated_offers (id, company_id, software_id, need, areas, price_model, hosting_country, personal_data, exit_terms,
      signup, stated_at)
    select gen_random_uuid(), f.id, m.software_id, m.need, array['france'], 'subscription', 'FR', 'Contrat de sous-traitance',
      'Export complet sur demande', 'Sur devis', now()
    from (select *, row_number() over (order by software_id, need) as rank from meets) m
    join (select id, row_number() over (order by siren) as rank from companies where siren like '8%') f on f.rank = m.rank
    where m.rank <= ${size.offers}`)
}

/** Addresses to ask for at random: what people would open, the software most used more often than others. */
export async function bigDirectoryPaths(db: Database) {
  const rows = await db.execute<{
    need: string
    label: string
    software: string
    siren: string
    insee: string
  }>(sql`
    with places as (select insee, row_number() over (order by hashtext(insee)) as n from communes where ended_on is null),
      wanted as (select slug, label, row_number() over (order by hashtext(slug)) as n, count(*) over () as total from needs where retired_at is null),
      sheets as (select slug, row_number() over (order by hashtext(slug)) as n from software where merged_into is null and withdrawn_at is null),
      firms as (select siren, row_number() over (order by hashtext(siren)) as n from companies where siren is not null)
    select w.slug as need, w.label, s.slug as software, f.siren, p.insee
    from places p join wanted w on w.n = 1 + p.n % w.total join sheets s on s.n = p.n join firms f on f.n = p.n
    where p.n <= 300 order by p.n`)
  return {
    home: ['/'],
    search: rows.map(({ label, insee }) => `/find?q=${encodeURIComponent(label)}&commune=${insee}`),
    need: rows.map(({ need, insee }) => `/needs/${need}?commune=${insee}`),
    software: rows.map(({ software, insee }) => `/software/${software}?commune=${insee}`),
    company: rows.map(({ siren }) => `/companies/${siren}`),
  }
}

export type BigDirectoryPaths = Awaited<ReturnType<typeof bigDirectoryPaths>>
