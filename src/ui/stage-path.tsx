import { isoDate, shortDate, typo, year } from './french.ts'
import type { IconName } from './icon.tsx'
import { Tag } from './tag.tsx'
import type { Tone } from './tone.ts'

/** A stage that was reached, and when; the first may have no date. */
export type ReachedStage = {
  readonly label: string
  readonly tone: Tone
  readonly icon: IconName
  readonly at?: Date
}

/** The stages gone through, in order, to where things stand: the last one. */
export function StagePath({ label, stages }: { label: string; stages: readonly ReachedStage[] }) {
  return (
    <ol class="stage-path" aria-label={typo(label)}>
      {stages.map(({ label: name, tone, icon, at }, rank) => (
        <li aria-current={rank === stages.length - 1 ? 'step' : undefined}>
          <Tag label={name} tone={tone} icon={icon} />
          {at && <time datetime={isoDate(at)}>{`${shortDate(at)} ${year(at)}`}</time>}
        </li>
      ))}
    </ol>
  )
}
