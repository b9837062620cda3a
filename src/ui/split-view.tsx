import type { Child } from 'hono/jsx'

/** Two views of the same things side by side, the drawing first; one above the other on a narrow screen. */
export function SplitView({ drawing, children }: { drawing: Child; children?: Child }) {
  return (
    <div class="split-view">
      <div class="split-drawing">{drawing}</div>
      <div class="split-content">{children}</div>
    </div>
  )
}
