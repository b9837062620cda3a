import { test } from 'node:test'
import { assertAccessible, assertFitsItsScreen } from './accessibility.ts'
import { openSite, withoutBrowser } from './site.ts'

test('the guide and the way in are readable by everyone, on a small screen and at night', {
  skip: withoutBrowser,
}, async () => {
  const site = await openSite()
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await site.visit({ colorScheme, viewport: { width: 320, height: 800 } })
    for (const path of ['/sign-in', '/aide', '/aide/bien-demarrer', '/nulle-part']) {
      await page.goto(path)
      await assertAccessible(page)
      await assertFitsItsScreen(page)
    }
  }
})
