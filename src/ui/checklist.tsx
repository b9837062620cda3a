import type { Child } from 'hono/jsx'
import { plural, typo } from './french.ts'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tone.ts'

type CheckState = 'done' | 'todo' | 'blocked'

/** A line to turn green: what must be true, where it stands, why, and where to act. */
export type CheckLine = {
  label: string
  state: CheckState
  explanation?: Child
  link?: { label: string; href: string }
}

const looks: Record<CheckState, { tone: Tone; icon: IconName; word: string }> = {
  done: { tone: 'teal', icon: 'check', word: 'Fait' },
  todo: { tone: 'ochre', icon: 'circle', word: 'À faire' },
  blocked: { tone: 'brick', icon: 'blocked', word: 'Bloqué' },
}

/** What must be true before going on, line by line. */
export function Checklist({ lines }: { lines: readonly CheckLine[] }) {
  const done = lines.filter(({ state }) => state === 'done').length

  return (
    <div class="checklist">
      <p>
        <strong>
          {done} sur {plural(lines.length, 'point prêt', 'points prêts')}
        </strong>
      </p>
      <ol class="check-lines">
        {lines.map((line) => (
          <Line {...line} />
        ))}
      </ol>
    </div>
  )
}

function Line({ label, state, explanation, link }: CheckLine) {
  const { tone, icon, word } = looks[state]

  return (
    <li data-tone={tone}>
      <span class="check-mark">
        <Icon name={icon} />
      </span>
      <div>
        <strong>{typo(label)}</strong>
        {explanation && <p>{typeof explanation === 'string' ? typo(explanation) : explanation}</p>}
        {link && <a href={link.href}>{typo(link.label)}</a>}
      </div>
      <span class="check-word">{word}</span>
    </li>
  )
}
