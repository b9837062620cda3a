import type { Child } from 'hono/jsx'
import { typo } from './french.ts'

type DocumentProps = { title: string; actions?: Child; details?: Child; children?: Child }

/** Documents to compare: side by side as the width allows, one above the other on a narrow screen. */
export function DocumentTable({ children }: { children?: Child }) {
  return <div class="document-table">{children}</div>
}

/** A document laid on the page under its name: a frame, a text, or the reasons why there is none. */
export function DocumentSheet({ title, actions, details, children }: DocumentProps) {
  return (
    <section class="document-sheet">
      <header>
        <h2>{typo(title)}</h2>
        {actions && <div class="actions">{actions}</div>}
      </header>
      {details}
      {children}
    </section>
  )
}

/** Another page of ours shown inside this one. `isHarmless`: it may run nothing and lead nowhere. */
export function DocumentFrame({
  src,
  title,
  shape,
  isHarmless,
}: {
  src: string
  title: string
  shape: 'paper' | 'screen'
  isHarmless?: boolean
}) {
  return (
    <iframe
      class="document-frame"
      src={src}
      title={typo(title)}
      data-shape={shape}
      sandbox={isHarmless ? '' : undefined}
    />
  )
}

/** A plain text, line by line, as it is. */
export function PlainText({ label, children }: { label: string; children: string }) {
  return (
    <section class="plain-text" tabindex={0} aria-label={typo(label)}>
      <pre>{children}</pre>
    </section>
  )
}
