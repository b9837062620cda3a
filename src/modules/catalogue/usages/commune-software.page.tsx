import { ButtonLink } from '#ui/button.tsx'
import { Section } from '#ui/card.tsx'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { date, number, plural, typo, year } from '#ui/french.ts'
import { ScreenOnly } from '#ui/media-only.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { usageStateNames } from './usage.ts'
import { usagePaths } from './usages.paths.ts'
import type { CommuneUsage } from './usages.queries.ts'

export type CommuneSoftwareProps = {
  readonly insee: string
  readonly name: string
  /** « à Abscon ». */
  readonly at: string
  readonly population: number | null
  readonly departement: string
  readonly usages: readonly CommuneUsage[]
  readonly softwareHref: (slug: string) => string
  readonly now: Date
}

/** « Nos logiciels libres »: what a commune itself has confirmed, as a page, a leaflet when printed, and a feed. */
export function CommuneSoftwarePage(props: CommuneSoftwareProps) {
  const { insee, name, at, population, departement, usages, now } = props
  const used = usages.filter(({ state }) => state !== 'left')
  const left = usages.filter(({ state }) => state === 'left')
  const where = [departement, population !== null && plural(population, 'habitant', 'habitants')]

  return (
    <>
      <Hero
        title={`Les logiciels libres ${at}`}
        lede={`${where.filter(Boolean).join(', ')}. Chaque ligne a été confirmée par la mairie, à la date dite.`}
      />
      {used.length === 0 ? (
        <EmptyState
          title={`${name} n’a encore rien confirmé`}
          action={{
            label: 'Déclarer un logiciel de cette commune',
            href: usagePaths.declare({ commune: insee }),
          }}
        >
          Une déclaration ne paraît qu’une fois confirmée par la mairie.
        </EmptyState>
      ) : (
        <Used {...props} usages={used} />
      )}
      {left.length > 0 && <Left usages={left} softwareHref={props.softwareHref} />}
      {used.length > 0 && (
        <ScreenOnly>
          <BadgeFacts usages={used} />
        </ScreenOnly>
      )}
      <p class="actions">
        {used.length > 0 && (
          <ButtonLink href={usagePaths.declare({ commune: insee })}>Déclarer un autre logiciel</ButtonLink>
        )}
        <ButtonLink kind="quiet" href={usagePaths.communeFeed(insee)}>
          Ces données (JSON)
        </ButtonLink>
      </p>
      <p class="soft">
        {typo(
          `Page tirée le ${date(now)}. Imprimée, elle fait une fiche A4. Données : déclarations des communes, Licence Ouverte 2.0. Un an sans nouvelle, une ligne grise ; deux ans, elle disparaît.`,
        )}
      </p>
    </>
  )
}

type Lines = Pick<CommuneSoftwareProps, 'usages' | 'softwareHref'>

/** A column that nothing fills is not drawn. */
const Used = ({ usages, softwareHref }: Lines) => (
  <DataTable
    caption="Ce que la commune utilise"
    captionHidden
    rows={usages}
    columns={[
      {
        label: 'Logiciel',
        header: true,
        cell: ({ slug, software, summary }) => (
          <>
            <a href={softwareHref(slug)}>{software}</a>
            {summary && <small class="soft"> {typo(summary)}</small>}
          </>
        ),
      },
      ...(usages.some(({ needLabel }) => needLabel) ? [forNeed] : []),
      { label: 'Depuis', cell: ({ sinceOn }) => (sinceOn ? year(new Date(sinceOn)) : '') },
      { label: 'État', cell: StateOf },
      ...(usages.some(({ operatedBy }) => operatedBy) ? [operated] : []),
      {
        label: 'Confirmé',
        cell: ({ saidAt, isGrey }) => `${date(saidAt)}${isGrey ? ', il y a plus d’un an' : ''}`,
      },
      ...(usages.some(({ acceptsCall }) => acceptsCall) ? [call] : []),
    ]}
  />
)

const forNeed: Column<CommuneUsage> = { label: 'Pour', cell: ({ needLabel }) => needLabel ?? '' }
const operated: Column<CommuneUsage> = { label: 'Tenu par', cell: ({ operatedBy }) => operatedBy ?? '' }
const call: Column<CommuneUsage> = {
  label: 'En parler',
  cell: ({ id, acceptsCall }) => (acceptsCall ? <a href={usagePaths.call(id)}>Accepte un appel</a> : ''),
}

const StateOf = ({ state, isGrey, formerName }: CommuneUsage) => (
  <>
    <Tag label={usageStateNames[state]} tone={isGrey ? 'neutral' : state === 'testing' ? 'info' : 'teal'} />
    {formerName && <small class="soft"> {typo(`dit par ${formerName}, avant la fusion`)}</small>}
  </>
)

const Left = ({ usages, softwareHref }: Lines) => (
  <Section title="Ce qu’elle a abandonné, et pourquoi">
    <ul>
      {usages.map(({ slug, software, whyLeft, saidAt }) => (
        <li>
          <a href={softwareHref(slug)}>{software}</a>
          {typo(` : ${whyLeft ?? ''} (dit le ${date(saidAt)})`)}
        </li>
      ))}
    </ul>
  </Section>
)

/** What Beffroi holds that a badge's form asks for: facts to copy, no question invented. */
const BadgeFacts = ({ usages }: { readonly usages: readonly CommuneUsage[] }) => {
  const free = usages.filter(({ isFree }) => isFree)
  const years = usages.flatMap(({ sinceOn }) => (sinceOn ? [Number(year(new Date(sinceOn)))] : []))
  const operators = [...new Set(usages.flatMap(({ operatedBy }) => operatedBy ?? []))]
  return (
    <Section title="Pour un dossier Territoire numérique libre">
      <p>
        {typo('Ce que nous savons et que vous pouvez recopier ; le reste du formulaire vous appartient.')}
      </p>
      <DataList>
        <Datum label="Logiciels confirmés">{usages.map(({ software }) => software).join(', ')}</Datum>
        <Datum label="Combien">
          {`${number(usages.length)}, dont ${number(free.length)} sous une licence libre reconnue`}
        </Datum>
        <Datum label="Licences">
          {[...new Set(usages.flatMap(({ licence }) => licence ?? []))].join(', ')}
        </Datum>
        <Datum label="Depuis">{years.length > 0 ? String(Math.min(...years)) : undefined}</Datum>
        <Datum label="Tenus par">{operators.join(', ')}</Datum>
        <Datum label="Prête à en parler">
          {usages.some(({ acceptsCall }) => acceptsCall) ? 'Oui, à d’autres mairies' : 'Non'}
        </Datum>
      </DataList>
    </Section>
  )
}
