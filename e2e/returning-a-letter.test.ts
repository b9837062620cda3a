import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { foundPartnership, postLetter } from '#test/partnership.ts'
import { showReplyCode } from '#values/reply-code.ts'
import { assertAccessible, assertFitsItsScreen } from './accessibility.ts'
import { openSite, withoutBrowser } from './site.ts'

test('a letter that came back is noted without a mouse, in less than ten seconds', {
  skip: withoutBrowser,
}, async () => {
  const site = await openSite()
  await signInOperator(site.world)
  const letters = [await postLetter(site.world.db, '59002'), await postLetter(site.world.db, '59172')]
  const page = await site.visit({ viewport: { width: 1280, height: 900 } })
  page.setDefaultTimeout(8_000)
  await page
    .context()
    .addCookies([{ name: 'beffroi.session_token', value: 'clerk.signature', domain: 'localhost', path: '/' }])
  await page.goto('/returns')
  await assertAccessible(page)
  await assertFitsItsScreen(page)

  for (const [rank, { code }] of letters.entries()) {
    const typed = showReplyCode(code).replace('-', '').toLowerCase()
    const start = performance.now()
    // A practised hand types five keys a second: the delay is theirs, not the machine's.
    await page.keyboard.type(typed, { delay: 200 })
    await page.keyboard.press('Enter')
    await page.getByText('Motif, de 1 à 4').waitFor()
    await page.keyboard.type(rank === 0 ? '1' : '3', { delay: 200 })
    await page.keyboard.press('Enter')
    await page
      .getByText(rank === 0 ? /La recherche de sa bonne adresse est ouverte/ : /Son adresse est bonne/)
      .waitFor()
    const seconds = (performance.now() - start) / 1000
    const keys = typed.length + 3

    console.log(`a return: ${keys} keys, ${seconds.toFixed(1)} s at five keys a second`)
    assert.equal(keys, 13)
    assert.ok(seconds < 10, `${seconds} s`)
  }
  await assertAccessible(page)
  await assertFitsItsScreen(page)
})

async function signInOperator({ db }: World) {
  const [operatorId, associationId] = [newId(), newId()]
  for (const [id, kind] of [
    [operatorId, 'operator'],
    [associationId, 'association'],
  ])
    await db.execute(sql`insert into organisations (id, kind, name, postal_address, email, created_at)
      values (${id}, ${kind}, ${kind}, '', ${`${kind}@beffroi.example`}, now())`)
  await foundPartnership(db, { operatorId, associationId })
  await db.execute(sql`insert into users (id, name, email, email_verified)
    values ('clerk', 'Claire Delattre', 'clerk@beffroi.example', true)`)
  await db.execute(
    sql`insert into memberships (user_id, organisation_id, joined_at) values ('clerk', ${operatorId}, now())`,
  )
  await db.execute(sql`insert into sessions (id, user_id, token, expires_at)
    values ('clerk', 'clerk', 'clerk', now() + interval '1 day')`)
}
