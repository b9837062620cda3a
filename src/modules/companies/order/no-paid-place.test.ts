import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { freshDatabase } from '#test/database.ts'

const db = await freshDatabase()

/**
 * Every column about those who help, read by a person who asked of each: could a payment, a rank or a promotion hide here?
 * A column added without its line fails the test below: add it only after asking the same.
 */
const reviewed: Readonly<Record<string, readonly string[]>> = {
  companies:
    'id siren name presentation website email phone postal_address insee headcount_band source source_date organisation_id claimed_at withdrawn_at created_at source_key withdrawn_reason withdrawn_by search_name'.split(
      ' ',
    ),
  company_services: 'id company_id need software_id kind level areas stated_at ended_at'.split(' '),
  company_references:
    'id company_id insee need software_id kind year state why_refused declared_at settled_at withdrawn_at reply asked_at times_asked declared_by'.split(
      ' ',
    ),
  // a price model says how an operated service is paid for by a commune, never what somebody pays to be shown
  operated_offers:
    'id company_id organisation_id software_id need areas price_model hosting_country personal_data exit_terms signup stated_at ended_at audiences'.split(
      ' ',
    ),
  exposures: 'day provider place about shown shown_first shown_leading fair_first fair_leading'.split(' '),
  // the place is the one that the order gave on the day; the price is what a quote asks of a town hall
  quote_invitations:
    'request_id provider name email place mark draw chosen_by sent_at not_sent answered_at answer words price is_chosen'.split(
      ' ',
    ),
}

const suspicious =
  /paid|pay|sponsor|boost|promot|featur|premium|priority|rank|weight|score|bid|fee|budget|position/

test('no column about those who help is unknown to this review', async () => {
  const rows = await db.execute<{ table: string; column: string }>(sql`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and table_name in (select jsonb_array_elements_text(${JSON.stringify(Object.keys(reviewed))}::jsonb))`)
  const unknown = rows.filter(({ table, column }) => !reviewed[table]?.includes(column))

  assert.deepEqual(unknown, [])
  assert.ok(rows.length > 50)
})

test('no table of the census has a column that may hold a payment to be shown, a rank or a promotion', async () => {
  const rows = await db.execute<{ name: string }>(sql`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and (table_name ~ '^(compan|operated|exposures|quote_)')`)
  const named = rows.map(({ name }) => name).filter((name) => suspicious.test(name.split('.')[1] ?? ''))

  // the rank of a course in the list of its own company: its source's order, never compared between companies
  assert.deepEqual(named, ['company_courses.rank'])
})
