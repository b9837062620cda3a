import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

/** One main button a page; the others are plain, quiet (looks like a link) or danger (destroys something). */
export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger'

type Look = { kind?: ButtonKind; icon?: IconName; children?: Child }
type ButtonProps = Look & {
  name?: string
  value?: string
  type?: 'submit' | 'button'
  disabled?: boolean
  form?: string
  formaction?: string
}

/** A button that says a verb and its object: « Lancer la vague ». */
export function Button({ kind = 'plain', icon, children, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button type={type} class="button" data-kind={kind} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A link that looks like a button: it leads somewhere, it changes nothing. */
export function ButtonLink({
  kind = 'plain',
  icon,
  children,
  href,
  ...rest
}: Look & { href: string; download?: boolean | string }) {
  return (
    <a class="button" data-kind={kind} href={href} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

/** Buttons side by side, the main one first. */
export function Actions({ children }: { children?: Child }) {
  return <div class="actions">{children}</div>
}
