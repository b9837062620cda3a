import { Actions, Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { RadioField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextField } from '#ui/field.tsx'
import { Form, HiddenField } from '#ui/form.tsx'
import { date } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState, ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { sourceOf } from '../../sources/source.ts'
import { softwarePaths } from '../software.paths.ts'
import type { ComparedSheet, LikenessState, ListedLikeness } from './likenesses.queries.ts'

export type LikenessesProps = {
  readonly likenesses: readonly ListedLikeness[]
  readonly total: number
  readonly state: LikenessState
  readonly page: number
  readonly pages: number
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
  readonly notice?: string
}

/** The pairs of sheets that may be one: a person says, Beffroi remembers, and either answer can be taken back. */
export function LikenessesPage({
  likenesses,
  total,
  state,
  page,
  pages,
  problems = [],
  typed = {},
  notice,
}: LikenessesProps) {
  return (
    <>
      <PageHeader
        title="Doublons possibles"
        lede="Deux fiches qui portent le même identifiant, le même dépôt ou le même nom. Rien n’est réuni tant qu’une personne ne l’a pas dit."
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      <ListHeader
        count={total}
        one={state === 'open' ? 'paire à comparer' : 'paire jugée distincte'}
        many={state === 'open' ? 'paires à comparer' : 'paires jugées distinctes'}
        chosen={
          state === 'distinct' ? [{ label: 'Jugées distinctes', href: softwarePaths.likenesses() }] : []
        }
      />
      {state === 'open' && (
        <p class="soft">
          <a href={softwarePaths.likenesses({ state: 'distinct' })}>Voir celles déjà jugées distinctes</a>
        </p>
      )}
      {likenesses.length === 0 && (
        <EmptyState title="Aucune paire ici">
          Un import en propose quand une fiche ressemble à une autre ; vous pouvez aussi en proposer une,
          ci-dessous.
        </EmptyState>
      )}
      {likenesses.map((likeness) => (
        <Pair {...likeness} />
      ))}
      <Pagination
        page={page}
        pages={pages}
        href={(other) =>
          softwarePaths.likenesses({ state: state === 'open' ? undefined : state, page: other })
        }
      />
      <Card title="Comparer deux autres fiches">
        <Form action={softwarePaths.propose()}>
          <TextField
            name="one"
            label="Adresse de l’une"
            hint="La fin de son adresse : « nextcloud »."
            value={typed.one}
          />
          <TextField name="other" label="Adresse de l’autre" value={typed.other} />
          <Actions>
            <Button>Proposer la comparaison</Button>
          </Actions>
        </Form>
      </Card>
    </>
  )
}

const doubtWords: Record<ListedLikeness['doubt'], string> = {
  'shared-identifier': 'Le même identifiant',
  'same-repository': 'Le même dépôt de code',
  'same-name': 'Le même nom',
  'said-by-person': 'Proposée par',
}

const Pair = ({ id, doubt, evidence, one, other, settledAt, settledBy }: ListedLikeness) => (
  <Card title={`${one.name} et ${other.name}`}>
    <p class="soft">{`${doubtWords[doubt]} : ${evidence}`}</p>
    <DataTable
      caption="Les deux fiches côte à côte"
      captionHidden
      narrow="scroll"
      rows={rowsOf(one, other)}
      columns={[
        { label: 'Champ', header: true, cell: ({ label }) => label },
        { label: one.slug, cell: ({ first }) => first },
        { label: other.slug, cell: ({ second }) => second },
      ]}
    />
    {settledAt ? (
      <p class="soft">{`Jugées distinctes par ${settledBy ?? ''}, le ${date(settledAt)}.`}</p>
    ) : (
      <Form action={softwarePaths.settle(id)}>
        <RadioField
          name="keep"
          label="C’est le même logiciel : quelle fiche garder"
          hint="L’adresse de l’autre y mènera. La réunion se défait depuis l’historique de la fiche gardée."
          value={one.sources.length >= other.sources.length ? one.id : other.id}
          choices={[one, other].map((sheet) => ({ value: sheet.id, label: `${sheet.name} (${sheet.slug})` }))}
        />
        <Actions>
          <Button name="verdict" value="merged">
            Réunir les deux fiches
          </Button>
          <Button kind="quiet" name="verdict" value="distinct">
            Ce sont deux logiciels
          </Button>
        </Actions>
      </Form>
    )}
    {settledAt && (
      <Form action={softwarePaths.settle(id)}>
        <HiddenField name="verdict" value="reopen" />
        <Actions>
          <Button kind="quiet">Comparer de nouveau</Button>
        </Actions>
      </Form>
    )}
  </Card>
)

function rowsOf(one: ComparedSheet, other: ComparedSheet) {
  const row = (label: string, of: (sheet: ComparedSheet) => string | null) => ({
    label,
    first: of(one) ?? '—',
    second: of(other) ?? '—',
  })
  return [
    row('À quoi il sert', ({ summary }) => summary),
    row('Site', ({ website }) => website),
    row('Code source', ({ repository }) => repository),
    row('Licence', ({ licence }) => licence),
    row('Sources', ({ sources }) => sources.map((source) => sourceOf(source).name).join(', ')),
  ]
}
