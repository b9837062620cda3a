import { typo } from './french.ts'

/** A step of a longer work; its address, once it may be opened. */
export type Step = { label: string; href?: string }

/** Where one is in a work of several steps; `current` counts from zero. */
export function Steps({ steps, current }: { steps: readonly Step[]; current: number }) {
  return (
    <nav class="steps" aria-label="Étapes">
      <ol class="step-list">
        {steps.map(({ label, href }, index) => (
          <li
            data-done={index < current ? true : undefined}
            aria-current={index === current ? 'step' : undefined}
          >
            {href && index !== current ? <a href={href}>{typo(label)}</a> : typo(label)}
            {index < current && <span class="visually-hidden"> (fait)</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
