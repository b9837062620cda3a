import { SelectField } from '#ui/choice-field.tsx'
import { typo } from '#ui/french.ts'
import { IndexColumns, IndexEntry, IndexGroup } from '#ui/index-columns.tsx'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState, Notice } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { cataloguePaths } from '../catalogue.paths.ts'
import { fitWords } from './fit-words.ts'
import { type Audience, audienceNames, audiences } from './need.ts'
import { needPaths } from './needs.paths.ts'
import type { IndexedNeed } from './needs-index.queries.ts'

export type NeedsFilter = {
  readonly q: string
  readonly audience?: Audience
  readonly met?: 'yes' | 'no'
}

type Named = { readonly slug: string; readonly name: string }

export type NeedsIndexProps = {
  readonly needs: readonly IndexedNeed[]
  readonly filter: NeedsFilter
  /** Products and software read in what was typed. */
  readonly products: readonly Named[]
  readonly software: readonly Named[]
  /** An editor is shown the way to what was searched in vain. */
  readonly isEditor: boolean
}

/** All that a town hall may need, under its services; a search shows what it understood, best first. */
export function NeedsIndexPage(props: NeedsIndexProps) {
  const { needs, filter, isEditor } = props
  const words = { q: filter.q, audience: filter.audience, met: filter.met }

  return (
    <>
      <Hero
        title="Ce dont une mairie a besoin"
        lede="Service par service, ce que l’on fait à la mairie, à l’école ou chez soi, et le nombre de logiciels libres qui y répondent."
      />
      <ListHeader
        count={needs.length}
        one="besoin"
        many="besoins"
        search={{
          action: cataloguePaths.needs(),
          label: 'Dites-le avec vos mots',
          value: filter.q,
          placeholder: 'remplacer Publisher, cimetière, serveur de fichiers…',
        }}
        filters={<Filters filter={filter} />}
        chosen={chosenOf(filter)}
        clearHref={cataloguePaths.needs()}
        exports={[
          { label: 'CSV', href: needPaths.sheet('csv', words) },
          { label: 'ODS', href: needPaths.sheet('ods', words) },
          { label: 'JSON', href: '/needs.json' },
        ]}
      />
      <AlsoRead {...props} />
      {needs.length === 0 ? (
        <EmptyState
          title="Rien n’a été compris dans ces mots"
          action={{ label: 'Voir tous les besoins', href: cataloguePaths.needs() }}
        >
          Essayez le nom du service, de la tâche ou du programme que vous utilisez aujourd’hui.
        </EmptyState>
      ) : filter.q ? (
        <Found {...props} />
      ) : (
        <Services {...props} />
      )}
      {isEditor && (
        <p>
          <a href={needPaths.silentSearches()}>Lire les recherches restées sans réponse</a>
        </p>
      )}
    </>
  )
}

const Filters = ({ filter: { audience, met } }: { filter: NeedsFilter }) => (
  <>
    <SelectField
      name="audience"
      label="Pour qui"
      optional
      placeholder="Tout le monde"
      value={audience}
      choices={audiences.map((value) => ({ value, label: audienceNames[value] }))}
    />
    <SelectField
      name="met"
      label="Réponse libre"
      optional
      placeholder="Peu importe"
      value={met}
      choices={[
        { value: 'yes', label: 'Connue' },
        { value: 'no', label: 'Pas connue' },
      ]}
    />
  </>
)

function chosenOf({ q, audience, met }: NeedsFilter) {
  return [
    q ? { label: `« ${q} »`, href: needPaths.list({ audience, met }) } : [],
    audience ? { label: audienceNames[audience], href: needPaths.list({ q, met }) } : [],
    met
      ? {
          label: met === 'yes' ? 'Réponse connue' : 'Pas de réponse connue',
          href: needPaths.list({ q, audience }),
        }
      : [],
  ].flat()
}

function AlsoRead({ products, software }: NeedsIndexProps) {
  if (products.length === 0 && software.length === 0) return null

  return (
    <Notice title="Dans vos mots, nous avons aussi lu">
      <ul>
        {products.map(({ slug, name }) => (
          <li>
            <a href={cataloguePaths.product(slug)}>{typo(`${name} : par quoi le remplacer`)}</a>
          </li>
        ))}
        {software.map(({ slug, name }) => (
          <li>
            <a href={cataloguePaths.software(slug)}>{typo(`${name}, logiciel libre`)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const Found = ({ needs, isEditor }: NeedsIndexProps) => (
  <IndexColumns headings={[]}>
    <IndexGroup id="besoins" title="Du plus proche au plus lointain">
      {needs.map((need) => (
        <IndexEntry
          href={cataloguePaths.need(need.slug)}
          label={need.label}
          note={`${need.service} · ${fitWords(need)}`}
          isBare={isBare(need)}
          action={isEditor ? editing(need) : undefined}
        />
      ))}
    </IndexGroup>
  </IndexColumns>
)

function Services({ needs, isEditor }: NeedsIndexProps) {
  const services = [...Map.groupBy(needs, ({ service }) => service)].map(([label, inside], place) => ({
    id: `service-${place + 1}`,
    label,
    inside,
    count: inside.length,
  }))

  return (
    <IndexColumns headings={services}>
      {services.map(({ id, label, inside }) => (
        <IndexGroup id={id} title={label}>
          {inside.map((need) => (
            <IndexEntry
              href={cataloguePaths.need(need.slug)}
              label={need.label}
              note={fitWords(need)}
              isBare={isBare(need)}
              action={isEditor ? editing(need) : undefined}
            />
          ))}
        </IndexGroup>
      ))}
    </IndexColumns>
  )
}

const editing = ({ slug }: IndexedNeed) => ({ label: 'Modifier', href: needPaths.edit(slug) })

const isBare = ({ full, part }: IndexedNeed) => full + part === 0
