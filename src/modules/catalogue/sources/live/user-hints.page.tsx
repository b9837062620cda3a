import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState, ErrorSummary, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { livePaths } from './live.paths.ts'

type Row = {
  readonly id: string
  readonly name: string
  readonly kind: string | null
  readonly page: string | null
  readonly source: string
  readonly software: string
  readonly softwareName: string
  readonly insee: string | null
  readonly commune: string | null
  readonly candidates: readonly { readonly insee: string; readonly name: string }[]
  readonly settledBy: string | null
}

export type UserHintsProps = {
  readonly rows: readonly Row[]
  readonly total: number
  readonly filter: { readonly q: string; readonly state: keyof typeof userHintStates }
  readonly page: number
  readonly pages: number
  readonly sourceName: (slug: string) => string
  readonly problem?: string
  readonly notice?: string
}

/** The states of a name, as the list filters them. */
export const userHintStates = {
  'to-settle': 'À vérifier',
  clear: 'Reconnues sans doute',
  settled: 'Vérifiées par une personne',
  none: 'Autres que des communes',
} as const

/** Bodies that other catalogues say use a software: hints, that never count as usages; the doubtful ones wait for a person. */
export function UserHintsPage({
  rows,
  total,
  filter,
  page,
  pages,
  sourceName,
  problem,
  notice,
}: UserHintsProps) {
  const words = { ...filter, state: filter.state === 'to-settle' ? undefined : filter.state }

  return (
    <>
      <PageHeader
        title="Collectivités citées ailleurs"
        lede="Un autre catalogue dit qu’elles utilisent un logiciel. Ce sont des indices : aucun n’est compté comme un usage tant que la commune ne l’a pas confirmé."
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problem ? [{ message: problem }] : []} />
      <ListHeader
        count={total}
        one="citation"
        many="citations"
        search={{ action: livePaths.users(), label: 'Chercher un nom ou un logiciel', value: filter.q }}
        filters={
          <SelectField
            name="state"
            label="Lesquelles"
            optional
            value={filter.state}
            choices={Object.entries(userHintStates).map(([value, label]) => ({ value, label }))}
          />
        }
        exports={[
          { label: 'CSV', href: livePaths.usersSheet('csv', words) },
          { label: 'ODS', href: livePaths.usersSheet('ods', words) },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title="Aucune citation" action={{ label: 'Voir les catalogues', href: livePaths.list() }}>
          Aucun nom ici : un catalogue lu ailleurs peut en apporter.
        </EmptyState>
      ) : (
        <DataTable
          caption="Collectivités citées ailleurs"
          captionHidden
          rows={rows}
          columns={[
            {
              label: 'Nom écrit là-bas',
              header: true,
              cell: (row) =>
                row.page ? (
                  <a href={row.page} rel="noreferrer">
                    {row.name}
                  </a>
                ) : (
                  row.name
                ),
            },
            {
              label: 'Logiciel',
              cell: (row) => <a href={`/software/${row.software}`}>{row.softwareName}</a>,
            },
            { label: 'Source', cell: (row) => sourceName(row.source) },
            { label: 'Commune', cell: (row) => <Commune row={row} /> },
            { label: 'Vérifier', cell: (row) => <Settle row={row} /> },
          ]}
        />
      )}
      <Pagination page={page} pages={pages} href={(other) => livePaths.users({ ...words, page: other })} />
    </>
  )
}

const Commune = ({ row: { insee, commune, settledBy } }: { row: Row }) => (
  <>
    {insee ? <a href={`/communes/${insee}`}>{commune}</a> : settledBy ? 'Pas une commune' : 'On ne sait pas'}
    {settledBy && <small class="soft"> {settledBy}</small>}
  </>
)

const Settle = ({ row: { id, name, candidates, settledBy } }: { row: Row }) => (
  <form method="post" action={livePaths.settle(id)} class="actions">
    {settledBy ? (
      <Button name="verdict" value="again">
        Revoir ce nom
      </Button>
    ) : (
      <>
        {candidates.map(({ insee, name: commune }) => (
          <Button
            name="verdict"
            value={insee}
          >{`C’est ${commune} (${insee.slice(0, insee.startsWith('97') ? 3 : 2)})`}</Button>
        ))}
        <label>
          <span class="visually-hidden">{`La commune de « ${name} »`}</span>
          <input type="text" name="insee" placeholder="Code INSEE" size={10} maxlength={5} />
        </label>
        <Button name="verdict" value="typed" kind="quiet">
          Prendre ce code
        </Button>
        <Button name="verdict" value="none" kind="quiet">
          Ce n’est pas une commune
        </Button>
      </>
    )}
  </form>
)
