import { ButtonLink } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { date, typo } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { StateBar } from '#ui/state-bar.tsx'
import { Tag } from '#ui/tag.tsx'
import { lastWordOf, standingLooks } from './declaration-words.ts'
import type { DeclarationFilter, DeclarationRow } from './declarations.queries.ts'
import { type Standing, standings } from './standing.ts'
import { usageStateNames, usageStates } from './usage.ts'
import { saidInWords } from './usage-words.ts'
import { usagePaths } from './usages.paths.ts'

export type DeclarationListProps = {
  readonly declarations: readonly DeclarationRow[]
  readonly total: number
  readonly counts: Readonly<Record<Standing, number>>
  readonly filter: DeclarationFilter
  readonly departements: readonly { readonly value: string; readonly label: string }[]
  readonly page: number
  readonly pages: number
}

/** Every declaration, whatever became of it: what waits, what greys, what was refused. */
export function DeclarationListPage(props: DeclarationListProps) {
  const { declarations, total, counts, filter, page, pages } = props
  const { q, standing, state, departement, sort } = filter
  const words = { q, standing, state, departement, sort }

  return (
    <>
      <PageHeader
        title="Usages"
        lede="Ce que les communes disent utiliser. Une déclaration ne paraît qu’une fois confirmée par la mairie ; elle grise au bout d’un an et se cache au bout de deux."
        actions={
          <ButtonLink kind="main" href={usagePaths.declare()}>
            Déclarer un usage
          </ButtonLink>
        }
      />
      <StateBar
        label="déclarées, selon ce qu’elles sont devenues"
        one="utilisation"
        many="utilisations"
        states={standings.map((one) => ({
          ...standingLooks[one],
          count: counts[one],
          href: usagePaths.list({ standing: one }),
        }))}
      />
      <ListHeader
        count={total}
        one="déclaration"
        many="déclarations"
        search={{ action: usagePaths.list(), label: 'Chercher une commune ou un logiciel', value: q }}
        filters={<Filters {...props} />}
        exports={[
          { label: 'CSV', href: usagePaths.sheet('csv', words) },
          { label: 'ODS', href: usagePaths.sheet('ods', words) },
        ]}
      />
      {declarations.length === 0 ? (
        <EmptyState
          title="Aucune déclaration"
          action={{ label: 'Déclarer un usage', href: usagePaths.declare() }}
        >
          Aucune ne répond à ces filtres.
        </EmptyState>
      ) : (
        <Table declarations={declarations} />
      )}
      <Pagination page={page} pages={pages} href={(other) => usagePaths.list({ ...words, page: other })} />
    </>
  )
}

const Filters = ({ filter, departements }: DeclarationListProps) => (
  <>
    <SelectField
      name="standing"
      label="Où elles en sont"
      optional
      placeholder="Peu importe"
      value={filter.standing}
      choices={standings.map((value) => ({ value, label: standingLooks[value].label }))}
    />
    <SelectField
      name="state"
      label="Le logiciel est"
      optional
      placeholder="Peu importe"
      value={filter.state}
      choices={usageStates.map((value) => ({ value, label: usageStateNames[value] }))}
    />
    <SelectField
      name="departement"
      label="Département"
      optional
      placeholder="Tous"
      value={filter.departement}
      choices={departements}
    />
    <SelectField
      name="sort"
      label="Ranger par"
      optional
      value={filter.sort ?? 'newest'}
      choices={[
        { value: 'newest', label: 'Déclaration récente' },
        { value: 'commune', label: 'Commune' },
        { value: 'software', label: 'Logiciel' },
        { value: 'oldest-word', label: 'Parole la plus ancienne' },
      ]}
    />
  </>
)

const Table = ({ declarations }: { declarations: readonly DeclarationRow[] }) => (
  <DataTable
    caption="Déclarations"
    captionHidden
    rows={declarations}
    columns={[
      {
        label: 'Commune',
        header: true,
        cell: ({ id, commune, departement, formerName }) => (
          <>
            <a href={usagePaths.show(id)}>{commune}</a> <small class="soft">{departement}</small>
            {formerName && <small class="soft"> {typo(`dit par ${formerName}`)}</small>}
          </>
        ),
      },
      { label: 'Ce qui est dit', cell: saidInWords },
      {
        label: 'Où elle en est',
        cell: ({ standing }) => <Tag {...standingLooks[standing]} />,
      },
      { label: 'Dernière parole', cell: (row) => typo(lastWordOf(row)) },
      { label: 'Déclarée', cell: ({ declaredAt, declaredBy }) => typo(`${date(declaredAt)}, ${declaredBy}`) },
    ]}
  />
)
