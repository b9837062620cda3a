import type { Child } from 'hono/jsx'
import { Belfry } from './belfry.tsx'
import { ButtonLink } from './button.tsx'
import { typo } from './french.ts'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tone.ts'

type NoticeKind = 'info' | 'success' | 'warning' | 'error'

const looks: Record<NoticeKind, { tone: Tone; icon: IconName; role: 'status' | 'alert'; word: string }> = {
  info: { tone: 'info', icon: 'info', role: 'status', word: 'Information' },
  success: { tone: 'teal', icon: 'check', role: 'status', word: 'Fait' },
  warning: { tone: 'ochre', icon: 'alert', role: 'status', word: 'Attention' },
  error: { tone: 'brick', icon: 'cross', role: 'alert', word: 'Erreur' },
}

/** A sentence to read before anything else, with what can be done about it. */
export function Notice({
  kind = 'info',
  title,
  children,
}: {
  kind?: NoticeKind
  title?: string
  children?: Child
}) {
  const { tone, icon, role, word } = looks[kind]

  return (
    <div class="notice" data-tone={tone} role={role}>
      <Icon name={icon} />
      <div>
        <strong>{typo(title ?? word)}</strong>
        {children && <div>{typeof children === 'string' ? typo(children) : children}</div>}
      </div>
    </div>
  )
}

/** A problem of a form; `field` is the name of the field it is about. */
export type Problem = { message: string; field?: string }

/** What stops a form, each problem linked to its field; the page opens on it. Nothing when there is no problem. */
export function ErrorSummary({ problems, title }: { problems: readonly Problem[]; title?: string }) {
  if (problems.length === 0) return null
  const words =
    problems.length === 1 ? 'Un point est à corriger' : `${problems.length} points sont à corriger`

  return (
    <div class="notice" data-tone="brick" role="alert" tabindex={-1} autofocus id="problemes">
      <Icon name="cross" />
      <div>
        <h2>{typo(title ?? words)}</h2>
        <ul>
          {problems.map(({ message, field }) => (
            <li>{field ? <a href={`#${field}`}>{typo(message)}</a> : typo(message)}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** Says that there is nothing yet, why, and what to do next. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children?: Child
  action?: { label: string; href: string }
}) {
  return (
    <div class="empty-state">
      <Belfry class="belfry empty-drawing" />
      <p>
        <strong>{typo(title)}</strong>
      </p>
      {children && <p>{typeof children === 'string' ? typo(children) : children}</p>}
      {action && (
        <ButtonLink kind="main" href={action.href}>
          {typo(action.label)}
        </ButtonLink>
      )}
    </div>
  )
}
