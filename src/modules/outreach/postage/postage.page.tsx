import { Actions, Button } from '#ui/button.tsx'
import { Card, Section } from '#ui/card.tsx'
import { RadioField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'

import { DateField, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date, number, plural, typo } from '#ui/french.ts'
import { EmptyState, ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { outreachPaths } from '../waves/waves.paths.ts'
import { postagePaths } from './postage.paths.ts'
import type { LetterBudget, PostagePrice } from './postage.queries.ts'
import {
  euros,
  type PostageCost,
  presortFrom,
  priceInForce,
  priceKindNames,
  priceKinds,
  usualProduct,
} from './postage.ts'

export type PostagePageProps = {
  readonly prices: readonly PostagePrice[]
  /** What one ordinary letter costs today: one sheet, by the usual stamp. */
  readonly ordinary: PostageCost
  readonly waves: readonly (LetterBudget & { readonly cost: PostageCost })[]
  readonly today: string
  readonly mayRecord: boolean
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
  readonly notice?: string
}

/** What a letter costs, since when and by which source; what each wave of letters costs against its budget. */
export function PostagePage(props: PostagePageProps) {
  const { ordinary, mayRecord, problems = [], notice } = props

  return (
    <>
      <PageHeader
        title="Tarifs et budget"
        lede="Les prix sont datés et sourcés ; un nouveau tarif s’ajoute, l’ancien reste. Une vague dont les lettres dépassent son budget ne part pas."
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      <Card title="Une lettre ordinaire, aujourd’hui">
        <p>{typo(ordinarySentence(ordinary))}</p>
        <p class="hint">
          {typo(
            `La Poste affranchit moins cher les envois en nombre : à partir de ${number(presortFrom.department)} plis déposés ensemble dans un même département, ou de ${number(presortFrom.anywhere)} en tout, d’un seul produit et de 35 g au plus (Gestions hospitalières, janvier 2022). Demandez-lui ses conditions d’aujourd’hui.`,
          )}
        </p>
      </Card>
      <Waves {...props} />
      <Prices {...props} />
      {mayRecord && <NewPrice {...props} />}
    </>
  )
}

function ordinarySentence(cost: PostageCost) {
  if (!cost.ok)
    return `Il manque un prix en vigueur : ${cost.missing.map((kind) => priceKindNames[kind].toLowerCase()).join(', ')}.`

  const doubt = cost.isDoubtful ? ' Au moins un de ces prix est à vérifier.' : ''
  return `${euros(cost.each)} : une ${usualProduct.toLowerCase()}, une feuille, une enveloppe.${doubt}`
}

function Waves({ waves }: PostagePageProps) {
  return (
    <Section title="Les vagues de lettres">
      {waves.length === 0 ? (
        <EmptyState title="Aucune vague de lettres n’est partie" />
      ) : (
        <DataTable
          caption={plural(waves.length, 'vague', 'vagues')}
          rows={waves}
          columns={[
            {
              label: 'Vague',
              header: true,
              cell: ({ id, name }) => <a href={outreachPaths.wave(id)}>{name}</a>,
            },
            { label: 'Lettres', numeric: true, cell: ({ letters }) => number(letters) },
            { label: 'Affranchissement', cell: ({ product }) => product },
            {
              label: 'Coût',
              numeric: true,
              cell: ({ cost }) => (cost.ok ? euros(cost.cents) : 'prix inconnu'),
            },
            {
              label: 'Budget',
              numeric: true,
              cell: ({ budget }) => (budget === null ? 'sans' : euros(budget)),
            },
          ]}
        />
      )}
    </Section>
  )
}

function Prices({ prices, today }: PostagePageProps) {
  const current = ({ kind, product, upToGrams }: PostagePrice) =>
    priceInForce(prices, { kind, on: today, product, grams: upToGrams ?? 0 })
  const inForce = new Set(prices.map((price) => current(price)?.id))

  return (
    <Section title="Les tarifs">
      <DataTable
        caption={plural(prices.length, 'tarif, anciens compris', 'tarifs, anciens compris')}
        rows={prices}
        columns={[
          { label: 'Pour', cell: ({ kind }) => priceKindNames[kind] },
          { label: 'Produit', header: true, cell: ({ product }) => product },
          {
            label: 'Jusqu’à',
            numeric: true,
            cell: ({ upToGrams }) => (upToGrams === null ? '–' : `${number(upToGrams)} g`),
          },
          { label: 'Prix', numeric: true, cell: ({ cents }) => euros(cents) },
          { label: 'Depuis le', cell: ({ validFrom }) => date(new Date(validFrom)) },
          { label: 'Source', cell: ({ source, recordedBy }) => typo(`${source}, inscrit par ${recordedBy}`) },
          {
            label: 'Aujourd’hui',
            cell: ({ id, isDoubtful, validFrom }) => {
              if (validFrom > today) return <Tag label="À venir" />
              if (!inForce.has(id)) return <Tag label="Remplacé" />
              return isDoubtful ? (
                <Tag label="En vigueur, à vérifier" tone="ochre" />
              ) : (
                <Tag label="En vigueur" tone="teal" />
              )
            },
          },
        ]}
      />
    </Section>
  )
}

function NewPrice({ today, problems = [], typed = {} }: PostagePageProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <Section title="Inscrire un tarif" id="inscrire">
      <Form action={postagePaths.list()} once={typed.once}>
        <RadioField
          name="kind"
          label="Pour"
          value={typed.kind ?? 'stamp'}
          error={errorOf('kind')}
          choices={priceKinds.map((kind) => ({ value: kind, label: priceKindNames[kind] }))}
        />
        <TextField
          name="product"
          label="Produit"
          hint="Comme sur le tarif : « Lettre verte », « Destineo esprit libre »."
          suggestions={[usualProduct]}
          value={typed.product}
          error={errorOf('product')}
        />
        <TextField
          name="upToGrams"
          label="Jusqu’à (grammes)"
          hint="Pour un affranchissement : le poids le plus lourd à ce prix."
          optional
          size="short"
          inputmode="numeric"
          value={typed.upToGrams}
          error={errorOf('upToGrams')}
        />
        <TextField
          name="price"
          label="Prix d’une pièce (€)"
          size="short"
          value={typed.price}
          error={errorOf('price')}
        />
        <DateField
          name="validFrom"
          label="Valable depuis le"
          value={typed.validFrom ?? today}
          error={errorOf('validFrom')}
        />
        <TextField
          name="source"
          label="Source"
          hint="Où ce prix se lit : la page de La Poste et sa date, le numéro d’une facture."
          size="long"
          value={typed.source}
          error={errorOf('source')}
        />
        <Actions>
          <Button kind="main">Inscrire ce tarif</Button>
        </Actions>
      </Form>
    </Section>
  )
}
