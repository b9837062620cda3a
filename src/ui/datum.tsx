import type { Child } from 'hono/jsx'
import { date, typo } from './french.ts'

/** Data about one thing, each with where it comes from and of when. */
export function DataList({ children }: { children?: Child }) {
  return <dl class="data-list">{children}</dl>
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
