import type { Child } from 'hono/jsx'
import { isoDate, shortDate, typo, year } from './french.ts'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tone.ts'

/** Something that happened: when, the sentence that says it, and who or what says so. */
export type TimelineEntry = {
  at: Date
  icon?: IconName
  tone?: Tone
  sentence: Child
  detail?: Child
  source?: string
  href?: string
}

/** What happened, as one readable column in the order given, under the years. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <div class="timeline">
      {byYear(entries).map(([label, entriesOfYear]) => (
        <section>
          <h3>{label}</h3>
          <ol class="timeline-entries">
            {entriesOfYear.map((entry) => (
              <Entry {...entry} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function Entry({ at, icon = 'note', tone = 'neutral', sentence, detail, source, href }: TimelineEntry) {
  const words = typeof sentence === 'string' ? typo(sentence) : sentence

  return (
    <li data-tone={tone}>
      <time datetime={isoDate(at)}>{shortDate(at)}</time>
      <span class="timeline-mark">
        <Icon name={icon} />
      </span>
      <div>
        <p>{href ? <a href={href}>{words}</a> : words}</p>
        {detail && <blockquote>{typeof detail === 'string' ? typo(detail) : detail}</blockquote>}
        {source && <small>{typo(source)}</small>}
      </div>
    </li>
  )
}

function byYear(entries: readonly TimelineEntry[]) {
  const years = new Map<string, TimelineEntry[]>()
  for (const entry of entries) {
    const label = year(entry.at)
    years.set(label, [...(years.get(label) ?? []), entry])
  }

  return [...years]
}
