import type { Child } from 'hono/jsx'

/** The filters of a list, folded under one word until somebody wants them; open while one is in force. */
export function MoreFilters({ open, children }: { open: boolean; children?: Child }) {
  return (
    <details class="more-filters" open={open}>
      <summary>Filtrer</summary>
      <div>{children}</div>
    </details>
  )
}
