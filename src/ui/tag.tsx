import { typo } from './french.ts'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tone.ts'

type TagProps = { label: string; tone?: Tone; icon?: IconName }

/** A word with its tone and its shape; each tone has a shape of its own, so that colour is never alone. */
export function Tag({ label, tone = 'neutral', icon }: TagProps) {
  return (
    <span class="tag" data-tone={tone}>
      <Icon name={icon ?? `tone-${tone}`} />
      {typo(label)}
    </span>
  )
}
