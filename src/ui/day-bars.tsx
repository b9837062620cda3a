import { date, number, plural, shortDate, typo } from './french.ts'

/** A day, as `2026-11-23`, and how much happened. */
export type DayCount = { readonly day: string; readonly facts: number }

/** How much happened each day, as bars; the same numbers stand in a table, one click away. */
export function DayBars({ label, days }: { label: string; days: readonly DayCount[] }) {
  const most = Math.max(1, ...days.map(({ facts }) => facts))
  const step = 100 / Math.max(1, days.length)
  const [first] = days
  const last = days.at(-1)

  return (
    <figure class="day-bars">
      <figcaption>
        <strong>{typo(label)}</strong>
      </figcaption>
      <svg width="100%" height="88" role="img" aria-label={typo(label)}>
        {days.map(({ day, facts }, rank) => (
          <rect
            x={`${rank * step + step * 0.1}%`}
            width={`${step * 0.8}%`}
            y={88 - height(facts, most)}
            height={height(facts, most)}
          >
            <title>{`${date(new Date(day))} : ${number(facts)}`}</title>
          </rect>
        ))}
      </svg>
      {first && last && (
        <p>
          <span>{shortDate(new Date(first.day))}</span>
          <span>{shortDate(new Date(last.day))}</span>
        </p>
      )}
      <Table label={label} days={days} />
    </figure>
  )
}

// A day with anything is seen; a day with nothing keeps a hairline, so that the row of days is seen too.
const height = (facts: number, most: number) =>
  facts === 0 ? 1 : Math.max(4, Math.round((facts / most) * 84))

const Table = ({ label, days }: { label: string; days: readonly DayCount[] }) => (
  <details>
    <summary>Voir le tableau</summary>
    <div class="data-table">
      <table>
        <caption class="visually-hidden">{typo(label)}</caption>
        <thead>
          <tr>
            <th scope="col">Jour</th>
            <th scope="col" data-numeric>
              Faits
            </th>
          </tr>
        </thead>
        <tbody>
          {days
            .filter(({ facts }) => facts > 0)
            .map(({ day, facts }) => (
              <tr>
                <th scope="row">{date(new Date(day))}</th>
                <td data-numeric>{plural(facts, 'fait', 'faits')}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  </details>
)
