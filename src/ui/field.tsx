import { control, FieldFrame, type FieldProps, idOf } from './field-frame.tsx'

export type { FieldProps }

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
  /** Takes the focus when the page opens: one field of a page where the same thing is typed again and again. */
  focused?: boolean
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

/** A file to send, or several; `accept` lists the endings taken. */
export function FileField({
  accept,
  multiple,
  ...props
}: FieldProps & { accept?: string; multiple?: boolean }) {
  return (
    <FieldFrame {...props}>
      <input {...control(props)} type="file" accept={accept} multiple={multiple} data-size="long" />
    </FieldFrame>
  )
}

function limits({ inputmode, placeholder, maxlength, minlength, min, max }: Omit<TextProps, 'type'>) {
  return { inputmode, placeholder, maxlength, minlength, min, max }
}
