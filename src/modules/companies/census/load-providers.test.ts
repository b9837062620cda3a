import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { freshDatabase } from '#test/database.ts'
import { coursesOf, listCompaniesToInvite } from './census.queries.ts'
import { loadTrainingProviders } from './load-providers.action.ts'
import { readProviders } from './training-providers.ts'

const db = await freshDatabase()
const now = new Date('2026-11-24T10:00:00Z')

test('the census begins with the providers of the open list, once, without a single service', async () => {
  const first = await loadTrainingProviders(db, now)
  await db.execute(sql`update companies set name = 'Dalibo SCOP' where name = 'Dalibo'`)
  const again = await loadTrainingProviders(db, now)

  const companies = await listCompaniesToInvite(db)
  const [services] = await db.execute<{ n: number }>(sql`select count(*)::int as n from company_services`)
  assert.deepEqual([first, again], [true, false])
  assert.equal(companies.length, 21)
  assert.ok(companies.some(({ name }) => name === 'Dalibo SCOP'))
  assert.equal(services?.n, 0)
})

test('its courses stay in the words of the source, even those that YAML takes for keys', async () => {
  const actilis = (await listCompaniesToInvite(db)).find(({ name }) => name === 'Actilis')
  const courses = await coursesOf(db, actilis?.id ?? '')

  assert.equal(courses[0]?.title, 'Linux Mise en oeuvre (4 jours)')
  assert.equal(actilis?.email, 'formation@actilis.net')
  assert.equal(actilis?.postalAddress, '319-321, route de Vannes, 44800 Saint-Herblain')
})

test('an entry with a wrong address keeps its name and has no address', () => {
  const [provider] = readProviders([
    {
      organisme: 'X',
      site_web: 'javascript:alert(1)',
      courriel: 'pas une adresse',
      formations: [{ A: 'B' }],
    },
    { formations: [] },
    'rien',
  ])

  assert.deepEqual(provider, {
    key: 'codegouvfr/x',
    name: 'X',
    website: null,
    email: null,
    postalAddress: null,
    courses: ['A : B'],
  })
})
