import { DataTable } from '#ui/data-table.tsx'
import { number } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { communePaths } from '../communes.paths.ts'
import { departementName } from '../departements.ts'

type Found = {
  readonly commune: {
    readonly insee: string
    readonly name: string
    readonly departement: string
    readonly postalCodes: readonly string[]
    readonly population: number | null
    readonly epci: string | null
  }
  /** The name that was recognised, when it is not today's. */
  readonly formerName?: string
}

/** What a search of communes found, the likeliest first. */
export function CommuneSearchPage({ search, found }: { search: string; found: readonly Found[] }) {
  return (
    <>
      <PageHeader title="Aller à une commune" />
      <ListHeader
        count={found.length}
        one="commune trouvée"
        many="communes trouvées"
        search={{ action: communePaths.search(), label: 'Nom, code postal ou code INSEE', value: search }}
      />
      {found.length > 0 ? <FoundTable found={found} /> : <NothingFound search={search} />}
    </>
  )
}

function FoundTable({ found }: { found: readonly Found[] }) {
  return (
    <DataTable
      caption="Communes trouvées"
      captionHidden
      rows={found}
      columns={[
        {
          label: 'Commune',
          header: true,
          cell: ({ commune: { insee, name }, formerName }) => (
            <>
              <a href={communePaths.show(insee)}>{name}</a>
              {formerName && ` (${formerName})`}
            </>
          ),
        },
        {
          label: 'Département',
          cell: ({ commune: { departement } }) => `${departementName(departement)} (${departement})`,
        },
        { label: 'Code postal', cell: ({ commune: { postalCodes } }) => postalCodes.join(', ') || '—' },
        { label: 'Intercommunalité', cell: ({ commune: { epci } }) => epci ?? '—' },
        {
          label: 'Habitants',
          numeric: true,
          cell: ({ commune: { population } }) => (population === null ? '—' : number(population)),
        },
        { label: 'Code INSEE', cell: ({ commune: { insee } }) => <code>{insee}</code> },
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
