import type { FormValues, Problem } from '#platform/http/form.ts'
import { Actions, Button } from '#ui/button.tsx'
import { CheckboxField, RadioField, SelectField } from '#ui/choice-field.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import {
  serviceKindNames,
  serviceKinds,
  serviceLevelMeanings,
  serviceLevelNames,
  serviceLevels,
} from './service.ts'
import type { ChoosableSubjects } from './subjects.queries.ts'

export type FilledForm = {
  readonly problems?: readonly Problem[]
  readonly typed?: FormValues
  /** The boxes that were ticked, when the form is shown again. */
  readonly ticked?: readonly string[]
}

/** A field of a form shown again: what was typed, and what is wrong with it. */
export const fieldOf =
  ({ problems = [], typed = {} }: FilledForm) =>
  (name: string) => ({
    name,
    value: typed[name],
    error: problems.find((problem) => problem.field === name)?.message,
  })

type ServiceFormProps = FilledForm & {
  readonly action: string
  readonly subjects: ChoosableSubjects
  /** The areas of what was stated last, to begin with. */
  readonly usualAreas: string
}

/** Says what a company does, on one need or one software. */
export function ServiceForm({ action, subjects, usualAreas, ...filled }: ServiceFormProps) {
  const field = fieldOf(filled)

  return (
    <Form action={action}>
      <SelectField
        {...field('need')}
        label="Un besoin"
        hint="Ou, à la place, un logiciel ci-dessous."
        placeholder="Aucun : c’est un logiciel"
        choices={subjects.needs}
        optional
      />
      <TextField
        {...field('software')}
        label="Ou un logiciel"
        hint="Son nom, comme sur sa fiche."
        suggestions={subjects.software}
        autocomplete="off"
        optional
      />
      <CheckboxField
        name="kinds"
        label="Ce que vous faites"
        error={filled.problems?.find((problem) => problem.field === 'kinds')?.message}
        values={filled.ticked}
        choices={serviceKinds.map((value) => ({ value, label: serviceKindNames[value] }))}
      />
      <RadioField
        {...field('level')}
        value={filled.typed?.level ?? 'practises'}
        label="À quel niveau"
        choices={serviceLevels.map((value) => ({
          value,
          label: serviceLevelNames[value],
          hint: serviceLevelMeanings[value],
        }))}
      />
      <AreasField {...field('areas')} value={filled.typed?.areas ?? usualAreas} />
      <Actions>
        <Button kind="main">Déclarer ces services</Button>
      </Actions>
    </Form>
  )
}

type AreasFieldProps = { readonly name: string; readonly value?: string; readonly error?: string }

/** Where: a list of places, one a line. */
export const AreasField = (props: AreasFieldProps) => (
  <TextArea
    {...props}
    label="Où"
    hint="Un lieu par ligne : « France », un département, une intercommunalité ou une commune, par son nom ou son code."
    rows={3}
    maxlength={4000}
  />
)
