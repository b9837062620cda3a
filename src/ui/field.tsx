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

type Entry = FieldProps & { value?: string; autocomplete?: string; disabled?: boolean }
type TextProps = Entry & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'number' | 'search' | 'date' | 'datetime-local'
  inputmode?: 'text' | 'numeric' | 'email' | 'tel' | 'url' | 'search'
  placeholder?: string
  maxlength?: number
  minlength?: number
  min?: string
  max?: string
  /** Suggestions of the browser's own list. */
  suggestions?: readonly string[]
  /** How wide the answer is expected to be. */
  size?: 'short' | 'medium' | 'long'
  /** Written in fixed width: codes, addresses of sites. */
  code?: boolean
}

/** One line of text, of the type given: e-mail, telephone, number… */
export function TextField({ suggestions, size = 'medium', code, type = 'text', ...props }: TextProps) {
  const list = suggestions && `${idOf(props)}-suggestions`

  return (
    <FieldFrame {...props}>
      <input
        {...control(props)}
        type={type}
        value={props.value}
        list={list}
        data-size={size}
        data-code={code}
        {...limits(props)}
      />
      {suggestions && (
        <datalist id={list}>
          {suggestions.map((suggestion) => (
            <option value={suggestion} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  )
}

/** A day. */
export function DateField(props: Omit<TextProps, 'type'>) {
  return <TextField {...props} type="date" size="short" />
}

/** Several lines of text. */
export function TextArea({
  rows = 5,
  code,
  ...props
}: Entry & { rows?: number; maxlength?: number; code?: boolean }) {
  return (
    <FieldFrame {...props}>
      <textarea {...control(props)} rows={rows} maxlength={props.maxlength} data-size="long" data-code={code}>
        {props.value}
      </textarea>
    </FieldFrame>
  )
}

/** A file to send; `accept` lists the endings taken. */
export function FileField({ accept, ...props }: FieldProps & { accept?: string }) {
  return (
    <FieldFrame {...props}>
      <input {...control(props)} type="file" accept={accept} data-size="long" />
    </FieldFrame>
  )
}

/** The label, hint and error around a control. */
export function FieldFrame({ children, ...props }: FieldProps & { children?: Child }) {
  const id = idOf(props)

  return (
    <div class="field" data-invalid={props.error ? true : undefined}>
      <label for={id}>
        {typo(props.label)}
        {props.optional && <span> (facultatif)</span>}
      </label>
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
      {children}
    </div>
  )
}

/** The attributes that tie a control to its label, hint and error. */
export function control(props: FieldProps & { autocomplete?: string; disabled?: boolean }) {
  return {
    id: idOf(props),
    name: props.name,
    required: !props.optional,
    disabled: props.disabled,
    autocomplete: props.autocomplete,
    'aria-invalid': props.error ? 'true' : undefined,
    'aria-describedby': describedBy(props),
  }
}

/** The identifiers of the sentences that explain a field. */
export function describedBy(props: FieldProps) {
  const id = idOf(props)

  return [props.hint && `${id}-aide`, props.error && `${id}-erreur`].filter(Boolean).join(' ') || undefined
}

function idOf({ id, name }: FieldProps) {
  return id ?? name
}

function limits({ inputmode, placeholder, maxlength, minlength, min, max }: Omit<TextProps, 'type'>) {
  return { inputmode, placeholder, maxlength, minlength, min, max }
}
