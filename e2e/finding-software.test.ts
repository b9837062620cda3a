import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { confirmedUsage } from '#modules/directory/fixtures.ts'
import { assertAccessible, assertFitsItsScreen } from './accessibility.ts'
import { openSite, withoutBrowser } from './site.ts'

const small = { viewport: { width: 320, height: 800 } }
const most = 40_000

test('a secretary says her need on a small screen without script, and leaves with a request for quotes', {
  skip: withoutBrowser,
}, async () => {
  const site = await openSite(async ({ db }) => {
    await confirmedUsage(db, '59002', 'nextcloud')
  })
  const secretary = await site.visit({ ...small, javaScriptEnabled: false })
  secretary.setDefaultTimeout(20_000)
  // axe-core is a script: what she sees is looked at from another browser, at the same address.
  const [byDay, byNight] = [await site.visit(small), await site.visit({ ...small, colorScheme: 'dark' })]
  const seen = async () => {
    for (const page of [byDay, byNight]) {
      await page.goto(secretary.url())
      await assertAccessible(page)
      await assertFitsItsScreen(page)
      await assertLight(page)
    }
  }

  await secretary.goto('/')
  await seen()
  await secretary.getByRole('searchbox').fill('il nous faut un serveur de fichiers')
  await secretary.getByRole('button', { name: 'Chercher' }).click()
  await secretary.getByRole('heading', { name: 'Les logiciels libres qui répondent' }).waitFor()
  await seen()

  await secretary.getByRole('textbox', { name: 'Votre commune' }).fill('denain')
  await secretary.getByRole('button', { name: 'Choisir cette commune' }).click()
  await secretary.waitForURL(/commune=59172/)
  assert.match(await words(secretary), /Réponse pour la mairie de Denain/)
  assert.match(await words(secretary), /Abscon \(\d ?\d+ hab\., \d km\)/)
  await seen()

  await secretary.getByRole('link', { name: 'Nextcloud' }).first().click()
  await secretary.waitForURL(/\/software\/nextcloud\?commune=59172/)
  assert.match(await words(secretary), /Abscon.*accepte un appel/s)
  await seen()

  await secretary.goBack()
  await secretary.getByRole('link', { name: 'Préparer la demande de devis' }).click()
  await secretary.waitForURL(/\/quotes\/new\?need=[a-z-]+&commune=59172/)
  assert.match(await words(secretary), /Denain/)
})

/** No script and no image, and everything that was fetched for the page fits in forty kilobytes. */
async function assertLight(page: Page) {
  const fetched =
    (await page.evaluate(`[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .map(({ name, initiatorType, encodedBodySize }) => ({ name, initiatorType, encodedBodySize }))`)) as {
      readonly name: string
      readonly initiatorType: string
      readonly encodedBodySize: number
    }[]
  const weight = fetched.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
  const told = fetched.map(({ name, encodedBodySize }) => `${encodedBodySize} ${name}`).join('\n  ')

  assert.deepEqual(
    fetched.filter(
      ({ initiatorType, name }) =>
        initiatorType === 'script' || (initiatorType === 'img' && !/belfry/.test(name)),
    ),
    [],
  )
  assert.ok(weight > 0 && weight <= most, `${page.url()} weighs ${weight} bytes\n  ${told}`)
}

const words = async (page: Page) =>
  ((await page.evaluate('document.querySelector("main").innerText')) as string).replace(
    /[\u00a0\u202f]/g,
    ' ',
  )
