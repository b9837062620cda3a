import type { Problem } from '#platform/http/form.ts'
import { Button } from '#ui/button.tsx'
import { Section } from '#ui/card.tsx'
import { RadioField, SelectField } from '#ui/choice-field.tsx'
import { TextArea } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { typo } from '#ui/french.ts'
import { outcomeNames, outcomes } from './case.ts'
import { casePaths } from './cases.paths.ts'
import type { ShownCase } from './cases.queries.ts'

type GesturesProps = {
  readonly case: ShownCase
  readonly colleagues: readonly { readonly userId: string; readonly name: string }[]
  /** The other partner, to which the case may be handed. */
  readonly other: string
  readonly problems: readonly Problem[]
  readonly typed: Readonly<Record<string, string>>
}

/** What can be done with an open case besides its steps: referent, end, handing over. */
export function OpenGestures({ case: of, colleagues, other, problems, typed }: GesturesProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <Section title="Conduire l’accompagnement">
      <details class="screen-only" open={errorOf('referentId') !== undefined || of.referentId === null}>
        <summary>Désigner le référent</summary>
        <Form action={casePaths.referent(of.id)}>
          <SelectField
            name="referentId"
            label="Qui suit cette mairie ?"
            value={of.referentId ?? ''}
            error={errorOf('referentId')}
            placeholder="Personne pour l’instant"
            choices={colleagues.map(({ userId, name }) => ({ value: userId, label: name }))}
            optional
          />
          <Button>Désigner le référent</Button>
        </Form>
      </details>
      <details class="screen-only" open={errorOf('note') !== undefined || errorOf('outcome') !== undefined}>
        <summary>Clore l’accompagnement</summary>
        <Form action={casePaths.closing(of.id)}>
          <RadioField
            name="outcome"
            label="Quelle issue ?"
            value={typed.outcome}
            error={errorOf('outcome')}
            choices={outcomes.map((outcome) => ({ value: outcome, label: outcomeNames[outcome] }))}
          />
          <TextArea
            name="note"
            label="Pourquoi, ou ce qui reste"
            hint="Nécessaire, sauf quand la commune est autonome. Elle se lit sur cette page."
            value={typed.note}
            error={errorOf('note')}
            rows={3}
            optional
          />
          <Button>Clore l’accompagnement</Button>
        </Form>
      </details>
      <details class="screen-only" open={errorOf('reason') !== undefined}>
        <summary>{typo(`Confier à ${other}`)}</summary>
        <Form action={casePaths.transfers(of.id)}>
          <TextArea
            name="reason"
            label="Pourquoi ?"
            hint={`${other} lira cette raison et désignera son référent. Ensuite, vous ne verrez plus cet accompagnement.`}
            value={typed.reason}
            error={errorOf('reason')}
            rows={2}
          />
          <Button>{typo(`Confier à ${other}`)}</Button>
        </Form>
      </details>
    </Section>
  )
}

/** A closed case can be taken up again, with its reason. */
export function ClosedGestures({ case: of, problems, typed }: GesturesProps) {
  const error = problems.find(({ field }) => field === 'reason')?.message

  return (
    <details class="screen-only" open={error !== undefined}>
      <summary>Rouvrir l’accompagnement</summary>
      <Form action={casePaths.reopenings(of.id)}>
        <TextArea
          name="reason"
          label="Pourquoi ?"
          hint="La raison s’inscrit au journal de la commune, que tous les partenaires lisent."
          value={typed.reason}
          error={error}
          rows={2}
        />
        <Button>Rouvrir l’accompagnement</Button>
      </Form>
    </details>
  )
}
