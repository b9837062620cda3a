import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { TextArea } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { pointKinds, pointNames } from './contact-point-form.ts'
import { territoryPaths } from './territory.paths.ts'

/** A contact point that could not be kept: what was typed, and the sentence that says why. */
export type PointRefusal = { readonly kind?: string; readonly value?: string; readonly message: string }

/** The form that adds a contact point by hand, folded until wanted. */
export function AddContactPoint({ insee, refusal }: { insee: string; refusal?: PointRefusal }) {
  return (
    <details open={refusal !== undefined}>
      <summary>Ajouter une coordonnée</summary>
      <Form action={territoryPaths.contactPoints(insee)}>
        <SelectField
          name="kind"
          label="De quoi s’agit-il ?"
          value={refusal?.kind ?? 'email'}
          choices={pointKinds.map((kind) => ({ value: kind, label: pointNames[kind] }))}
        />
        <TextArea
          name="value"
          label="La coordonnée"
          hint="Elle devient la principale, sous votre nom et à la date du jour."
          rows={2}
          value={refusal?.value}
          error={refusal?.message}
        />
        <Button kind="plain">Ajouter la coordonnée</Button>
      </Form>
    </details>
  )
}
