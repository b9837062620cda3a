import assert from 'node:assert/strict'
import axe from 'axe-core'
import type { Page } from 'playwright-core'

type Violation = {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string }[]
}

/** Looks at the page as it stands with axe-core (WCAG 2.2 A and AA); fails with what is wrong and where. */
export async function assertAccessible(page: Page) {
  await page.evaluate(axe.source)
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((results) => results.violations)`,
  )) as Violation[]
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map(({ html }) => html).join('\n    ')}`,
  )

  assert.deepEqual(told, [], `${page.url()}\n  ${told.join('\n  ')}`)
}

/** Fails when the page must be slid sideways to be read. */
export async function assertFitsItsScreen(page: Page) {
  const excess = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number

  assert.ok(excess <= 0, `${page.url()} is ${excess} px too wide`)
}
