import { number, percent, typo } from './french.ts'
import type { Tone } from './tone.ts'

/** A step: how many reached it, and where their rows are. */
export type FunnelStep = { label: string; count: number; href?: string; tone?: Tone }

type FunnelProps = { title: string; description?: string; of: number; steps: readonly FunnelStep[] }

/** How many of the whole reached each step, as *k of n*: bars drawn to one scale, with the table behind them. */
export function Funnel({ title, description, of, steps }: FunnelProps) {
  return (
    <figure class="funnel">
      <figcaption>
        <strong>{typo(title)}</strong>
        {description && <span>{typo(description)}</span>}
      </figcaption>
      <ol class="funnel-steps">
        {steps.map((step) => (
          <li data-tone={step.tone ?? 'info'}>
            <span>{step.href ? <a href={step.href}>{typo(step.label)}</a> : typo(step.label)}</span>
            <Bar share={of === 0 ? 0 : (step.count / of) * 100} />
            <span>
              <b>{number(step.count)}</b> sur {number(of)}
            </span>
          </li>
        ))}
      </ol>
      <FunnelTable title={title} of={of} steps={steps} />
    </figure>
  )
}

function Bar({ share }: { share: number }) {
  return (
    <svg width="100%" height="26" aria-hidden="true" focusable="false">
      <rect class="track" width="100%" height="26" />
      <rect width={`${share}%`} height="26" />
    </svg>
  )
}

function FunnelTable({ title, of, steps }: FunnelProps) {
  return (
    <details>
      <summary>Voir le tableau</summary>
      <div class="data-table">
        <table>
          <caption class="visually-hidden">{typo(title)}</caption>
          <thead>
            <tr>
              <th scope="col">Étape</th>
              <th scope="col" data-numeric>
                Nombre
              </th>
              <th scope="col" data-numeric>
                Part de {number(of)}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ label, count }) => (
              <tr>
                <th scope="row">{typo(label)}</th>
                <td data-numeric>{number(count)}</td>
                <td data-numeric>{percent(count, of)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
