import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { SearchField } from '#ui/search-field.tsx'

type Found = { readonly insee: string; readonly name: string; readonly departement: string }

export type ChooseCommuneProps = {
  readonly title: string
  readonly action: string
  readonly q: string
  readonly found: readonly Found[]
  readonly href: (insee: string) => string
}

/** Finds the commune something is about, by its name however it is written. */
export function ChooseCommunePage({ title, action, q, found, href }: ChooseCommuneProps) {
  return (
    <>
      <PageHeader title={title} lede="D’abord, la commune." />
      <SearchField action={action} label="Nom, code postal ou code INSEE" value={q} large />
      {found.length > 0 && (
        <ul>
          {found.map(({ insee, name, departement }) => (
            <li>
              <a href={href(insee)}>{`${name} (${departement})`}</a>
            </li>
          ))}
        </ul>
      )}
      {q !== '' && found.length === 0 && (
        <EmptyState title="Aucune commune ne ressemble à ce nom">Essayez son code postal.</EmptyState>
      )}
    </>
  )
}
