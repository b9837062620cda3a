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
  /** Who turns it, when it is not done. */
  who?: string
  link?: { label: string; href: string }
  /** What can be done on the spot: buttons, links. */
  actions?: Child
}

/** Lines that belong together, under their heading. */
export type CheckGroup = { title: string; lines: readonly CheckLine[] }

const looks: Record<CheckState, { tone: Tone; icon: IconName; word: string }> = {
  done: { tone: 'teal', icon: 'check', word: 'Fait' },
  todo: { tone: 'ochre', icon: 'circle', word: 'À faire' },
  blocked: { tone: 'brick', icon: 'blocked', word: 'Bloqué' },
}

/** What must be true before going on, line by line. */
export const Checklist = ({ lines }: { lines: readonly CheckLine[] }) => (
  <div class="checklist">
    <HowMany lines={lines} />
    <Lines lines={lines} />
  </div>
)

/** The same in groups: each says at its head how far it is. */
export const GroupedChecklist = ({ groups }: { groups: readonly CheckGroup[] }) => (
  <div class="checklist">
    <HowMany lines={groups.flatMap(({ lines }) => lines)} />
    {groups.map(({ title, lines }) => (
      <section class="check-group">
        <h3>
          {typo(title)} <span class="check-count">{`${doneIn(lines)} sur ${lines.length}`}</span>
        </h3>
        <Lines lines={lines} />
      </section>
    ))}
  </div>
)

const doneIn = (lines: readonly CheckLine[]) => lines.filter(({ state }) => state === 'done').length

function HowMany({ lines }: { lines: readonly CheckLine[] }) {
  const words = `${doneIn(lines)} sur ${plural(lines.length, 'point prêt', 'points prêts')}`

  return (
    <p class="check-progress">
      <strong>{words}</strong>
      <progress value={doneIn(lines)} max={lines.length} aria-label={words} />
    </p>
  )
}

const Lines = ({ lines }: { lines: readonly CheckLine[] }) => (
  <ol class="check-lines">
    {lines.map((line) => (
      <Line {...line} />
    ))}
  </ol>
)

function Line({ label, state, explanation, who, link, actions }: CheckLine) {
  const { tone, icon, word } = looks[state]

  return (
    <li data-tone={tone}>
      <span class="check-mark">
        <Icon name={icon} />
      </span>
      <div>
        <strong>{typo(label)}</strong>
        {explanation && <p>{typeof explanation === 'string' ? typo(explanation) : explanation}</p>}
        {who && <p>{typo(who)}</p>}
        {link && <a href={link.href}>{typo(link.label)}</a>}
        {actions && <div class="actions">{actions}</div>}
      </div>
      <span class="check-word">{word}</span>
    </li>
  )
}
