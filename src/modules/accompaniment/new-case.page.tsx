import type { FormValues, Problem } from '#platform/http/form.ts'
import { Button } from '#ui/button.tsx'
import { Prose } from '#ui/card.tsx'
import { RadioField, SelectField } from '#ui/choice-field.tsx'
import { TextField } from '#ui/field.tsx'
import { Form, HiddenField } from '#ui/form.tsx'
import { typo } from '#ui/french.ts'
import { ErrorSummary } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { casePaths } from './cases.paths.ts'
import { type GoalKey, goalKeys, goalOf } from './goal.ts'

export type NewCaseProps = {
  readonly commune: { readonly insee: string; readonly name: string; readonly nameType: number }
  readonly contact?: { readonly id: string; readonly body: string }
  readonly suggested: GoalKey
  readonly colleagues: readonly { readonly userId: string; readonly name: string }[]
  /** Who opens it: they follow it unless another is chosen. */
  readonly self: string
  readonly typed: FormValues
  readonly problems: readonly Problem[]
}

/** Opens a case: towards what, followed by whom. The goal brings its usual steps. */
export function NewCasePage({
  commune,
  contact,
  suggested,
  colleagues,
  self,
  typed,
  problems,
}: NewCaseProps) {
  const field = (name: string) => ({
    name,
    value: typed[name],
    error: problems.find((problem) => problem.field === name)?.message,
  })

  return (
    <>
      <PageHeader
        title={`Accompagner la mairie ${ofCommune(commune.name, commune.nameType as NameLink)}`}
        lede="Choisissez un but : ses étapes habituelles viendront avec lui, et vous les changerez."
      />
      <ErrorSummary problems={problems} />
      {contact?.body && (
        <Prose>
          <blockquote class="as-typed">{typo(contact.body)}</blockquote>
        </Prose>
      )}
      <Form action={casePaths.list()} once={typed.once}>
        <HiddenField name="insee" value={commune.insee} />
        {contact && <HiddenField name="contactId" value={contact.id} />}
        <RadioField
          {...field('goalKey')}
          label="Quel but ?"
          value={typed.goalKey ?? suggested}
          choices={goalKeys.map((key) => ({
            value: key,
            label: goalOf(key).label,
            hint: goalOf(key)
              .steps.map(({ title }) => title)
              .join(' · '),
          }))}
        />
        <TextField
          {...field('goal')}
          label="Avec les mots de la mairie"
          hint="Par exemple : « Un serveur pour les trois postes du secrétariat. » Nécessaire pour un autre but."
          size="long"
          maxlength={200}
          optional
        />
        <SelectField
          {...field('referentId')}
          label="Qui suit cette mairie ?"
          value={typed.referentId ?? self}
          placeholder="À désigner plus tard"
          choices={colleagues.map(({ userId, name }) => ({ value: userId, label: name }))}
          optional
        />
        <Button kind="main">Ouvrir l’accompagnement</Button>
      </Form>
    </>
  )
}
