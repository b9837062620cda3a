import {
  control,
  describedBy,
  Explanations,
  FieldFrame,
  type FieldProps,
  idOf,
  LabelText,
} from './field-frame.tsx'
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
export function Checkbox({
  checked,
  value = 'oui',
  ...props
}: FieldProps & { checked?: boolean; value?: string }) {
  const attributes = { ...control(props), required: undefined }

  return (
    <div class="field choice" data-invalid={props.error ? true : undefined}>
      <input {...attributes} type="checkbox" value={value} checked={checked} />
      <div>
        <label for={attributes.id}>{typo(props.label)}</label>
        <Explanations {...props} />
      </div>
    </div>
  )
}

type ChoiceListProps = ChoiceProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] }

// The list takes the focus when a problem links to it.
function ChoiceList({ choices, type, chosen, ...props }: ChoiceListProps) {
  return (
    <fieldset
      class="field"
      id={idOf(props)}
      tabindex={-1}
      data-invalid={props.error ? true : undefined}
      aria-describedby={describedBy(props)}
    >
      <legend>
        <LabelText {...props} />
      </legend>
      <Explanations {...props} />
      {choices.map((choice, index) => (
        <ChoiceLine
          {...choice}
          type={type}
          name={props.name}
          id={`${idOf(props)}-${index}`}
          checked={chosen.includes(choice.value)}
        />
      ))}
    </fieldset>
  )
}

type ChoiceLineProps = Choice & { type: 'radio' | 'checkbox'; name: string; id: string; checked: boolean }

function ChoiceLine({ label, hint, ...input }: ChoiceLineProps) {
  return (
    <div class="choice">
      <input {...input} aria-describedby={hint ? `${input.id}-aide` : undefined} />
      <div>
        <label for={input.id}>{typo(label)}</label>
        {hint && (
          <p class="hint" id={`${input.id}-aide`}>
            {typo(hint)}
          </p>
        )}
      </div>
    </div>
  )
}
