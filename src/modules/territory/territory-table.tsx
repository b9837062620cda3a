import { type Column, DataTable } from '#ui/data-table.tsx'
import { number, shortDate, year } from '#ui/french.ts'
import { IconDefinitions, type IconName, IconReference } from '#ui/icon.tsx'
import { kept } from '#ui/kept.tsx'
import { Tag } from '#ui/tag.tsx'
import { stageLooks, standingNames } from './stage-looks.ts'
import { territoryPaths } from './territory.paths.ts'
import { type Filters, orderOf, type SortKey } from './territory-filters.ts'
import type { TerritoryRow } from './territory-list.queries.ts'

/** The list of the territory: each commune a link, each column sorted by the address. */
export function TerritoryTable({ rows, filters }: { rows: readonly TerritoryRow[]; filters: Filters }) {
  const sort = (key: SortKey) => sortLink(filters, key)
  const withEpci = hasSeveralEpcis(rows)
  const columns: Column<TerritoryRow>[] = [
    {
      label: 'Commune',
      header: true,
      sort: sort('name'),
      cell: (row) => <Name row={row} withEpci={withEpci} />,
    },
    {
      label: 'Population',
      numeric: true,
      sort: sort('population'),
      cell: ({ population }) => (population === null ? '—' : number(population)),
    },
    { label: 'Étape', sort: sort('stage'), cell: Stage },
    { label: 'Joindre', cell: Reach },
    { label: 'Dernier fait', sort: sort('last'), cell: LastFact },
  ]

  return (
    <>
      <IconDefinitions names={ways.map(([icon]) => icon)} />
      <DataTable caption="Les communes" captionHidden columns={columns} rows={rows} />
    </>
  )
}

const Name = ({ row, withEpci }: { row: TerritoryRow; withEpci: boolean }) => (
  <>
    <a href={territoryPaths.commune(row.insee)}>{row.name}</a>
    {withEpci && <small>{row.epci}</small>}
  </>
)

const Stage = ({ standing, since }: TerritoryRow) => (
  <>
    <Tag label={standingNames[standing]} tone={stageLooks[standing].tone} icon={stageLooks[standing].icon} />
    {since && <small>{dayOf(since)}</small>}
  </>
)

const ways: [IconName, string, (row: TerritoryRow) => boolean][] = [
  ['mail', 'adresse électronique', ({ hasEmail }) => hasEmail],
  ['phone', 'téléphone', ({ hasPhone }) => hasPhone],
  ['letter', 'adresse postale', ({ hasAddress }) => hasAddress],
]

function Reach(row: TerritoryRow) {
  const known = ways.filter(([, , isKnown]) => isKnown(row))
  if (known.length === 0) return <span class="soft">rien de connu</span>

  return (
    <span class="icons" role="img" title={known.map(([, name]) => name).join(', ')}>
      {known.map(([icon]) => (
        <IconReference name={icon} />
      ))}
    </span>
  )
}

const LastFact = ({ lastAt, lastSentence }: TerritoryRow) =>
  lastAt ? (
    <>
      <span class="clamp">{lastSentence}</span>
      <small>{dayOf(lastAt)}</small>
    </>
  ) : (
    '—'
  )

const hasSeveralEpcis = (rows: readonly TerritoryRow[]) => new Set(rows.map(({ epci }) => epci)).size > 1

// A population is asked for from the largest, a last fact from the newest; a second click turns the order round.
const firstDescending: readonly SortKey[] = ['population', 'last']

function sortLink(filters: Filters, key: SortKey) {
  const { key: current, isDescending } = orderOf(filters)
  const isCurrent = current === key
  const next = isCurrent ? !isDescending : firstDescending.includes(key)
  return {
    href: territoryPaths.list(filters, { sort: `${next ? '-' : ''}${key}`, page: 1 }),
    direction: isCurrent ? (isDescending ? ('descending' as const) : ('ascending' as const)) : undefined,
  }
}

const dayOf = (day: Date) => `${shortDate(day)} ${year(day)}`

/** The same, written once as long as no row changes. */
export const keptTerritoryTable = kept(TerritoryTable, 50)
