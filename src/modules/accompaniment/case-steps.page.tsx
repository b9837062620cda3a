import type { Problem } from '#platform/http/form.ts'
import { Actions, Button } from '#ui/button.tsx'
import { DateField, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date, typo } from '#ui/french.ts'
import { Icon } from '#ui/icon.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { isLate, nextStep, type Step } from './case.ts'
import { casePaths } from './cases.paths.ts'
import type { ShownCase } from './cases.queries.ts'

type StepsProps = {
  readonly case: ShownCase
  readonly today: string
  readonly problems: readonly Problem[]
  readonly typed: Readonly<Record<string, string>>
}

/** The steps of a case, each with its gestures; on paper, a list to tick. */
export function CaseSteps({ case: of, today, problems, typed }: StepsProps) {
  const done = of.steps.filter((step) => step.done).length
  const isOpen = of.state === 'open'
  const nextId = nextStep(of.steps)?.id

  return (
    <div class="checklist">
      <p>
        <strong>{`${done} sur ${of.steps.length} faites`}</strong>
      </p>
      {of.steps.length === 0 && (
        <EmptyState title="Aucune étape">
          Ajoutez la première : une visite, un appel, un état des lieux.
        </EmptyState>
      )}
      <ol class="check-lines">
        {of.steps.map((step) => (
          <StepLine caseId={of.id} step={step} today={today} isOpen={isOpen} isNext={step.id === nextId} />
        ))}
      </ol>
      {isOpen && <NewStep caseId={of.id} problems={problems} typed={typed} />}
    </div>
  )
}

type LineProps = { caseId: string; step: Step; today: string; isOpen: boolean; isNext: boolean }

function StepLine({ caseId, step, today, isOpen, isNext }: LineProps) {
  const late = isLate(step, today)
  const tone = step.done ? 'teal' : late ? 'brick' : 'ochre'

  return (
    <li data-tone={tone} id={`etape-${step.id}`}>
      <span class="check-mark">
        <Icon name={step.done ? 'check' : late ? 'clock' : 'circle'} />
      </span>
      <div>
        <strong>{typo(step.title)}</strong>
        <p>{typo(stepDates(step))}</p>
        {isOpen && <StepGestures caseId={caseId} step={step} isNext={isNext} />}
      </div>
      <span class="check-word">{step.done ? 'Fait' : late ? 'En retard' : 'À faire'}</span>
    </li>
  )
}

function StepGestures({ caseId, step, isNext }: Omit<LineProps, 'today' | 'isOpen'>) {
  if (step.done)
    return (
      <form method="post" action={casePaths.stepUndone(caseId, step.id)} class="screen-only">
        <Button kind="quiet">Remettre à faire</Button>
      </form>
    )

  return (
    <div class="screen-only">
      <form method="post" action={casePaths.stepDone(caseId, step.id)}>
        <Button kind={isNext ? 'main' : 'plain'} icon="check">
          C’est fait
        </Button>
      </form>
      <details>
        <summary>Changer cette étape</summary>
        <Form action={casePaths.step(caseId, step.id)}>
          <TextField name="title" id={`titre-${step.id}`} label="Titre" value={step.title} size="long" />
          <DateField name="dueOn" id={`jour-${step.id}`} label="Pour le" value={step.dueOn ?? ''} optional />
          <Actions>
            <Button>Enregistrer l’étape</Button>
            <Button kind="danger" formaction={casePaths.stepRemoval(caseId, step.id)}>
              Retirer l’étape
            </Button>
          </Actions>
        </Form>
        <form method="post" action={casePaths.stepMove(caseId, step.id)}>
          <Button kind="quiet" name="direction" value="earlier">
            Placer avant la précédente
          </Button>
          <Button kind="quiet" name="direction" value="later">
            Placer après la suivante
          </Button>
        </form>
      </details>
    </div>
  )
}

function NewStep({ caseId, problems, typed }: Pick<StepsProps, 'problems' | 'typed'> & { caseId: string }) {
  const error = problems.find(({ field }) => field === 'title')?.message

  return (
    <details class="screen-only" open={error !== undefined}>
      <summary>Ajouter une étape</summary>
      <Form action={casePaths.steps(caseId)} once={typed.once}>
        <TextField name="title" label="Titre" value={typed.title} error={error} size="long" maxlength={200} />
        <DateField name="dueOn" label="Pour le" value={typed.dueOn ?? ''} optional />
        <Button>Ajouter l’étape</Button>
      </Form>
    </details>
  )
}

function stepDates({ done, dueOn }: Step) {
  if (done) return `Fait le ${date(done.at)} par ${done.by}`

  return dueOn ? `Pour le ${date(new Date(`${dueOn}T12:00:00Z`))}` : 'Sans échéance'
}
