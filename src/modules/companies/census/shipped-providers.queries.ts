import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { newId } from '#platform/ids.ts'
import type { TrainingProvider } from './training-providers.ts'

type Edition = { readonly source: string; readonly sourceDate: string }

/** Whether this edition of a source was loaded before. */
export async function holdsEdition(db: Database, { source, sourceDate }: Edition) {
  const found = await db.execute(
    sql`select from companies where source = ${source} and source_date = ${sourceDate}::date limit 1`,
  )
  return found.length > 0
}

/** Adds the providers not yet known, with their courses; one already there keeps what it, or a person, has corrected. */
export async function addProviders(
  db: Database,
  providers: readonly TrainingProvider[],
  { source, sourceDate, now }: Edition & { readonly now: Date },
) {
  const rows = JSON.stringify(providers.map((provider) => ({ id: newId(), ...provider })))
  await db.execute(sql`
    with given as (select * from jsonb_to_recordset(${rows}::jsonb)
      as g(id uuid, key text, name text, website text, email text, "postalAddress" text, courses jsonb)),
    added as (
      insert into companies (id, source_key, name, website, email, postal_address, source, source_date, created_at)
      select id, key, name, website, email, "postalAddress", ${source}, ${sourceDate}::date, ${moment(now)} from given
      on conflict do nothing returning id)
    insert into company_courses (company_id, rank, title)
    select a.id, c.rank, c.title from added a join given g on g.id = a.id,
      jsonb_array_elements_text(g.courses) with ordinality as c(title, rank)`)
}
