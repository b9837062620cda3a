import type { Child } from 'hono/jsx'
import { typo } from './french.ts'

/** A heading of an index, and how many entries it leads to. */
type Heading = { readonly id: string; readonly label: string; readonly count: number }

/** An index to look through: headings to jump to, then groups that fill as many columns as the width allows. */
export function IndexColumns({ headings, children }: { headings: readonly Heading[]; children?: Child }) {
  return (
    <div class="index">
      {headings.length > 2 && (
        <nav aria-label="Aller à">
          <ul>
            {headings.map(({ id, label, count }) => (
              <li>
                <a href={`#${id}`}>
                  {typo(label)} <small>{count}</small>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div class="index-columns">{children}</div>
    </div>
  )
}

/** The entries under one heading. */
export function IndexGroup({ id, title, children }: { id: string; title: string; children?: Child }) {
  return (
    <section class="index-group" id={id}>
      <h2>{typo(title)}</h2>
      <ul>{children}</ul>
    </section>
  )
}

type EntryProps = {
  readonly href: string
  readonly label: string
  readonly note?: string
  /** Nothing is known for it: said more softly. */
  readonly isBare?: boolean
  /** What may be done with it, for those who may. */
  readonly action?: { readonly label: string; readonly href: string }
}

/** One line of an index: where it leads, and a word about it. */
export function IndexEntry({ href, label, note, isBare, action }: EntryProps) {
  return (
    <li>
      <a href={href}>{typo(label)}</a>
      {(note || action) && (
        <small data-bare={isBare || undefined}>
          {note && typo(note)}
          {action && (
            <>
              {' · '}
              <a href={action.href}>
                {action.label}
                <span class="visually-hidden"> « {typo(label)} »</span>
              </a>
            </>
          )}
        </small>
      )}
    </li>
  )
}
