import { number, percent, plural, typo } from './french.ts'

/** So many of so many, with the interval that these numbers allow, as shares of 1. */
export type IntervalRow = {
  readonly label: string
  readonly k: number
  readonly n: number
  readonly low: number
  readonly high: number
  readonly href?: string
}

type IntervalBarsProps = {
  readonly label: string
  /** How the drawing is read. */
  readonly explained?: string
  readonly rows: readonly IntervalRow[]
}

/** Shares drawn with how little or how much they say: a dot on the interval it may be anywhere in; the table is behind. */
export function IntervalBars({ label, explained, rows }: IntervalBarsProps) {
  const scale = Math.max(0.1, ...rows.filter(({ n }) => n > 0).map(({ high }) => high))

  return (
    <figure class="interval-bars">
      <figcaption>
        <strong>{typo(label)}</strong>
        {explained && <span>{typo(explained)}</span>}
      </figcaption>
      <ol>
        {rows.map((row) => (
          <li>
            <span>{row.href ? <a href={row.href}>{typo(row.label)}</a> : typo(row.label)}</span>
            <Bar {...row} scale={scale} />
            <span>
              <b>{number(row.k)}</b> sur {number(row.n)}
              <small>{row.n > 0 && ` (${between(row)})`}</small>
            </span>
          </li>
        ))}
      </ol>
      <Table label={label} rows={rows} />
    </figure>
  )
}

const between = ({ low, high }: IntervalRow) => `de ${percent(low, 1)} à ${percent(high, 1)}`

function Bar({ k, n, low, high, scale }: IntervalRow & { scale: number }) {
  const at = (share: number) => `${(share / scale) * 96 + 2}%`

  return (
    <svg width="100%" height="26" aria-hidden="true" focusable="false">
      <line class="track" x1="2%" x2="98%" y1="13" y2="13" />
      {n > 0 && (
        <>
          <line class="interval" x1={at(low)} x2={at(high)} y1="13" y2="13" />
          <circle cx={at(k / n)} cy="13" r="6" />
        </>
      )}
    </svg>
  )
}

const Table = ({ label, rows }: { label: string; rows: readonly IntervalRow[] }) => (
  <details>
    <summary>Voir le tableau</summary>
    <div class="data-table">
      <table>
        <caption class="visually-hidden">{typo(label)}</caption>
        <thead>
          <tr>
            <th scope="col">Ensemble</th>
            <th scope="col" data-numeric>
              Réponses
            </th>
            <th scope="col" data-numeric>
              Intervalle
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{typo(row.label)}</th>
              <td data-numeric>{`${number(row.k)} sur ${plural(row.n, 'mairie', 'mairies')}`}</td>
              <td data-numeric>{row.n === 0 ? 'rien à en dire' : between(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
)
