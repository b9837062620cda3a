import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { date } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { formatPhone } from '#values/phone.ts'
import { searchChannelNames, searchEndingNames } from './address-search.ts'
import { addressSearchPaths } from './address-searches.paths.ts'
import type { SearchFilter, SearchRow } from './address-searches.queries.ts'

export type AddressSearchListProps = {
  readonly searches: readonly SearchRow[]
  readonly total: number
  /** How many wait, whatever the filter. */
  readonly open: number
  readonly filter: SearchFilter
  readonly page: number
  readonly pages: number
  readonly notice?: string
}

/** The town halls whose address leads nowhere: each is a task for a person, not a town hall lost. */
export function AddressSearchListPage(props: AddressSearchListProps) {
  const { searches, total, filter, page, pages, notice } = props
  const words = { ...filter, state: filter.state === 'open' ? undefined : filter.state }
  const [one, many] =
    filter.state === 'open'
      ? ['adresse à trouver', 'adresses à trouver']
      : ['recherche finie', 'recherches finies']

  return (
    <>
      <PageHeader
        title="Adresses à trouver"
        lede="Un courriel rejeté, une lettre revenue : l’adresse n’est plus utilisée, et une personne cherche la bonne."
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ListHeader
        count={total}
        one={one}
        many={many}
        search={{
          action: addressSearchPaths.list(),
          label: 'Chercher une commune ou une adresse',
          value: filter.q,
        }}
        filters={<Filters filter={filter} />}
        exports={[
          { label: 'CSV', href: addressSearchPaths.sheet('csv', words) },
          { label: 'ODS', href: addressSearchPaths.sheet('ods', words) },
        ]}
      />
      {searches.length === 0 ? <Nothing {...props} /> : <Table searches={searches} filter={filter} />}
      <Pagination
        page={page}
        pages={pages}
        href={(other) => addressSearchPaths.list({ ...words, page: other })}
      />
    </>
  )
}

const Filters = ({ filter }: { filter: SearchFilter }) => (
  <>
    <SelectField
      name="state"
      label="Lesquelles"
      optional
      value={filter.state}
      choices={[
        { value: 'open', label: 'À trouver' },
        { value: 'closed', label: 'Finies' },
      ]}
    />
    <SelectField
      name="channel"
      label="Quoi"
      optional
      placeholder="Toutes"
      value={filter.channel}
      choices={Object.entries(searchChannelNames).map(([value, label]) => ({ value, label }))}
    />
  </>
)

function Nothing({ filter, open }: AddressSearchListProps) {
  if (filter.state === 'closed') return <EmptyState title="Aucune recherche n’est finie." />
  return open > 0 ? (
    <EmptyState
      title="Rien ne correspond."
      action={{ label: 'Voir toutes les adresses à trouver', href: addressSearchPaths.list() }}
    />
  ) : (
    <EmptyState title="Toutes les adresses connues mènent quelque part.">
      Un courriel rejeté ou une lettre revenue viendra s’inscrire ici de lui-même.
    </EmptyState>
  )
}

const Table = ({ searches, filter }: Pick<AddressSearchListProps, 'searches' | 'filter'>) => (
  <DataTable
    caption="Adresses à trouver"
    captionHidden
    rows={searches}
    columns={[
      {
        label: 'Commune',
        header: true,
        cell: ({ id, commune }) => <a href={addressSearchPaths.show(id)}>{commune}</a>,
      },
      {
        label: 'Ne mène nulle part',
        cell: ({ address, reason }) => (
          <>
            <span class="lines">{address}</span>
            <small class="soft lines">{reason}</small>
          </>
        ),
      },
      filter.state === 'open'
        ? { label: 'Ce qu’on sait d’autre', cell: (row) => <KnownElse {...row} /> }
        : {
            label: 'Ce qui en est sorti',
            cell: ({ closedAs, outcome, closedBy, closedAt }) =>
              `${closedAs ? searchEndingNames[closedAs] : ''} : ${outcome ?? ''} (${closedBy ?? ''}, ${closedAt ? date(closedAt) : ''})`,
          },
      { label: 'Depuis', cell: ({ openedAt }) => date(openedAt) },
    ]}
  />
)

function KnownElse({ phone, mayor, emails }: SearchRow) {
  const known = [mayor, ...emails].filter(Boolean).join(', ')
  if (!phone && known === '') return <span class="soft">Rien : ni téléphone, ni maire.</span>
  return (
    <>
      {phone && <a href={`tel:${phone}`}>{formatPhone(phone)}</a>}
      {phone && known !== '' && ', '}
      {known}
    </>
  )
}
