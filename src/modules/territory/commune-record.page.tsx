import { departementName } from '#modules/communes/index.ts'
import { addressSearchPaths } from '#modules/outreach/index.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Columns } from '#ui/columns.tsx'
import { Form } from '#ui/form.tsx'
import { date, plural } from '#ui/french.ts'
import { kept } from '#ui/kept.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import type { PointRefusal } from './add-contact-point.tsx'
import type { CommuneRecord } from './commune-record.queries.ts'
import type { Locator } from './locator.action.ts'
import { nextStep } from './next-step.ts'
import { Cases, Contacts, Messages, Searches } from './record-exchanges.tsx'
import { RecordFacts } from './record-facts.tsx'
import { RecordSoftware } from './record-software.tsx'
import { Journal, Next, Path } from './record-story.tsx'
import type { Standing } from './stage-looks.ts'
import { stagePath } from './stage-path.ts'
import { territoryPaths } from './territory.paths.ts'

export type RecordProps = {
  readonly record: CommuneRecord
  readonly locator: Locator | undefined
  readonly mayEdit: boolean
  /** What was just done to a contact point, and the one that may be put back. */
  readonly done?: { readonly sentence: string; readonly undoId?: string }
  readonly refusal?: PointRefusal
}

/** The record of a commune: who it is, how to reach it, where it stands, what happened, what to do next. */
export function CommuneRecordPage({ record, locator, mayEdit, done, refusal }: RecordProps) {
  const { messages, contacts, cases, searches } = record
  const standing = standingOf(record)
  const canBeReached = record.points.some(({ kind }) => kind === 'email' || kind === 'address')
  const openCaseId = cases.find(({ state }) => state === 'open')?.id
  const [search] = searches
  const searchHref = search && addressSearchPaths.show(search.id)
  const next = nextStep({ insee: record.insee, standing, canBeReached, openCaseId, searchHref })

  return (
    <>
      <PageHeader
        title={record.name}
        lede={introduction(record)}
        aside={<Path arrivals={stagePath(record.journal)} standing={standing} />}
        actions={
          <ButtonLink kind="quiet" href={territoryPaths.communeJson(record.insee)} icon="download">
            JSON
          </ButtonLink>
        }
      />
      {record.endedOn && (
        <Notice kind="warning" title="Cette commune n’existe plus">
          {`Elle a cessé d’exister le ${date(new Date(record.endedOn))}. Sa fiche reste pour expliquer ce qui lui a été écrit.`}
        </Notice>
      )}
      {done && <Done insee={record.insee} {...done} />}
      <Columns side={<RecordFacts record={record} locator={locator} mayEdit={mayEdit} refusal={refusal} />}>
        {mayEdit && !record.endedOn && next && <Next {...next} />}
        {mayEdit && <Searches searches={searches} />}
        <Cases cases={cases} />
        <Contacts contacts={contacts} />
        <RecordSoftware
          insee={record.insee}
          usages={record.usages}
          locks={record.locks}
          hints={record.hints}
        />
        <Journal entries={record.journal} />
        <Messages messages={messages} />
      </Columns>
    </>
  )
}

/** The same, written once as long as nothing of it changes: the record is opened again and again in a day's work. */
export const keptRecordPage = kept(CommuneRecordPage, 200)

function standingOf({ stage, isInPerimeter }: CommuneRecord): Standing {
  if (stage) return stage
  return isInPerimeter ? 'to-write' : 'outside'
}

function introduction({ population, epci, departement }: CommuneRecord) {
  const inhabitants = population === null ? undefined : plural(population, 'habitant', 'habitants')
  return [inhabitants, epci, departementName(departement)].filter(Boolean).join(' · ')
}

const Done = ({ insee, sentence, undoId }: { insee: string; sentence: string; undoId?: string }) => (
  <Notice kind="success" title={sentence}>
    {undoId && (
      <Form action={territoryPaths.contactPointReturn(insee, undoId)}>
        <Button kind="quiet">Annuler</Button>
      </Form>
    )}
  </Notice>
)

/** What an INSEE code that died is answered: the commune that answers for it today. */
export function GoneCommunePage({
  insee,
  formerName,
  successors,
}: {
  insee: string
  formerName: string | null
  successors: readonly { readonly insee: string; readonly name: string }[]
}) {
  const names = successors.map(({ name }) => name).join(' et ')
  const former = formerName ?? `La commune ${insee}`

  return (
    <>
      <PageHeader
        title={`${former} n’est plus une commune`}
        lede={`Le code INSEE ${insee} ne sert plus : ${former} a rejoint ${names}.`}
      />
      <p class="actions">
        {successors.map((successor) => (
          <ButtonLink kind="main" href={territoryPaths.commune(successor.insee)}>
            Voir {successor.name}
          </ButtonLink>
        ))}
      </p>
    </>
  )
}
