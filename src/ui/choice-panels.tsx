import type { Child } from 'hono/jsx'
import type { Choice } from './choice-field.tsx'
import { describedBy, type FieldProps } from './field-frame.tsx'
import { typo } from './french.ts'

/** An answer among a few, and the questions that only this answer raises. */
export type ChoicePanel = Choice & { panel?: Child }

type ChoicePanelsProps = FieldProps & { choices: readonly ChoicePanel[]; value?: string }

/** One answer among a few; the questions of an answer open under it when it is chosen, without a script. */
export function ChoicePanels({ choices, value, ...props }: ChoicePanelsProps) {
  const id = props.id ?? props.name

  return (
    <fieldset
      class="field choice-panels"
      id={id}
      tabindex={-1}
      data-invalid={props.error ? true : undefined}
      aria-describedby={describedBy({ ...props, id })}
    >
      <legend>{typo(props.label)}</legend>
      {props.hint && (
        <p class="hint" id={`${id}-aide`}>
          {typo(props.hint)}
        </p>
      )}
      {props.error && (
        <p class="error" id={`${id}-erreur`}>
          {typo(props.error)}
        </p>
      )}
      {choices.map((choice) => (
        <Panel {...choice} name={props.name} id={`${id}-${choice.value}`} checked={choice.value === value} />
      ))}
    </fieldset>
  )
}

function Panel({
  id,
  name,
  checked,
  value,
  label,
  hint,
  panel,
}: ChoicePanel & { id: string; name: string; checked: boolean }) {
  return (
    <div class="choice-panel">
      <div class="choice">
        <input
          type="radio"
          id={id}
          name={name}
          value={value}
          checked={checked}
          aria-describedby={hint ? `${id}-aide` : undefined}
        />
        <div>
          <label for={id}>{typo(label)}</label>
          {hint && (
            <p class="hint" id={`${id}-aide`}>
              {typo(hint)}
            </p>
          )}
        </div>
      </div>
      {panel && <div class="choice-opened">{panel}</div>}
    </div>
  )
}
