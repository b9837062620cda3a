import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { date, typo } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Tag } from '#ui/tag.tsx'
import { needPaths } from '../needs/needs.paths.ts'
import type { SilentFilter, SilentSearch } from './silent-searches.queries.ts'

type SilentSearchListProps = {
  readonly searches: readonly SilentSearch[]
  readonly total: number
  readonly filter: SilentFilter
  readonly page: number
  readonly pages: number
}

/** What people typed and found nothing with: the words that the vocabulary lacks. */
export function SilentSearchListPage({ searches, total, filter, page, pages }: SilentSearchListProps) {
  const words = wordsOf(filter)

  return (
    <>
      <PageHeader
        title="Recherches restées sans réponse"
        lede="Les mots tapés qui n’ont mené à rien. Nous gardons les mots et le jour, jamais qui : adresses, courriels et numéros sont retirés."
      />
      <ListHeader
        count={total}
        one="recherche"
        many="recherches"
        search={{ action: needPaths.silentSearches(), label: 'Chercher dans les mots', value: filter.q }}
        filters={
          <>
            <SelectField
              name="state"
              label="Lesquelles"
              optional
              value={filter.state}
              choices={[
                { value: 'open', label: 'À regarder' },
                { value: 'settled', label: 'Réglées' },
                { value: 'all', label: 'Toutes' },
              ]}
            />
            <SelectField
              name="sort"
              label="Dans l’ordre"
              optional
              value={filter.sort}
              choices={[
                { value: 'times', label: 'Les plus tapées' },
                { value: 'last', label: 'Les plus récentes' },
                { value: 'first', label: 'Les dernières apparues' },
                { value: 'words', label: 'Alphabétique' },
              ]}
            />
          </>
        }
        exports={[
          { label: 'CSV', href: needPaths.silentSheet('csv', words) },
          { label: 'ODS', href: needPaths.silentSheet('ods', words) },
        ]}
      />
      {searches.length === 0 ? (
        <EmptyState title="Aucune recherche ici">
          Quand quelqu’un tape des mots que l’annuaire ne comprend pas, ils paraissent ici : ajoutez-les au
          besoin qu’ils voulaient dire.
        </EmptyState>
      ) : (
        <DataTable
          caption="Recherches restées sans réponse"
          captionHidden
          rows={searches}
          columns={[
            {
              label: 'Mots',
              header: true,
              cell: ({ words: typed }) => <a href={needPaths.silentSearch(typed)}>{typo(typed)}</a>,
            },
            { label: 'Fois', numeric: true, cell: ({ times }) => times },
            { label: 'La première fois', cell: ({ firstOn }) => date(new Date(firstOn)) },
            { label: 'La dernière fois', cell: ({ lastOn }) => date(new Date(lastOn)) },
            {
              label: 'État',
              cell: ({ settledAt }) =>
                settledAt ? (
                  <Tag tone="teal" label={`Réglée le ${date(settledAt)}`} />
                ) : (
                  <Tag tone="ochre" label="À regarder" />
                ),
            },
          ]}
        />
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(other) => needPaths.silentSearches({ ...words, page: other > 1 ? other : undefined })}
      />
    </>
  )
}

const wordsOf = ({ q, state, sort }: SilentFilter) => ({
  q,
  state: state === 'open' ? undefined : state,
  sort: sort === 'times' ? undefined : sort,
})
