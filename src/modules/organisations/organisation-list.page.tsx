import { DataTable } from '#ui/data-table.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { kindNames } from './organisation-kind.ts'
import { organisationPaths } from './organisations.paths.ts'
import type { Organisation } from './organisations.queries.ts'

/** The bodies of the partnership and how to reach them. */
export function OrganisationListPage({ organisations }: { readonly organisations: readonly Organisation[] }) {
  return (
    <>
      <PageHeader title="Organismes" lede="Ceux qui portent le programme, et leurs coordonnées." />
      <DataTable
        caption="Organismes du partenariat"
        captionHidden
        rows={organisations}
        columns={[
          {
            label: 'Nom',
            header: true,
            cell: ({ id, name }) => <a href={organisationPaths.show(id)}>{name}</a>,
          },
          { label: 'Rôle', cell: ({ kind }) => kindNames[kind] },
          { label: 'Courriel', cell: ({ email }) => email ?? '—' },
          { label: 'Téléphone', cell: ({ phone }) => phone ?? '—' },
        ]}
      />
    </>
  )
}
