import type { ThemeChoice } from './document.tsx'
import { Icon, type IconName } from './icon.tsx'

const choices: readonly { value: ThemeChoice; label: string; icon: IconName }[] = [
  { value: 'light', label: 'Thème clair', icon: 'sun' },
  { value: 'dark', label: 'Thème sombre', icon: 'moon' },
  { value: 'auto', label: 'Thème de l’ordinateur', icon: 'system' },
]

/** Posts `theme` (light, dark or auto); the browser itself says which page it comes from. */
export type ThemeSwitchProps = { action: string }

/** The manual switch of theme: three buttons of a plain form. */
export function ThemeSwitch({ action, current = 'auto' }: ThemeSwitchProps & { current?: ThemeChoice }) {
  return (
    <form class="theme-switch" method="post" action={action}>
      {choices.map(({ value, label, icon }) => (
        <button
          type="submit"
          name="theme"
          value={value}
          title={label}
          aria-label={label}
          aria-pressed={value === current ? 'true' : 'false'}
        >
          <Icon name={icon} />
        </button>
      ))}
    </form>
  )
}
