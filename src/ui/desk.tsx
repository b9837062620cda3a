import type { Child } from 'hono/jsx'

/** A place to write: the text first, and what helps to write it at hand beside it, or below on a narrow screen. */
export function Desk({ aside, children }: { aside: Child; children?: Child }) {
  return (
    <div class="desk">
      <div>{children}</div>
      <aside>{aside}</aside>
    </div>
  )
}
