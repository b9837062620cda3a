import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { plural, typo } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { MoreFilters } from '#ui/more-filters.tsx'
import { EmptyState, Notice } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Tag } from '#ui/tag.tsx'
import { layerNames } from '../../sources/source.ts'
import { softwarePaths } from '../software.paths.ts'
import {
  type Facets,
  type FacetValue,
  familyOf,
  platformNames,
  type ShelfFilter,
  type ShelfSort,
  type Shelved,
} from './shelf.ts'

export type SoftwareListProps = {
  readonly sheets: readonly Shelved[]
  readonly total: number
  readonly filter: ShelfFilter
  readonly facets: Facets
  readonly page: number
  readonly pages: number
  /** What the address says, kept by the pages and the exports. */
  readonly words: Readonly<Record<string, string | undefined>>
  readonly isEditor: boolean
  readonly openLikenesses: number
}

/** The directory of software, for everyone: what each is for, its licence, and how many communes use it. */
export function SoftwareListPage(props: SoftwareListProps) {
  const { sheets, total, filter, page, pages, words } = props

  return (
    <>
      <Hero
        title="Les logiciels libres"
        lede="À quoi chacun sert en mairie, sous quelle licence, et combien de communes l’utilisent. Rien n’est à vendre ici."
      />
      {props.isEditor && <EditorLinks openLikenesses={props.openLikenesses} />}
      {filter.layer !== 'main' && <OtherLayer {...props} />}
      <ListHeader
        count={total}
        one="logiciel"
        many="logiciels"
        search={{
          action: softwarePaths.list(),
          label: 'Nom, usage ou produit remplacé',
          value: filter.q,
          keep: filter.sort === 'town-hall' ? {} : { sort: filter.sort },
        }}
        filters={<Filters {...props} />}
        chosen={chosenOf(props)}
        clearHref={softwarePaths.list()}
        exports={[
          { label: 'CSV', href: softwarePaths.sheet('csv', words) },
          { label: 'ODS', href: softwarePaths.sheet('ods', words) },
        ]}
      />
      {!filter.service && <ByService {...props} />}
      {total === 0 ? <Nothing {...props} /> : <Table sheets={sheets} words={words} sort={filter.sort} />}
      <Pagination page={page} pages={pages} href={(other) => softwarePaths.list({ ...words, page: other })} />
      <p class="soft">
        <a href={softwarePaths.sources()}>D’où viennent ces fiches, et sous quelle licence</a>
      </p>
    </>
  )
}

const EditorLinks = ({ openLikenesses }: { openLikenesses: number }) => (
  <p class="actions">
    <a class="button" data-kind="plain" href={softwarePaths.create()}>
      Ajouter un logiciel
    </a>
    <a class="button" data-kind="quiet" href={softwarePaths.likenesses()}>
      {openLikenesses > 0 ? plural(openLikenesses, 'doublon possible', 'doublons possibles') : 'Doublons'}
    </a>
    <a class="button" data-kind="quiet" href={softwarePaths.licences()}>
      Licences à relire
    </a>
  </p>
)

const mostShortcuts = 12

/** The services with the most software, one press away; the others are among the filters. */
function ByService({ facets, words }: SoftwareListProps) {
  const services = [...facets.service].sort((one, other) => other.count - one.count).slice(0, mostShortcuts)
  if (services.length < 2) return null

  return (
    <nav aria-label="Par service">
      <ul class="chips">
        {services.map(({ value, label, count }) => (
          <li>
            <a class="chip" href={softwarePaths.list({ ...words, service: value })}>
              {typo(`${label} (${count})`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const OtherLayer = ({ filter }: SoftwareListProps) => (
  <Notice kind="info" title={layerNames[filter.layer]}>
    {typo(
      'Ces fiches viennent de listes étrangères, sous une autre licence que le reste : elles ne sont ni traduites ni relues ici. ',
    )}
    <a href={softwarePaths.list()}>Revenir au catalogue en français</a>
  </Notice>
)

function Filters({ filter, facets }: SoftwareListProps) {
  const isChosen = Boolean(
    filter.service || filter.audience || filter.licence || filter.platform || filter.used,
  )

  return (
    <MoreFilters open={isChosen || filter.layer !== 'main'}>
      <Facet
        name="service"
        label="Service"
        placeholder="Tous"
        value={filter.service}
        values={facets.service}
      />
      <Facet
        name="audience"
        label="Pour qui"
        placeholder="Tous"
        value={filter.audience}
        values={facets.audience}
      />
      <Facet
        name="platform"
        label="Fonctionne sur"
        placeholder="Tout"
        value={filter.platform}
        values={facets.platform}
      />
      <Facet
        name="licence"
        label="Licence"
        placeholder="Toutes"
        value={filter.licence}
        values={facets.licence}
      />
      <Facet
        name="used"
        label="Utilisé par"
        placeholder="Peu importe"
        value={filter.used}
        values={facets.used}
      />
      {facets.layer.length > 1 && (
        <Facet name="layer" label="Fiches" value={filter.layer} values={facets.layer} />
      )}
    </MoreFilters>
  )
}

type FacetProps = {
  readonly name: string
  readonly label: string
  readonly placeholder?: string
  readonly value?: string
  readonly values: readonly FacetValue[]
}

const Facet = ({ values, ...props }: FacetProps) => (
  <SelectField
    {...props}
    optional
    choices={values.map(({ value, label, count }) => ({ value, label: `${label} (${count})` }))}
  />
)

function chosenOf({ filter, facets, words }: SoftwareListProps) {
  const dimensions = ['service', 'audience', 'platform', 'licence', 'used'] as const
  return dimensions.flatMap((dimension) => {
    const value = filter[dimension]
    if (!value) return []
    const label = facets[dimension].find((facet) => facet.value === value)?.label ?? value
    return [{ label, href: softwarePaths.list({ ...words, [dimension]: undefined }) }]
  })
}

type TableProps = Pick<SoftwareListProps, 'sheets' | 'words'> & { readonly sort: ShelfSort }

const Table = ({ sheets, words, sort }: TableProps) => (
  <DataTable
    caption="Logiciels"
    captionHidden
    rows={sheets}
    columns={[
      {
        label: 'Logiciel',
        header: true,
        sort: {
          href: softwarePaths.list({ ...words, sort: 'name' }),
          direction: sort === 'name' ? 'ascending' : undefined,
        },
        cell: (sheet) => <Name {...sheet} />,
      },
      { label: 'À quoi il sert', cell: ({ summary }) => typo(summary ?? '') },
      { label: 'Services', cell: ({ services }) => <Services services={services} /> },
      { label: 'Licence', cell: (sheet) => <Licence {...sheet} /> },
      {
        label: 'Fonctionne sur',
        cell: ({ platforms }) => platforms.map((platform) => platformNames[platform] ?? platform).join(', '),
      },
      {
        label: 'Communes',
        numeric: true,
        sort: {
          href: softwarePaths.list({ ...words, sort: 'usages' }),
          direction: sort === 'usages' ? 'descending' : undefined,
        },
        cell: ({ usages }) => (usages > 0 ? usages : ''),
      },
    ]}
  />
)

const Name = ({ slug, name, developmentStatus }: Shelved) => (
  <>
    <a href={softwarePaths.show(slug)}>{name}</a>{' '}
    {developmentStatus === 'obsolete' && <Tag label="Abandonné" tone="brick" />}
  </>
)

const mostServices = 2

function Services({ services }: Pick<Shelved, 'services'>) {
  const shown = services.slice(0, mostServices).join(', ')
  const left = services.length - mostServices
  return left > 0 ? `${shown} et ${left} de plus` : shown
}

function Licence({ licenceSpdx, licenceRaw, isFree }: Shelved) {
  const family = familyOf({ licenceSpdx, isFree })
  if (family === 'not-free')
    return <Tag label={licenceSpdx ? `Non libre (${licenceSpdx})` : 'Non libre'} tone="brick" />
  if (family === 'unknown') return <Tag label={licenceRaw ? 'À vérifier' : 'Non connue'} tone="ochre" />
  return licenceSpdx
}

const Nothing = ({ filter }: SoftwareListProps) => (
  <EmptyState
    title="Aucun logiciel ne correspond"
    action={{ label: 'Voir tous les logiciels', href: softwarePaths.list() }}
  >
    {filter.q
      ? 'Essayez avec les mots de votre besoin dans la recherche de l’accueil : elle comprend « il nous faut un serveur de fichiers ».'
      : 'Retirez un filtre : les nombres entre parenthèses disent combien il en reste.'}
  </EmptyState>
)
