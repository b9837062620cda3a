import { number } from './french.ts'

type PaginationProps = { page: number; pages: number; href: (page: number) => string }

/** The pages of a list; nothing when one is enough. */
export function Pagination({ page, pages, href }: PaginationProps) {
  if (pages <= 1) return null

  return (
    <nav class="pagination" aria-label="Pages de la liste">
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          ← Précédente
        </a>
      )}
      <ol class="page-numbers">
        {shownPages(page, pages).map((shown, index, all) => (
          <li data-gap={index > 0 && shown - (all[index - 1] ?? 0) > 1 ? true : undefined}>
            <a
              href={href(shown)}
              aria-current={shown === page ? 'page' : undefined}
              aria-label={`Page ${shown}`}
            >
              {number(shown)}
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a href={href(page + 1)} rel="next">
          Suivante →
        </a>
      )}
    </nav>
  )
}

function shownPages(page: number, pages: number) {
  const wanted = [1, page - 1, page, page + 1, pages]

  return [...new Set(wanted)].filter((shown) => shown >= 1 && shown <= pages)
}
