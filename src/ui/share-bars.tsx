import { number, typo } from './french.ts'

/** What one was given, and what its fair share would have been. */
export type ShareRow = { readonly label: string; readonly given: number; readonly fair: number }

type ShareBarsProps = {
  readonly label: string
  /** The names of the two figures: « En premier », « À parts égales ». */
  readonly given: string
  readonly fair: string
  readonly rows: readonly ShareRow[]
}

/** A bar for what was given, a mark where the fair share stands; the table is behind. */
export function ShareBars({ label, given, fair, rows }: ShareBarsProps) {
  const most = Math.max(1, ...rows.flatMap((row) => [row.given, row.fair]))
  const rounded = (value: number) => number(Math.round(value * 10) / 10)

  return (
    <figure class="share-bars">
      <figcaption>
        <strong>{typo(label)}</strong>
        <span>{typo(`La barre : ${given.toLowerCase()}. Le trait : ${fair.toLowerCase()}.`)}</span>
      </figcaption>
      <ol>
        {rows.map((row) => (
          <li>
            <span>{row.label}</span>
            <Bar {...row} most={most} />
            <span>
              <b>{rounded(row.given)}</b> <small>{`/ ${rounded(row.fair)}`}</small>
            </span>
          </li>
        ))}
      </ol>
      <details>
        <summary>Voir le tableau</summary>
        <div class="data-table">
          <table>
            <caption class="visually-hidden">{typo(label)}</caption>
            <thead>
              <tr>
                <th scope="col">Qui</th>
                <th scope="col" data-numeric>
                  {typo(given)}
                </th>
                <th scope="col" data-numeric>
                  {typo(fair)}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr>
                  <th scope="row">{row.label}</th>
                  <td data-numeric>{rounded(row.given)}</td>
                  <td data-numeric>{rounded(row.fair)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

function Bar({ given, fair, most }: ShareRow & { most: number }) {
  const at = (value: number) => `${(value / most) * 98 + 1}%`

  return (
    <svg width="100%" height="22" aria-hidden="true" focusable="false">
      <rect class="track" x="0" width="100%" y="4" height="14" />
      <rect class="given" x="0" width={at(given)} y="4" height="14" />
      <line class="fair" x1={at(fair)} x2={at(fair)} y1="0" y2="22" />
    </svg>
  )
}
