import type { Child } from 'hono/jsx'
import { typo } from './french.ts'

/** One answer among a few: its name, what sets it apart, a sentence, and what is known of it under short titles. */
export type Answer = {
  title: string
  href: string
  aside?: Child
  summary?: Child
  facts: readonly { label: string; content: Child }[]
  actions?: Child
}

/** Answers one under the other, each on a sheet of its own, in full; none is worth a click to be understood. */
export function AnswerList({ answers }: { answers: readonly Answer[] }) {
  return (
    <ul class="answers">
      {answers.map(({ title, href, aside, summary, facts, actions }) => (
        <li>
          <h3>
            <a href={href}>{typo(title)}</a> {aside}
          </h3>
          {summary && <p>{summary}</p>}
          <dl>
            {facts.map(({ label, content }) => (
              <div>
                <dt>{typo(label)}</dt>
                <dd>{content}</dd>
              </div>
            ))}
          </dl>
          {actions && <p class="actions">{actions}</p>}
        </li>
      ))}
    </ul>
  )
}
