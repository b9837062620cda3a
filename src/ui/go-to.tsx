import { Icon } from './icon.tsx'

/** Where the search of the header leads; it sends `q`. */
export type GoToProps = { action: string; label?: string; value?: string }

/** The "go to" field of the header: the access key G brings one there from anywhere. */
export function GoTo({ action, label = 'Aller à', value }: GoToProps) {
  return (
    <search class="go-to-search" aria-label={label}>
      <form class="go-to" action={action} method="get">
        <Icon name="search" />
        <input
          type="search"
          name="q"
          aria-label={label}
          placeholder={label}
          value={value}
          accesskey="g"
          autocomplete="off"
        />
        <kbd title="Raccourci : Alt et G (Alt, Maj et G sous Firefox)">Alt G</kbd>
      </form>
    </search>
  )
}
