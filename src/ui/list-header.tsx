import type { Child } from 'hono/jsx'
import { plural, typo } from './french.ts'
import { Icon } from './icon.tsx'
import { SearchField } from './search-field.tsx'

type ListHeaderProps = {
  count: number
  one: string
  many: string
  search?: {
    action: string
    label: string
    value?: string
    placeholder?: string
    keep?: Readonly<Record<string, string>>
  }
  /** Filters to choose, set in the search form itself. */
  filters?: Child
  /** Filters in force; the address of each is the list without it. */
  chosen?: readonly { label: string; href: string }[]
  clearHref?: string
  exports?: readonly { label: string; href: string }[]
}

/** The head of a list: how many, the search, the filters in force, the ways to take it away. */
export function ListHeader({
  count,
  one,
  many,
  search,
  filters,
  chosen = [],
  clearHref,
  exports = [],
}: ListHeaderProps) {
  return (
    <div class="list-header">
      {search && <SearchField {...search}>{filters}</SearchField>}
      <div class="list-line">
        <p>
          <strong>{plural(count, one, many)}</strong>
        </p>
        {chosen.length > 0 && <ChosenFilters chosen={chosen} clearHref={clearHref} />}
        {exports.length > 0 && (
          <ul class="exports" aria-label="Exporter la liste">
            {exports.map(({ label, href }) => (
              <li>
                <a href={href} download>
                  <Icon name="download" />
                  {label}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function ChosenFilters({
  chosen,
  clearHref,
}: Required<Pick<ListHeaderProps, 'chosen'>> & { clearHref?: string }) {
  return (
    <ul class="chips" aria-label="Filtres en vigueur">
      {chosen.map(({ label, href }) => (
        <li>
          <a href={href} class="chip">
            {typo(label)}
            <Icon name="close" />
            <span class="visually-hidden">, retirer ce filtre</span>
          </a>
        </li>
      ))}
      {clearHref && (
        <li>
          <a href={clearHref} class="chip" data-clear>
            Tout effacer
          </a>
        </li>
      )}
    </ul>
  )
}
