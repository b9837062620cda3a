import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { number, plural, typo } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { ShareBars } from '#ui/share-bars.tsx'
import { companyPaths } from '../companies.paths.ts'
import { orderPaths } from '../order/order.paths.ts'
import { shownAtNames } from './exposure.ts'
import { exposurePaths } from './exposures.paths.ts'
import { type LedgerLine, type LedgerSort, periodNames } from './ledger.ts'

export type LedgerProps = {
  readonly lines: readonly LedgerLine[]
  readonly sum: {
    readonly lines: number
    readonly shown: number
    readonly asked: number
    readonly chosen: number
  }
  readonly words: Readonly<Partial<Record<'q' | 'period' | 'need' | 'place' | 'sort', string>>>
  readonly needs: readonly { readonly slug: string; readonly label: string }[]
  readonly page: number
  readonly pages: number
}

/** Who was shown, asked and chosen, beside what equal shares would have given: the proof of the order, open to all. */
export function LedgerPage({ lines, sum, words, needs, page, pages }: LedgerProps) {
  return (
    <>
      <PageHeader
        title="Le registre public des affichages"
        lede="Qui a été montré, interrogé, choisi. À côté de chaque chiffre, ce qu’auraient donné des parts égales entre égales. Le hasard les écarte sur peu d’affichages ; sur une année, ils doivent se rejoindre."
      />
      <ListHeader
        count={sum.lines}
        one="ligne au registre"
        many="lignes au registre"
        search={{ action: exposurePaths.ledger(), label: 'Chercher une entreprise', value: words.q }}
        filters={<Filters words={words} needs={needs} />}
        exports={[
          { label: 'CSV', href: exposurePaths.sheet('csv', words) },
          { label: 'ODS', href: exposurePaths.sheet('ods', words) },
        ]}
      />
      {lines.length === 0 ? (
        <EmptyState
          title="Rien n’est encore compté"
          action={{ label: 'Lire la règle', href: orderPaths.order() }}
        >
          Les affichages se comptent dès qu’une page montre qui peut aider.
        </EmptyState>
      ) : (
        <>
          <p class="soft">
            {typo(
              `Sur la période : ${plural(sum.shown, 'affichage', 'affichages')}, ${plural(sum.asked, 'demande de devis', 'demandes de devis')}, ${plural(sum.chosen, 'choix', 'choix')}.`,
            )}
          </p>
          <ShareBars
            label="Être en premier : ce qui a été donné, et la part égale"
            given="En premier"
            fair="À parts égales"
            rows={lines.slice(0, 20).map(({ name, first, fairFirst }) => ({
              label: name,
              given: first,
              fair: fairFirst,
            }))}
          />
          <Table lines={lines} words={words} />
        </>
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(other) => exposurePaths.ledger({ ...words, page: String(other) })}
      />
      <p class="soft">
        {typo(
          'Ce sont des affichages, pas des personnes : rien n’est noté de qui regarde, et un robot ou une page rechargée comptent. Les comptes s’écrivent chaque seconde : si la machine s’arrête net, la dernière seconde est perdue. ',
        )}
        <a href={orderPaths.order()}>Comment l’ordre se calcule</a>
      </p>
    </>
  )
}

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

const Filters = ({ words, needs }: Pick<LedgerProps, 'words' | 'needs'>) => (
  <>
    <SelectField
      name="period"
      label="Période"
      optional
      value={words.period ?? '30'}
      choices={choicesOf(periodNames).sort((a, b) => Number(a.value) - Number(b.value))}
    />
    <SelectField
      name="need"
      label="Besoin"
      optional
      placeholder="Tous"
      value={words.need}
      choices={needs.map(({ slug, label }) => ({ value: slug, label }))}
    />
    <SelectField
      name="place"
      label="Où"
      optional
      placeholder="Partout"
      value={words.place}
      choices={choicesOf(shownAtNames)}
    />
  </>
)

const share = (value: number) => number(Math.round(value * 10) / 10)

function Table({ lines, words }: Pick<LedgerProps, 'lines' | 'words'>) {
  const sort = (by: LedgerSort) =>
    ({
      href: exposurePaths.ledger({ ...words, sort: by }),
      direction: (words.sort ?? 'shown') === by ? (by === 'name' ? 'ascending' : 'descending') : undefined,
    }) as const
  return (
    <DataTable
      caption="Le registre"
      captionHidden
      rows={lines}
      columns={[
        {
          label: 'Qui',
          header: true,
          sort: sort('name'),
          cell: ({ name, siren, id, isOrganisation }) => (
            <a href={isOrganisation ? companyPaths.operated(id) : companyPaths.show({ siren, id })}>{name}</a>
          ),
        },
        { label: 'Affichages', numeric: true, sort: sort('shown'), cell: ({ shown }) => number(shown) },
        {
          label: 'En premier',
          numeric: true,
          sort: sort('first'),
          cell: ({ first, fairFirst }) => (
            <>
              {number(first)} <small class="soft">{`part égale ${share(fairFirst)}`}</small>
            </>
          ),
        },
        {
          label: 'Dans les trois premières',
          numeric: true,
          cell: ({ leadingPlaces, fairLeading }) => (
            <>
              {number(leadingPlaces)} <small class="soft">{`part égale ${share(fairLeading)}`}</small>
            </>
          ),
        },
        {
          label: 'Écart',
          numeric: true,
          sort: sort('gap'),
          cell: ({ first, fairFirst }) =>
            `${first >= fairFirst ? '+' : '−'}${share(Math.abs(first - fairFirst))}`,
        },
        { label: 'Devis demandés', numeric: true, sort: sort('asked'), cell: ({ asked }) => number(asked) },
        { label: 'Réponses', numeric: true, cell: ({ answered }) => number(answered) },
        { label: 'Choisie', numeric: true, sort: sort('chosen'), cell: ({ chosen }) => number(chosen) },
      ]}
    />
  )
}
