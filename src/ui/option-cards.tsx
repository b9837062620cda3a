import type { Child } from 'hono/jsx'
import { typo } from './french.ts'

/** One of several options, none before the others: its name, a tag beside it, what it is, and what to know. */
export type OptionCard = {
  readonly title: string
  readonly href: string
  readonly tag?: Child
  readonly text?: string | null
  readonly note?: string
}

/** Options side by side, in no order that means anything. */
export function OptionCards({ options }: { options: readonly OptionCard[] }) {
  return (
    <ul class="option-cards">
      {options.map(({ title, href, tag, text, note }) => (
        <li>
          <p class="option-title">
            <a href={href}>{typo(title)}</a> {tag}
          </p>
          {text && <p>{typo(text)}</p>}
          {note && <p class="soft">{typo(note)}</p>}
        </li>
      ))}
    </ul>
  )
}
