import type { Child } from 'hono/jsx'
import { typo } from './french.ts'

/** What every field says: its label outside it, how to fill it, and what is wrong. Fields are required unless `optional`. */
export type FieldProps = {
  name: string
  label: string
  /** Names the element when two fields of a page bear one name; the name itself otherwise. */
  id?: string
  hint?: string
  error?: string
  optional?: boolean
}

/** The label, hint and error around a control. */
export function FieldFrame({ children, ...props }: FieldProps & { children?: Child }) {
  return (
    <div class="field" data-invalid={props.error ? true : undefined}>
      <label for={idOf(props)}>
        <LabelText {...props} />
      </label>
      <Explanations {...props} />
      {children}
    </div>
  )
}

/** The words of a label, which say when the field may be left empty. */
export function LabelText({ label, optional }: FieldProps) {
  return (
    <>
      {typo(label)}
      {optional && <span> (facultatif)</span>}
    </>
  )
}

/** How to fill a field, and what is wrong with what was filled. */
export function Explanations({ hint, error, ...props }: FieldProps) {
  const id = idOf(props)

  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-aide`}>
          {typo(hint)}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-erreur`}>
          {typo(error)}
        </p>
      )}
    </>
  )
}

/** The attributes that tie a control to its label, hint and error. */
export function control(
  props: FieldProps & { autocomplete?: string; disabled?: boolean; focused?: boolean },
) {
  return {
    id: idOf(props),
    name: props.name,
    required: !props.optional,
    disabled: props.disabled,
    autocomplete: props.autocomplete,
    autofocus: props.focused,
    'aria-invalid': props.error ? ('true' as const) : undefined,
    'aria-describedby': describedBy(props),
  }
}

/** The identifiers of the sentences that explain a field. */
export function describedBy({ hint, error, ...props }: FieldProps) {
  const id = idOf(props)

  return [hint && `${id}-aide`, error && `${id}-erreur`].filter(Boolean).join(' ') || undefined
}

/** The identifier of a field's element. */
export function idOf({ id, name }: Pick<FieldProps, 'id' | 'name'>) {
  return id ?? name
}
