import { communePaths } from '#modules/communes/index.ts'
import { contactPaths } from '#modules/contacts/index.ts'
import type { JournalEntry } from '#modules/journal/index.ts'
import type { Problem } from '#platform/http/form.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Section } from '#ui/card.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { date, typo } from '#ui/french.ts'
import { ErrorSummary, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { caseStateNames, isLate, nextStep, outcomeNames } from './case.ts'
import { ClosedGestures, OpenGestures } from './case-gestures.page.tsx'
import { CaseSteps } from './case-steps.page.tsx'
import { casePaths } from './cases.paths.ts'
import type { ShownCase } from './cases.queries.ts'

type Transfer = { readonly at: Date; readonly byWhom: string; readonly reason: string; readonly from: string }

export type CaseProps = {
  readonly case: ShownCase
  readonly transfers: readonly Transfer[]
  readonly journal: readonly JournalEntry[]
  readonly colleagues: readonly { readonly userId: string; readonly name: string }[]
  /** The other partner, to which the case may be handed. */
  readonly other: string
  readonly today: string
  readonly problems: readonly Problem[]
  readonly typed: Readonly<Record<string, string>>
}

/** One case: the goal, the next step in plain sight, all of them, and what was done. */
export function CasePage(props: CaseProps) {
  const { case: of, transfers, journal, problems, today } = props

  return (
    <>
      <PageHeader
        title={of.goal}
        lede={
          <a href={communePaths.show(of.insee)}>
            {typo(`Mairie ${ofCommune(of.commune, of.nameType as NameLink)}`)}
          </a>
        }
        aside={<Tag label={caseStateNames[of.state]} tone={of.state === 'open' ? 'info' : 'neutral'} />}
        actions={
          <ButtonLink href={casePaths.sheet(of.id)} icon="print">
            Fiche à imprimer
          </ButtonLink>
        }
      />
      <ErrorSummary problems={problems} />
      <Next of={of} today={today} />
      {transfers.map(({ at, byWhom, reason, from }) => (
        <Notice title={`Confié par ${from} le ${date(at)}`}>{`${reason} (${byWhom})`}</Notice>
      ))}
      <DataList>
        <Datum label="Référent">{of.referent}</Datum>
        <Datum label="Suivi par">{of.organisation}</Datum>
        <Datum label="Ouvert" source={of.openedBy} date={of.openedAt}>
          {of.contactId ? <a href={contactPaths.show(of.contactId)}>à partir d’un contact</a> : 'directement'}
        </Datum>
      </DataList>
      <Section title="Étapes">
        <CaseSteps {...props} />
      </Section>
      {of.state === 'open' ? <OpenGestures {...props} /> : <ClosedGestures {...props} />}
      <Section title="Ce qui s’est passé">
        <Timeline
          entries={journal.map(({ at, sentence, actor }) => ({ at, sentence, source: actor ?? undefined }))}
        />
      </Section>
    </>
  )
}

function Next({ of, today }: { of: ShownCase; today: string }) {
  if (of.state === 'closed')
    return (
      <Notice kind={of.outcome === 'autonomous' ? 'success' : 'info'} title={outcomeNames[of.outcome]}>
        {`${of.note ? `${of.note} ` : ''}Clos le ${date(of.closedAt)} par ${of.closedBy}.`}
      </Notice>
    )
  const step = nextStep(of.steps)
  if (!step)
    return (
      <Notice kind="success" title="Toutes les étapes sont faites">
        Clôturez l’accompagnement, ou ajoutez une étape.
      </Notice>
    )

  const day = step.dueOn ? date(new Date(`${step.dueOn}T12:00:00Z`)) : undefined
  return (
    <Notice kind={isLate(step, today) ? 'warning' : 'info'} title={`Prochaine étape : ${step.title}`}>
      {day && (isLate(step, today) ? `Elle devait être faite pour le ${day}.` : `À faire pour le ${day}.`)}
    </Notice>
  )
}
