import type { Child } from 'hono/jsx'

/** A sheet about one thing: its facts on the side, its story in the wide column. One after the other when narrow. */
export function Columns({ side, children }: { side: Child; children?: Child }) {
  return (
    <div class="columns">
      <div>{children}</div>
      <aside>{side}</aside>
    </div>
  )
}
