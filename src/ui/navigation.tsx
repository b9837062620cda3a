import { typo } from './french.ts'

/** A place one can go; `current` marks where one is, `count` what waits there, `inside` what lies below it. */
export type NavigationEntry = {
  label: string
  href: string
  current?: boolean
  count?: string
  inside?: readonly NavigationEntry[]
}

/** The rail of the workshop; on a narrow screen it is a popover that the menu button opens. */
export function Rail({ entries }: { entries: readonly NavigationEntry[] }) {
  return (
    <nav class="rail" id="rail" aria-label="Navigation principale" popover="auto">
      <Entries entries={entries} />
    </nav>
  )
}

function Entries({ entries }: { entries: readonly NavigationEntry[] }) {
  return (
    <ul class="rail-entries">
      {entries.map(({ label, href, current, count, inside = [] }) => (
        <li>
          <a href={href} aria-current={current ? 'page' : undefined}>
            {label}
            {count && <span>{count}</span>}
          </a>
          {inside.length > 0 && <Entries entries={inside} />}
        </li>
      ))}
    </ul>
  )
}

/** A step on the way to the page; the last one, the page itself, has no address. */
export type Crumb = { label: string; href?: string }

/** Where the page is, from the top. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav class="breadcrumb" aria-label="Fil d’Ariane">
      <ol class="crumbs">
        {crumbs.map(({ label, href }) => (
          <li>{href ? <a href={href}>{typo(label)}</a> : <span aria-current="page">{typo(label)}</span>}</li>
        ))}
      </ol>
    </nav>
  )
}
