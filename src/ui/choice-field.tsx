import { control, describedBy, FieldFrame, type FieldProps } from './field.tsx'
import { typo } from './french.ts'

/** An answer one may choose. */
export type Choice = { value: string; label: string; hint?: string; disabled?: boolean }

type ChoiceProps = FieldProps & { choices: readonly Choice[] }

/** One answer among many, in a native list. `placeholder` is the line that stands for no answer. */
export function SelectField({
  choices,
  value,
  placeholder,
  ...props
}: ChoiceProps & { value?: string; placeholder?: string }) {
  return (
    <FieldFrame {...props}>
      <select {...control(props)}>
        {placeholder !== undefined && <option value="">{typo(placeholder)}</option>}
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value} disabled={choice.disabled}>
            {typo(choice.label)}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** One answer among a few, all in view. */
export function RadioField({ value, ...props }: ChoiceProps & { value?: string }) {
  return <ChoiceList {...props} type="radio" chosen={value === undefined ? [] : [value]} />
}

/** Any answers among a few. None is an answer, so nothing is marked optional. */
export function CheckboxField({ values = [], ...props }: ChoiceProps & { values?: readonly string[] }) {
  return <ChoiceList {...props} optional={false} type="checkbox" chosen={values} />
}

/** A single yes or no. */
export function Checkbox(props: FieldProps & { checked?: boolean; value?: string }) {
  const { required: _, ...attributes } = control(props)

  return (
    <div class="field choice" data-invalid={props.error ? true : undefined}>
      <input {...attributes} type="checkbox" value={props.value ?? 'oui'} checked={props.checked} />
      <div>
        <label for={attributes.id}>{typo(props.label)}</label>
        {props.hint && (
          <p class="hint" id={`${attributes.id}-aide`}>
            {typo(props.hint)}
          </p>
        )}
        {props.error && (
          <p class="error" id={`${attributes.id}-erreur`}>
            {typo(props.error)}
          </p>
        )}
      </div>
    </div>
  )
}

function ChoiceList({
  choices,
  type,
  chosen,
  ...props
}: ChoiceProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  const id = props.id ?? props.name

  return (
    <fieldset
      class="field"
      id={id}
      tabindex={-1}
      data-invalid={props.error ? true : undefined}
      aria-describedby={describedBy(props)}
    >
      <legend>
        {typo(props.label)}
        {props.optional && <span> (facultatif)</span>}
      </legend>
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
      {choices.map((choice, index) => (
        <div class="choice">
          <input
            type={type}
            id={`${id}-${index}`}
            name={props.name}
            value={choice.value}
            checked={chosen.includes(choice.value)}
            disabled={choice.disabled}
            aria-describedby={choice.hint ? `${id}-${index}-aide` : undefined}
          />
          <div>
            <label for={`${id}-${index}`}>{typo(choice.label)}</label>
            {choice.hint && (
              <p class="hint" id={`${id}-${index}-aide`}>
                {typo(choice.hint)}
              </p>
            )}
          </div>
        </div>
      ))}
    </fieldset>
  )
}
