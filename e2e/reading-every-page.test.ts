import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { modules } from '../src/main/modules.ts'
import { assertAccessible, assertFitsItsScreen } from './accessibility.ts'
import { oneTimeLinkFor } from './first-link.ts'
import { openSite, type Site, withoutBrowser } from './site.ts'

const screens = [
  { viewport: { width: 320, height: 800 }, colorScheme: 'dark' },
  { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
] as const

// The words after the address say which: without them there is nothing to show.
const namesAThing = new Set(['/needs/silent-searches/one'])

/** The addresses that the permission table opens to an operator and that name no thing: every list and every form. */
const everyday = modules
  .flatMap(({ permissions }) => permissions)
  .filter(({ who }) => who.includes('operator'))
  .flatMap(({ on }) => on)
  .flatMap((route) => /^GET (\/[^:.]*)$/.exec(route)?.[1] ?? [])
  .filter((path) => !namesAThing.has(path))

const filtered = [
  '/territory?stage=written&sort=-population',
  '/territory?departement=59',
  '/communes?q=saint',
  '/communes/59002',
  '/contacts?state=all',
  '/contacts/new?insee=59002',
  '/find?q=il+nous+faut+un+serveur+de+fichiers&commune=59172',
  '/find?q=xyzzy',
  '/find?q=remplacer+Publisher&place=saint+amand',
  '/software/nextcloud?commune=59172',
  '/needs?service=Cimeti%C3%A8re',
]

test('every page of the demonstration is accessible and fits its screen, by day and by night', {
  skip: withoutBrowser,
}, async () => {
  const site = await openSite(async (world) => {
    for (const { demonstrate } of modules) await demonstrate?.(world)
  })
  const pages = [...everyday, ...filtered, ...(await pagesOfThings(site))]

  for (const screen of screens) {
    const page = await site.visit(screen)
    await page.goto(await oneTimeLinkFor(site.world, 'claire@operateur.example'))
    await page.getByRole('button', { name: 'Entrer' }).click()
    for (const path of pages) {
      const answer = await page.goto(path)
      assert.equal(answer?.status(), 200, path)
      // What is for machines stands beside the pages, and is no page.
      if (!answer?.headers()['content-type']?.startsWith('text/html')) continue
      await assertAccessible(page)
      await assertFitsItsScreen(page)
    }
  }
})

/** One page of each kind of thing that the demonstration made. */
async function pagesOfThings({ world }: Site) {
  const first = async (table: string, where = 'true') => {
    const [row] = await world.db.execute<{ id: string }>(
      sql.raw(`select id from ${table} where ${where} order by id limit 1`),
    )
    return row?.id ?? ''
  }
  const wave = await first('waves', "state = 'launched'")
  const draft = await first('waves', "state = 'draft'")
  const invitation = await first('waves', "state = 'launched' and audience_kind = 'companies'")
  const [invited] = await world.db.execute<{ code: string }>(
    sql`select reply_code as code from deliveries where company_id is not null and state = 'accepted' limit 1`,
  )
  return [
    `/needs/${await firstNeed(world)}?commune=59172&kind=installation`,
    `/waves/${wave}`,
    `/waves/${wave}/deliveries`,
    `/waves/${invitation}`,
    `/waves/${invitation}/deliveries`,
    `/deliveries/${await first('deliveries', "company_id is not null and state = 'replied'")}`,
    `/invitations/${invited?.code ?? ''}`,
    `/waves/${draft}`,
    `/waves/${draft}/approval`,
    `/waves/${draft}/test-copy`,
    `/register/${await first('organisations', "kind = 'operator'")}/outreach`,
    `/deliveries/${await first('deliveries', "state = 'uncertain'")}`,
    `/lots/${await first('lots')}`,
    `/messages/${await first('messages')}`,
    `/outbox/${await first('outbox_messages')}`,
    `/mailbox/${await first('received_mails', "kind = 'human' and state = 'waiting'")}`,
    `/mailbox/${await first('received_mails', "kind = 'bounce'")}?show=all&headers=1`,
    `/mailbox/replies/${await first('outbox_messages')}`,
    `/contacts/${await first('contacts', 'organisation_id = (select operator_id from programmes)')}`,
    `/cases/${await first('cases', 'organisation_id = (select operator_id from programmes)')}`,
  ]
}

async function firstNeed(world: Site['world']) {
  const [need] = await world.db.execute<{ slug: string }>(sql`
    select need as slug from meets group by need order by count(*) desc, need limit 1`)
  return need?.slug ?? ''
}
