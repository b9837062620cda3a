import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { type Vocabulary, vocabularySource } from './vocabulary.ts'

/** The edition of the vocabulary that this database holds. */
export async function loadedVocabulary(db: Database) {
  const [row] = await db.execute<{ version: string }>(sql`select version from vocabulary_loads`)
  return row?.version
}

export const saveLoadedVocabulary = (db: Database, version: string, now: Date) =>
  db.execute(sql`insert into vocabulary_loads (version, loaded_at) values (${version}, ${moment(now)})
    on conflict (one) do update set version = excluded.version, loaded_at = excluded.loaded_at`)

/** Two programs may start together on one database: the second waits, then finds the edition loaded. */
export const waitForVocabulary = (db: Database) => db.execute(sql`select pg_advisory_xact_lock(7_335_072)`)

/** Writes needs, words and products as the files say them; a need that left the files is retired, for others may name it. */
export async function saveVocabulary(db: Database, { needs, products }: Vocabulary, now: Date) {
  await saveNeeds(db, needs, now)
  await saveWords(db, needs, now)
  await saveProducts(db, products)
}

async function saveNeeds(db: Database, needs: Vocabulary['needs'], now: Date) {
  const rows = needs.map((need, position) => ({ ...need, position }))
  await db.execute(sql`
    insert into needs (slug, service, label, summary, advice, audiences, publiccode_categories, position, source)
    select slug, service, label, summary, advice, audiences, "publiccodeCategories", position, ${vocabularySource}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as written (slug text, service text, label text, summary text,
      advice text, audiences text[], "publiccodeCategories" text[], position integer)
    on conflict (slug) do update set service = excluded.service, label = excluded.label, summary = excluded.summary,
      advice = excluded.advice, audiences = excluded.audiences, publiccode_categories = excluded.publiccode_categories,
      position = excluded.position`)
  await db.execute(sql`
    update needs set retired_at = ${moment(now)}
    where source = ${vocabularySource} and retired_at is null
      and slug not in (select jsonb_array_elements_text(${JSON.stringify(needs.map(({ slug }) => slug))}::jsonb))`)
}

/** An editor's words stay; those an editor removed do not come back. */
async function saveWords(db: Database, needs: Vocabulary['needs'], now: Date) {
  const rows = needs.flatMap(({ slug, synonyms, phrases }) => [
    ...synonyms.map((words) => ({ need: slug, words, kind: 'synonym' })),
    ...phrases.map((words) => ({ need: slug, words, kind: 'phrase' })),
  ])
  await db.execute(sql`delete from need_words where source = ${vocabularySource}`)
  await db.execute(sql`
    insert into need_words (need, words, kind, source, added_at)
    select distinct on (need, words) need, words, kind, ${vocabularySource}, ${moment(now)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as written (need text, words text, kind text)
    where not exists (select from need_edits e where e.need = written.need and e.subject = written.words
      and e.kind = 'word-removed' and e.undone_at is null)
    order by need, words, kind
    on conflict do nothing`)
}

async function saveProducts(db: Database, products: Vocabulary['products']) {
  await db.execute(sql`
    insert into products (slug, name, vendor, aliases, source)
    select slug, name, vendor, aliases, source
    from jsonb_to_recordset(${JSON.stringify(products)}::jsonb)
      as written (slug text, name text, vendor text, aliases text[], source text)
    on conflict (slug) do update set name = excluded.name, vendor = excluded.vendor, aliases = excluded.aliases,
      source = excluded.source`)
  const served = products.flatMap(({ slug, needs, source }) =>
    needs.map((need, position) => ({ product: slug, need, position, source })),
  )
  await db.execute(sql`delete from product_needs`)
  await db.execute(sql`
    insert into product_needs (product, need, position, source)
    select product, need, position, source
    from jsonb_to_recordset(${JSON.stringify(served)}::jsonb)
      as written (product text, need text, position integer, source text)`)
  await db.execute(sql`
    delete from products where slug not in
      (select jsonb_array_elements_text(${JSON.stringify(products.map(({ slug }) => slug))}::jsonb))`)
}
