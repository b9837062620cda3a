import type { Child } from 'hono/jsx'
import { Button } from './button.tsx'
import { typo } from './french.ts'

type SearchProps = {
  action: string
  label: string
  name?: string
  value?: string
  placeholder?: string
  /** What the address already says and the search must keep. */
  keep?: Readonly<Record<string, string>>
  /** A large field, first thing of a public page. */
  large?: boolean
  /** Other fields of the same form: filters. */
  children?: Child
}

/** A search whose question stays in the address. */
export function SearchField({
  action,
  label,
  name = 'q',
  value,
  placeholder,
  keep = {},
  large,
  children,
}: SearchProps) {
  const id = `recherche-${name}`

  return (
    <search aria-label={typo(label)}>
      <form class="search-field" data-large={large} action={action} method="get">
        {Object.entries(keep).map(([key, kept]) => (
          <input type="hidden" name={key} value={kept} />
        ))}
        <div class="field search-entry">
          <label for={id}>{typo(label)}</label>
          <input
            type="search"
            id={id}
            name={name}
            value={value}
            placeholder={placeholder}
            autocomplete="off"
          />
        </div>
        {children}
        <Button kind={large ? 'main' : 'plain'} icon="search">
          Chercher
        </Button>
      </form>
    </search>
  )
}
