import { number, typo } from './french.ts'
import { MapSwatch, type ShapeLook } from './shape-map.tsx'

/** A line of a legend: a look, what it means, how many there are, and the list of these alone. */
export type LegendEntry = {
  readonly look: ShapeLook
  readonly label: string
  readonly count: number
  readonly href: string
  readonly isCurrent: boolean
}

/** The looks of a map and how many places have each; every line filters, and filters no more when it is current. */
export function MapLegend({ label, entries }: { label: string; entries: readonly LegendEntry[] }) {
  return (
    <ul class="map-legend" aria-label={typo(label)}>
      {entries.map(({ look, label: name, count, href, isCurrent }) => (
        <li>
          <a
            href={href}
            aria-current={isCurrent ? 'true' : undefined}
            data-empty={count === 0 ? true : undefined}
          >
            <MapSwatch {...look} />
            <span>{typo(name)}</span>
            <b>{number(count)}</b>
          </a>
        </li>
      ))}
    </ul>
  )
}
