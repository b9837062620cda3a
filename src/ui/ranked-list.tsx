import type { Child } from 'hono/jsx'
import { typo } from './french.ts'

/** One of the list: its name and where it leads, what is known of it, and why it has this place. */
export type RankedItem = {
  readonly title: string
  readonly href?: string
  readonly aside?: Child
  readonly facts: readonly string[]
  readonly reason?: { readonly summary: string; readonly content: Child }
}

/** Things in an order that means something: a large number, the facts on a line, the reason one press away. */
export function RankedList({ label, items }: { label: string; items: readonly RankedItem[] }) {
  return (
    <ol class="ranked-list" aria-label={typo(label)}>
      {items.map((item) => (
        <Ranked {...item} />
      ))}
    </ol>
  )
}

const Ranked = ({ title, href, aside, facts, reason }: RankedItem) => (
  <li>
    <div>
      <p class="ranked-title">
        {href ? <a href={href}>{title}</a> : <strong>{title}</strong>} {aside}
      </p>
      <ul class="ranked-facts">
        {facts.map((fact) => (
          <li>{typo(fact)}</li>
        ))}
      </ul>
      {reason && (
        <details>
          <summary>{typo(reason.summary)}</summary>
          <div>{reason.content}</div>
        </details>
      )}
    </div>
  </li>
)
