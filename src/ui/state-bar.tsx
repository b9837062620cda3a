import { number, percent, plural, typo } from './french.ts'
import { Icon } from './icon.tsx'
import type { Tone } from './tone.ts'

/** A state and how many are in it; `hatched` sets apart what is not certain. */
export type State = { label: string; count: number; tone: Tone; href?: string; hatched?: boolean }

type StateBarProps = { label: string; one: string; many: string; states: readonly State[] }

/** A bar of states that adds up to the whole, each segment a link; the list under it says the same numbers. */
export function StateBar({ label, one, many, states }: StateBarProps) {
  const total = states.reduce((sum, { count }) => sum + count, 0)

  return (
    <figure class="state-bar">
      <figcaption>
        <strong>{plural(total, one, many)}</strong> {typo(label)}
      </figcaption>
      <Segments states={states} total={total} />
      <ul class="state-legend">
        {states.map((state) => (
          <li data-tone={state.tone}>
            <Icon name={`tone-${state.tone}`} />
            {state.href ? <a href={state.href}>{typo(state.label)}</a> : <span>{typo(state.label)}</span>}
            <b>{number(state.count)}</b>
          </li>
        ))}
      </ul>
    </figure>
  )
}

// Drawn in percentages of the width, so that the words inside keep their shape whatever the screen.
function Segments({ states, total }: { states: readonly State[]; total: number }) {
  const share = (count: number) => (total === 0 ? 0 : (count / total) * 100)
  let start = 0

  return (
    <svg width="100%" height="44" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="hachures"
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 4h8" />
        </pattern>
      </defs>
      {states.map((state) => {
        const width = share(state.count)
        const x = start
        start += width
        return width === 0 ? null : <Segment state={state} x={x} width={width} total={total} />
      })}
    </svg>
  )
}

function Segment({ state, x, width, total }: { state: State; x: number; width: number; total: number }) {
  return (
    <a href={state.href} tabindex={-1} data-tone={state.tone}>
      <title>{`${typo(state.label)} : ${number(state.count)} sur ${number(total)} (${percent(state.count, total)})`}</title>
      <rect x={`${x}%`} width={`${width}%`} height="44" />
      {state.hatched && (
        <rect class="hatch" x={`${x}%`} width={`${width}%`} height="44" fill="url(#hachures)" />
      )}
      {width > 6 && (
        <text x={`${x + width / 2}%`} y="28">
          {number(state.count)}
        </text>
      )}
    </a>
  )
}
