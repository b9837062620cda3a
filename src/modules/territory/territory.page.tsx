import { type CommuneDrawing, CommuneMap, type Departement } from '#modules/communes/index.ts'
import { populationBands, reachableNames } from '#modules/outreach/index.ts'
import { ButtonLink } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { plural } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { MoreFilters } from '#ui/more-filters.tsx'
import { EmptyState, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { SplitView } from '#ui/split-view.tsx'
import { Legend } from './legend.tsx'
import { type Standing, stageLooks, standingNames } from './stage-looks.ts'
import { territoryPaths } from './territory.paths.ts'
import { type Filters, reachedNames, sortNames } from './territory-filters.ts'
import type { StandingOf, TerritoryRow } from './territory-list.queries.ts'
import { keptTerritoryTable } from './territory-table.tsx'

export type TerritoryProps = {
  readonly filters: Filters
  /** What the scope is called: « la CA de la Porte du Hainaut », « le Nord ». */
  readonly scope: string
  readonly isPerimeter: boolean
  readonly perimeterSize: number
  readonly rows: readonly TerritoryRow[]
  readonly counts: ReadonlyMap<Standing, number>
  readonly standings: readonly StandingOf[]
  readonly drawing: CommuneDrawing | undefined
  /** The scope holds more communes than a map can tell apart. */
  readonly isTooWide: boolean
  readonly epcis: readonly { readonly siren: string; readonly name: string }[]
  readonly departements: readonly Departement[]
  readonly isJustFounded: boolean
  readonly mayWrite: boolean
  readonly mayImport: boolean
  readonly mayChangePerimeter: boolean
}

/** The territory: the map by stage beside the list; the two say the same thing. */
export function TerritoryPage(props: TerritoryProps) {
  const { filters, scope, counts, rows, drawing, isJustFounded, perimeterSize, mayWrite } = props
  const inScope = [...counts.values()].reduce((sum, communes) => sum + communes, 0)
  const count = filters.stage ? (counts.get(filters.stage) ?? 0) : inScope

  return (
    <>
      <PageHeader
        title="Le territoire"
        lede={scope}
        actions={
          mayWrite && props.isPerimeter && count > 0 ? (
            <ButtonLink kind="main" href={`/waves/new${queryForWave(filters)}`}>
              Préparer une vague
            </ButtonLink>
          ) : undefined
        }
      />
      {isJustFounded && <Welcome communes={perimeterSize} />}
      {drawing ? (
        <SplitView drawing={<StageMap {...props} drawing={drawing} />}>
          <List {...props} count={count} />
        </SplitView>
      ) : (
        <>
          <Legend filters={filters} counts={counts} />
          <MissingMap isTooWide={props.isTooWide} isEmpty={rows.length === 0} mayImport={props.mayImport} />
          <List {...props} count={count} />
        </>
      )}
    </>
  )
}

const Welcome = ({ communes }: { communes: number }) => (
  <Notice kind="success" title="Le programme est fondé.">
    <p>
      {plural(communes, 'commune est', 'communes sont')} dans le périmètre. Ensuite :{' '}
      <a href="/imports">importez les coordonnées des mairies</a>, puis{' '}
      <a href="/messages">choisissez la première lettre</a>.
    </p>
  </Notice>
)

function StageMap({
  drawing,
  standings,
  filters,
  counts,
  scope,
}: TerritoryProps & { drawing: CommuneDrawing }) {
  const standing = new Map(standings.map((one) => [one.insee, one.standing]))
  const look = (insee: string) => {
    const found = standing.get(insee)
    if (!found || found === 'outside')
      return { tone: 'neutral' as const, isFaded: true, says: found && standingNames[found] }
    const { tone, weight, pattern } = stageLooks[found]
    return {
      tone,
      weight,
      pattern,
      isFaded: filters.stage !== undefined && filters.stage !== found,
      says: standingNames[found],
    }
  }

  return (
    <CommuneMap label={`Les communes par étape, ${scope}`} drawing={drawing} look={look}>
      <Legend filters={filters} counts={counts} />
    </CommuneMap>
  )
}

function MissingMap({
  isTooWide,
  isEmpty,
  mayImport,
}: {
  isTooWide: boolean
  isEmpty: boolean
  mayImport: boolean
}) {
  if (isEmpty) return null
  if (isTooWide)
    return (
      <p class="hint">
        Au-delà de mille communes, la carte ne se lirait plus : choisissez un département ou une
        intercommunalité pour la voir.
      </p>
    )

  return (
    <p class="hint">
      Les contours de ces communes ne sont pas connus : la liste est seule.{' '}
      {mayImport && (
        <>
          <a href="/imports/new">Importez un fichier de contours</a> (GeoJSON ou TopoJSON, IGN ADMIN EXPRESS
          par exemple) pour voir la carte.
        </>
      )}
    </p>
  )
}

function List({
  filters,
  rows,
  count,
  counts,
  epcis,
  departements,
  ...props
}: TerritoryProps & { count: number }) {
  const pages = Math.ceil(count / 50)
  const total = [...counts.values()].reduce((sum, communes) => sum + communes, 0)

  return (
    <>
      <ListHeader
        count={count}
        one="commune"
        many="communes"
        search={{
          action: territoryPaths.list(),
          label: 'Chercher une commune',
          value: filters.q,
          keep: keptOf(filters, epcis.length > 1),
        }}
        filters={<Choices filters={filters} epcis={epcis} departements={departements} />}
        chosen={chosenOf(filters, epcis, departements)}
        clearHref={territoryPaths.list()}
        exports={[
          { label: 'CSV', href: territoryPaths.export('csv', filters) },
          { label: 'ODS', href: territoryPaths.export('ods', filters) },
          { label: 'GeoJSON', href: territoryPaths.export('geojson', filters) },
        ]}
      />
      {rows.length === 0 ? (
        <Nothing filters={filters} total={total} {...props} />
      ) : (
        keptTerritoryTable({ rows, filters })
      )}
      <Pagination page={filters.page} pages={pages} href={(page) => territoryPaths.list(filters, { page })} />
    </>
  )
}

function Nothing({
  filters,
  total,
  isPerimeter,
  perimeterSize,
  mayChangePerimeter,
}: Pick<TerritoryProps, 'filters' | 'isPerimeter' | 'perimeterSize' | 'mayChangePerimeter'> & {
  total: number
}) {
  if (isPerimeter && perimeterSize === 0)
    return (
      <EmptyState
        title="Le périmètre est vide."
        action={
          mayChangePerimeter
            ? { label: 'Ajouter des communes', href: '/programme/perimeter' }
            : { label: 'Voir toute la France', href: territoryPaths.list({ scope: 'france' }) }
        }
      >
        Ajoutez-y un département, une intercommunalité ou une liste de communes.
      </EmptyState>
    )
  if (filters.q && total === 0)
    return (
      <EmptyState
        title={`Aucune commune ne ressemble à « ${filters.q} » ici.`}
        action={{
          label: 'Chercher dans toute la France',
          href: territoryPaths.list({ q: filters.q, scope: 'france' }),
        }}
      />
    )
  return (
    <EmptyState
      title="Aucune commune ne répond à ces filtres."
      action={{ label: 'Retirer les filtres', href: territoryPaths.list() }}
    >
      Retirez-en un pour en voir davantage.
    </EmptyState>
  )
}

type ChoicesProps = Pick<TerritoryProps, 'filters' | 'epcis' | 'departements'>

/** The filters set in the search form itself, folded away until wanted. */
function Choices({ filters, epcis, departements }: ChoicesProps) {
  return (
    <MoreFilters open={hasChoice(filters)}>
      {epcis.length > 1 && (
        <SelectField
          name="epci"
          label="Intercommunalité"
          optional
          placeholder="Toutes"
          value={filters.epci}
          choices={epcis.map(({ siren, name }) => ({ value: siren, label: name }))}
        />
      )}
      <SelectField
        name="population"
        label="Population"
        optional
        placeholder="Toutes"
        value={filters.population}
        choices={Object.entries(populationBands).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        name="channel"
        label="Joindre la mairie"
        optional
        placeholder="Sans importance"
        value={filters.channel}
        choices={Object.entries(reachableNames).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        name="sort"
        label="Trier par"
        optional
        value={filters.sort}
        choices={Object.entries(sortNames).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        name="departement"
        label="Ailleurs : un département"
        optional
        placeholder="Le périmètre"
        value={filters.departement}
        choices={departements.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
      />
    </MoreFilters>
  )
}

const hasChoice = ({ epci, population, channel, departement }: Filters) =>
  [epci, population, channel, departement].some((choice) => choice !== undefined)

// What the search form must carry along, besides the fields it shows.
const keptOf = (
  { stage, scope, reached, wave, epci }: Filters,
  choosesEpci: boolean,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ stage, scope, reached, wave, epci: choosesEpci ? undefined : epci }).flatMap(
      ([key, value]) => (value === undefined ? [] : [[key, value]]),
    ),
  )

function chosenOf(filters: Filters, epcis: TerritoryProps['epcis'], departements: readonly Departement[]) {
  const { q, epci, stage, population, channel, departement, scope, reached, wave } = filters
  const without = (change: Partial<Filters>) => territoryPaths.list(filters, { ...change, page: 1 })
  const said: [string | undefined, Partial<Filters>][] = [
    [q && `« ${q} »`, { q: undefined }],
    [stage && standingNames[stage], { stage: undefined }],
    [epci && (epcis.find(({ siren }) => siren === epci)?.name ?? epci), { epci: undefined }],
    [departement && departements.find(({ code }) => code === departement)?.name, { departement: undefined }],
    [population && (populationBands[population] ?? `${population} habitants`), { population: undefined }],
    [channel && reachableNames[channel], { channel: undefined }],
    [scope && 'Toute la France', { scope: undefined }],
    [reached && reachedNames[reached], { reached: undefined }],
    [wave && 'Une vague', { wave: undefined }],
  ]
  return said.flatMap(([label, change]) => (label ? [{ label, href: without(change) }] : []))
}

// A wave is prepared with the very filters of the list; a standing outside the perimeter is nobody's audience.
function queryForWave({ q, epci, stage, population, channel }: Filters) {
  const query = territoryPaths.list({
    q,
    epci,
    stage: stage === 'outside' ? undefined : stage,
    population,
    channel,
  })
  return query.slice('/territory'.length)
}
