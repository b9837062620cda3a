import type { Child } from 'hono/jsx'

/** A short link among others of its kind; `current` marks the one that is shown. */
export type LinkChip = { label: Child; href: string; current?: boolean }

/** Short links in a row: examples, neighbours of a page, the parts of a whole. */
export function LinkChips({ links, label }: { links: readonly LinkChip[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ul class="link-chips">
        {links.map(({ label, href, current }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
