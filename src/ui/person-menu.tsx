import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'

/** Who is signed in, where their own pages are, and the address that a POST signs out at. */
export type PersonMenuProps = {
  name: string
  organisation?: string
  links?: readonly { label: string; href: string }[]
  signOut: string
}

type MenuProps = PersonMenuProps & { themeSwitch?: Child }

/** The person's menu, a native `details`. */
export function PersonMenu({ name, organisation, links = [], signOut, themeSwitch }: MenuProps) {
  return (
    <details class="person-menu">
      <summary aria-label={`Menu de ${name}`}>
        <Icon name="person" />
        <span>{name}</span>
      </summary>
      <div>
        <p>
          <strong>{name}</strong>
          {organisation && (
            <>
              <br />
              {organisation}
            </>
          )}
        </p>
        {links.map(({ label, href }) => (
          <a href={href}>{label}</a>
        ))}
        {themeSwitch}
        <form method="post" action={signOut}>
          <button type="submit" class="button" data-kind="quiet">
            Se déconnecter
          </button>
        </form>
      </div>
    </details>
  )
}
