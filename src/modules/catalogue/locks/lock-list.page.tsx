import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { typo } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Tag } from '#ui/tag.tsx'
import type { LockFilter, LockRow } from './lock-map.queries.ts'
import { lastWordOfLock, lockLine, lockName, lockStanding } from './lock-words.ts'
import { lockPaths } from './locks.paths.ts'

export type LockListProps = {
  readonly locks: readonly LockRow[]
  readonly total: number
  readonly filter: LockFilter
  readonly departements: readonly { readonly value: string; readonly label: string }[]
  readonly page: number
  readonly pages: number
  readonly now: Date
}

/** The communes behind the map, one row for each thing that holds one. */
export function LockListPage({ locks, total, filter, departements, page, pages, now }: LockListProps) {
  const { q, forces, what, departement, standing } = filter
  const words = { q, forces, what, departement, standing }
  const [first] = locks
  const title = what && first ? `Communes tenues par « ${lockName(first)} »` : 'Communes tenues par un verrou'

  return (
    <>
      <PageHeader title={title} />
      <ListHeader
        count={total}
        one="verrou de commune"
        many="verrous de communes"
        search={{
          action: lockPaths.list(),
          label: 'Chercher une commune ou un logiciel',
          value: q,
          keep: { ...(forces && { forces }), ...(what && { what }) },
        }}
        filters={
          <>
            <SelectField
              name="standing"
              label="Lesquels"
              optional
              value={standing ?? 'stands'}
              choices={[
                { value: 'stands', label: 'Confirmés' },
                { value: 'waiting', label: 'À confirmer' },
                { value: 'withdrawn', label: 'Retirés ou refusés' },
              ]}
            />
            <SelectField
              name="departement"
              label="Département"
              optional
              placeholder="Tous"
              value={departement}
              choices={departements}
            />
          </>
        }
        chosen={
          what
            ? [{ label: first ? lockName(first) : what, href: lockPaths.list({ q, departement, standing }) }]
            : []
        }
        exports={[
          { label: 'CSV', href: lockPaths.sheet('csv', words) },
          { label: 'ODS', href: lockPaths.sheet('ods', words) },
        ]}
      />
      {locks.length === 0 ? (
        <EmptyState title="Aucun verrou">Aucun ne répond à ces filtres.</EmptyState>
      ) : (
        <DataTable
          caption="Verrous des communes"
          captionHidden
          rows={locks}
          columns={[
            {
              label: 'Commune',
              header: true,
              cell: ({ id, commune, departement: code }) => (
                <>
                  <a href={lockPaths.show(id)}>{commune}</a> <small class="soft">{code}</small>
                </>
              ),
            },
            { label: 'Ce qui la tient', cell: lockLine },
            { label: 'Pour', cell: ({ needLabel }) => needLabel ?? '' },
            {
              label: 'Où il en est',
              cell: (row) => {
                const { label, tone } = lockStanding(row, now)
                return <Tag label={label} tone={tone} />
              },
            },
            { label: 'Dernière parole', cell: (row) => typo(lastWordOfLock(row)) },
          ]}
        />
      )}
      <Pagination page={page} pages={pages} href={(other) => lockPaths.list({ ...words, page: other })} />
    </>
  )
}
