import type { Child } from 'hono/jsx'

/** Shown on screen only. */
export function ScreenOnly({ children }: { children?: Child }) {
  return <div class="screen-only">{children}</div>
}

/** Read aloud, not seen. */
export function VisuallyHidden({ children }: { children?: Child }) {
  return <span class="visually-hidden">{children}</span>
}
