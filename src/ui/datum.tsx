import type { Child } from 'hono/jsx'
import { date, typo } from './french.ts'

/** Data about one thing, each with where it comes from and of when. `compact` sets small ones side by side. */
export function DataList({ children, compact }: { children?: Child; compact?: boolean }) {
  return (
    <dl class="data-list" data-compact={compact}>
      {children}
    </dl>
  )
}

type DatumProps = { label: string; source?: string; date?: Date; children?: Child }

/** One datum: its name, its value, and under it « source · date ». No value is said to be unknown. */
export function Datum({ label, source, date: of, children }: DatumProps) {
  const origin = [source, of && date(of)].filter(Boolean).join(' · ')
  const unknown = children === undefined || children === null || children === ''

  return (
    <div>
      <dt>{typo(label)}</dt>
      <dd>
        {unknown ? <span class="unknown">Non connu</span> : children}
        {origin && <small>{origin}</small>}
      </dd>
    </div>
  )
}
