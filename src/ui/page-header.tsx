import type { Child } from 'hono/jsx'
import { typo } from './french.ts'

/** The one title of a page, a sentence that says what is done here, and what can be done at once. */
export function PageHeader({
  title,
  lede,
  actions,
  aside,
}: {
  title: string
  lede?: Child
  actions?: Child
  aside?: Child
}) {
  return (
    <header class="page-header">
      <div>
        <h1>{typo(title)}</h1>
        {aside}
        {lede && <p class="lede">{typeof lede === 'string' ? typo(lede) : lede}</p>}
      </div>
      {actions && <div class="actions">{actions}</div>}
    </header>
  )
}

/** The first thing of a public page: a large title, a sentence, and what one came for. */
export function Hero({ title, lede, children }: { title: string; lede?: string; children?: Child }) {
  return (
    <header class="hero">
      <h1>{typo(title)}</h1>
      {lede && <p class="lede">{typo(lede)}</p>}
      {children}
    </header>
  )
}
