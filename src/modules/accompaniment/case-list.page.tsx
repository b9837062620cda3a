import { communePaths } from '#modules/communes/index.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Checkbox, SelectField } from '#ui/choice-field.tsx'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { date, shortDate, typo } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Tag } from '#ui/tag.tsx'
import { caseStateNames, outcomeNames, outcomes } from './case.ts'
import { askedStateNames, type CaseFilter, caseQuery, chosenFilters } from './case-filter.ts'
import { casePaths } from './cases.paths.ts'
import type { CaseLine } from './cases.queries.ts'

type Colleague = { readonly userId: string; readonly name: string }

export type CaseListProps = {
  readonly organisation: string
  readonly filter: CaseFilter
  readonly colleagues: readonly Colleague[]
  readonly total: number
  readonly pages: number
  readonly lines: readonly CaseLine[]
  readonly today: string
  /** Whether the organisation follows any case at all. */
  readonly hasCases: boolean
}

/** The cases an organisation follows, the most pressing first. */
export function CaseListPage({
  organisation,
  filter,
  colleagues,
  total,
  pages,
  lines,
  today,
  hasCases,
}: CaseListProps) {
  return (
    <>
      <PageHeader
        title="Accompagnements"
        lede={`Les mairies que suit ${organisation}, chacune vers un but.`}
        actions={
          <ButtonLink href={casePaths.newForCommune()} icon="folder">
            Ouvrir un accompagnement
          </ButtonLink>
        }
      />
      {hasCases ? (
        <>
          <Header filter={filter} colleagues={colleagues} total={total} />
          {total === 0 ? (
            <EmptyState
              title="Aucun accompagnement ne répond à ces filtres"
              action={{
                label: 'Voir tous les accompagnements',
                href: casePaths.list(caseQuery({ state: 'all' })),
              }}
            />
          ) : (
            <DataTable
              caption="Accompagnements"
              captionHidden
              columns={columns(filter, today)}
              rows={lines}
            />
          )}
          <Pagination
            page={filter.page}
            pages={pages}
            href={(page) => casePaths.list(caseQuery({ ...filter, page }))}
          />
        </>
      ) : (
        <EmptyState
          title="Aucun accompagnement n’est ouvert"
          action={{ label: 'Lire les contacts', href: '/contacts' }}
        >
          Un accompagnement s’ouvre depuis la réponse d’une mairie, ou directement pour une commune.
        </EmptyState>
      )}
    </>
  )
}

function Header({ filter, colleagues, total }: Pick<CaseListProps, 'filter' | 'colleagues' | 'total'>) {
  const referentName = colleagues.find(({ userId }) => userId === filter.referent)?.name

  return (
    <ListHeader
      count={total}
      one="accompagnement"
      many="accompagnements"
      search={{
        action: casePaths.list(),
        label: 'Commune ou but',
        value: filter.q,
        keep: filter.sort === 'due' ? {} : { sort: filter.sort },
      }}
      filters={
        <>
          <SelectField
            name="state"
            label="État"
            value={filter.state}
            choices={Object.entries(askedStateNames).map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            name="outcome"
            label="Issue"
            value={filter.outcome ?? 'all'}
            choices={[
              { value: 'all', label: 'Toutes' },
              ...outcomes.map((outcome) => ({ value: outcome, label: outcomeNames[outcome] })),
            ]}
          />
          <SelectField
            name="referent"
            label="Référent"
            value={filter.referent || 'all'}
            choices={[
              { value: 'all', label: 'Tous' },
              ...colleagues.map(({ userId, name }) => ({ value: userId, label: name })),
            ]}
          />
          <Checkbox name="late" label="Étape en retard" checked={filter.late} />
        </>
      }
      chosen={chosenFilters(filter, referentName).map(({ label, without }) => ({
        label,
        href: casePaths.list(caseQuery(without)),
      }))}
      clearHref={casePaths.list(caseQuery({ state: filter.state }))}
      exports={[
        { label: 'CSV', href: casePaths.export(caseQuery(filter)) },
        { label: 'ODS', href: casePaths.exportSheet(caseQuery(filter)) },
      ]}
    />
  )
}

function columns(filter: CaseFilter, today: string): Column<CaseLine>[] {
  const sort = (by: CaseFilter['sort'], direction: 'ascending' | 'descending') => ({
    href: casePaths.list(caseQuery({ ...filter, sort: by, page: 1 })),
    direction: filter.sort === by ? direction : undefined,
  })

  return [
    {
      label: 'Commune',
      header: true,
      sort: sort('commune', 'ascending'),
      cell: ({ insee, commune }) => <a href={communePaths.show(insee)}>{commune}</a>,
    },
    { label: 'But', cell: ({ id, goal }) => <a href={casePaths.show(id)}>{typo(goal)}</a> },
    { label: 'Étapes', numeric: true, cell: ({ done, steps }) => `${done}\u00a0sur\u00a0${steps}` },
    {
      label: 'À faire',
      sort: sort('due', 'ascending'),
      cell: (line) => <NextStep line={line} today={today} />,
    },
    { label: 'Référent', cell: ({ referent }) => referent ?? <span class="soft">À désigner</span> },
    { label: 'Ouvert le', sort: sort('opened', 'descending'), cell: ({ openedAt }) => date(openedAt) },
  ]
}

function NextStep({ line, today }: { line: CaseLine; today: string }) {
  const { state, outcome, nextStep, nextDueOn } = line
  if (state === 'closed')
    return (
      <Tag
        label={outcome ? outcomeNames[outcome] : caseStateNames[state]}
        tone={outcome === 'autonomous' ? 'teal' : 'neutral'}
      />
    )
  if (!nextStep) return <Tag label="Tout est fait : à clore" tone="teal" />

  const day = nextDueOn && shortDate(new Date(`${nextDueOn}T12:00:00Z`))
  return (
    <>
      {typo(nextStep)}{' '}
      {day &&
        (nextDueOn < today ? (
          <Tag label={`En retard (${day})`} tone="brick" />
        ) : (
          <span class="soft">{day}</span>
        ))}
    </>
  )
}
