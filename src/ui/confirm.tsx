import type { Child } from 'hono/jsx'
import { Button } from './button.tsx'
import { Form } from './form.tsx'
import { typo } from './french.ts'

type ConfirmProps = {
  /** The button that opens the question: « Supprimer la vague ». */
  label: string
  /** What will be lost, and whether it can be undone. */
  loss: string
  action: string
  /** The button that does it: « Supprimer définitivement ». */
  confirm: string
  /** Fields the form carries. */
  children?: Child
}

/** Asks before destroying, without a script: opens in place, says what is lost, then posts. */
export function Confirm({ label, loss, action, confirm, children }: ConfirmProps) {
  return (
    <details class="confirm">
      <summary class="button" data-kind="danger">
        {typo(label)}
      </summary>
      <div>
        <p>{typo(loss)}</p>
        <Form action={action}>
          {children}
          <Button kind="danger">{typo(confirm)}</Button>
        </Form>
      </div>
    </details>
  )
}
