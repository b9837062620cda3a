import { DataTable } from '#ui/data-table.tsx'
import { number } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { communePaths } from '../communes.paths.ts'
import { departementName } from '../departements.ts'

type Found = {
  readonly insee: string
  readonly name: string
  readonly departement: string
  readonly postalCodes: readonly string[]
  readonly population: number | null
  readonly epci: string | null
}

/** What a search of communes found, the likeliest first. */
export function CommuneSearchPage({ search, communes }: { search: string; communes: readonly Found[] }) {
  return (
    <>
      <PageHeader title="Aller à une commune" />
      <ListHeader
        count={communes.length}
        one="commune trouvée"
        many="communes trouvées"
        search={{ action: communePaths.search(), label: 'Nom, code postal ou code INSEE', value: search }}
      />
      {communes.length > 0 ? <FoundTable communes={communes} /> : <NothingFound search={search} />}
    </>
  )
}

function FoundTable({ communes }: { communes: readonly Found[] }) {
  return (
    <DataTable
      caption="Communes trouvées"
      captionHidden
      rows={communes}
      columns={[
        {
          label: 'Commune',
          header: true,
          cell: ({ insee, name }) => <a href={communePaths.show(insee)}>{name}</a>,
        },
        {
          label: 'Département',
          cell: ({ departement }) => `${departementName(departement)} (${departement})`,
        },
        { label: 'Code postal', cell: ({ postalCodes }) => postalCodes.join(', ') || '—' },
        { label: 'Intercommunalité', cell: ({ epci }) => epci ?? '—' },
        {
          label: 'Habitants',
          numeric: true,
          cell: ({ population }) => (population === null ? '—' : number(population)),
        },
        { label: 'Code INSEE', cell: ({ insee }) => <code>{insee}</code> },
      ]}
    />
  )
}

function NothingFound({ search }: { search: string }) {
  if (search === '')
    return (
      <EmptyState title="Quelle commune cherchez-vous ?">
        Écrivez son nom comme il vient : « st amand 59 », « vieux conde », ou son code postal.
      </EmptyState>
    )

  return (
    <EmptyState title={`Aucune commune ne ressemble à « ${search} »`}>
      Essayez moins de mots, ou le numéro du département après le nom : « aubigny 59 ».
    </EmptyState>
  )
}
