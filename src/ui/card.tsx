import type { Child } from 'hono/jsx'
import { typo } from './french.ts'

type Titled = { title?: string; actions?: Child; children?: Child; id?: string }

/** A part of a page under its own heading. */
export function Section({ title, actions, children, id }: Titled) {
  return (
    <section class="section" id={id}>
      <Heading title={title} actions={actions} />
      {children}
    </section>
  )
}

/** A part of a page set apart on a sheet of its own. */
export function Card({ title, actions, children, id }: Titled) {
  return (
    <section class="card" id={id}>
      <Heading title={title} actions={actions} />
      {children}
    </section>
  )
}

/** Cards or figures side by side, as many as the width allows. */
export function Grid({ children }: { children?: Child }) {
  return <div class="grid">{children}</div>
}

/** A text to read: a measured column of paragraphs, lists and headings. */
export function Prose({ children }: { children?: Child }) {
  return <div class="prose">{children}</div>
}

function Heading({ title, actions }: { title?: string; actions?: Child }) {
  if (!title) return null

  return (
    <header class="section-header">
      <h2>{typo(title)}</h2>
      {actions && <div class="actions">{actions}</div>}
    </header>
  )
}
