import type { Child } from 'hono/jsx'

/** Shown on paper only. */
export function PrintOnly({ children }: { children?: Child }) {
  return <div class="print-only">{children}</div>
}

/** Shown on screen only. */
export function ScreenOnly({ children }: { children?: Child }) {
  return <div class="screen-only">{children}</div>
}

/** Read aloud, not seen. */
export function VisuallyHidden({ children }: { children?: Child }) {
  return <span class="visually-hidden">{children}</span>
}
