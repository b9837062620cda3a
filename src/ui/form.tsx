import type { Child } from 'hono/jsx'
import { typo } from './french.ts'

/** The hidden field that names one filling of a form, so that posting it twice has one effect. */
export const onceField = 'once'

type FormProps = {
  action: string
  method?: 'get' | 'post'
  /** Kept when the form is shown again after a refusal; a new one is drawn otherwise. */
  once?: string
  /** The form carries files. */
  files?: boolean
  id?: string
  children?: Child
}

/** A form: a column of fields and its buttons. */
export function Form({ action, method = 'post', once, files, id, children }: FormProps) {
  return (
    <form
      class="form"
      id={id}
      action={action}
      method={method}
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate={method === 'post'}
    >
      {method === 'post' && <input type="hidden" name={onceField} value={once ?? crypto.randomUUID()} />}
      {children}
    </form>
  )
}

/** Fields that belong together, under the question they answer. */
export function FieldGroup({ legend, hint, children }: { legend: string; hint?: string; children?: Child }) {
  return (
    <fieldset class="field-group">
      <legend>{typo(legend)}</legend>
      {hint && <p class="hint">{typo(hint)}</p>}
      {children}
    </fieldset>
  )
}

/** A value the form carries without showing it. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}
