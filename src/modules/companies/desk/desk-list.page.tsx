import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { date, plural } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Tag } from '#ui/tag.tsx'
import { deskPaths } from './desk.paths.ts'
import type { DeskCompany, DeskFilter } from './desk-list.queries.ts'
import { type DeskState, deskStates } from './desk-state.ts'

type DeskListProps = {
  readonly companies: readonly DeskCompany[]
  readonly total: number
  readonly filter: DeskFilter
  readonly page: number
  readonly pages: number
  readonly pending: { readonly claims: number; readonly reports: number }
}

const stateNames: Record<DeskState, string> = {
  claimed: 'Fiche prise',
  unclaimed: 'Non réclamée',
  invited: 'Invitée, sans réponse',
  opposed: 'En opposition',
  'no-address': 'Sans adresse électronique',
  self: 'Inscrite par elle-même',
  withdrawn: 'Retirée',
}

/** The census as the partnership keeps it: who has claimed, who was invited, who refuses, who cannot be reached. */
export function DeskListPage({ companies, total, filter, page, pages, pending }: DeskListProps) {
  const words = { q: filter.q, state: filter.state }

  return (
    <>
      <PageHeader
        title="Recensement des entreprises"
        lede="Les fiches, d’où elles viennent et qui les tient. Leur contenu appartient aux entreprises : ici on corrige une coordonnée, on décide d’une demande, on retire avec un motif publié."
      />
      {pending.claims + pending.reports > 0 && (
        <Notice
          kind="warning"
          title={`${plural(pending.claims, 'demande à décider', 'demandes à décider')}, ${plural(pending.reports, 'signalement à lire', 'signalements à lire')}`}
        >
          <a href={deskPaths.pending()}>Ouvrir ce qui attend une personne</a>
        </Notice>
      )}
      <ListHeader
        count={total}
        one="entreprise"
        many="entreprises"
        search={{ action: deskPaths.list(), label: 'Nom ou SIREN', value: filter.q }}
        filters={
          <SelectField
            name="state"
            label="Lesquelles"
            optional
            placeholder="Toutes"
            value={filter.state}
            choices={deskStates.map((value) => ({ value, label: stateNames[value] }))}
          />
        }
        exports={(['csv', 'ods'] as const).map((type) => ({
          label: type.toUpperCase(),
          href: deskPaths.sheet(type, words),
        }))}
      />
      {companies.length === 0 ? (
        <EmptyState title="Aucune entreprise ne répond à ces critères">
          Élargissez la recherche, ou invitez de nouvelles entreprises par une vague du recensement.
        </EmptyState>
      ) : (
        <Table companies={companies} />
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(other) => deskPaths.list({ ...words, page: String(other) })}
      />
    </>
  )
}

const Table = ({ companies }: { readonly companies: readonly DeskCompany[] }) => (
  <DataTable
    caption="Entreprises"
    captionHidden
    rows={companies}
    columns={[
      { label: 'Entreprise', header: true, cell: ({ id, name }) => <a href={deskPaths.show(id)}>{name}</a> },
      { label: 'SIREN', cell: ({ siren }) => siren ?? '' },
      { label: 'État', cell: (company) => <States {...company} /> },
      { label: 'Invitée le', cell: ({ invitedOn }) => (invitedOn ? date(new Date(invitedOn)) : '') },
      { label: 'Courriel', cell: ({ email }) => email ?? <span class="soft">Non connu</span> },
      { label: 'Services', numeric: true, cell: ({ services }) => String(services) },
      { label: 'Source', cell: ({ source }) => <small>{source}</small> },
    ]}
  />
)

const States = ({ claimedOn, isOpposed, withdrawnReason }: DeskCompany) => (
  <div>
    {withdrawnReason ? (
      <Tag label="Retirée" tone="brick" />
    ) : claimedOn ? (
      <Tag label="Fiche prise" tone="teal" />
    ) : (
      <Tag label="Non réclamée" />
    )}{' '}
    {isOpposed && <Tag label="En opposition" tone="ochre" />}
  </div>
)
