import { Actions, Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date, plural } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState, ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { outreachPaths } from '../waves/waves.paths.ts'
import { oppositionChannelNames } from './opposition.ts'
import type { OppositionRow } from './oppositions.queries.ts'

export type OppositionListProps = {
  readonly oppositions: readonly OppositionRow[]
  readonly total: number
  readonly inForce: { readonly townHalls: number; readonly addresses: number }
  readonly search: string
  readonly isLifted: boolean
  readonly page: number
  readonly pages: number
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
  readonly notice?: string
}

/** Who asked not to be written to: no import and no wave changes this list. */
export function OppositionListPage(props: OppositionListProps) {
  const { oppositions, total, inForce, search, isLifted, page, pages, problems = [], notice } = props
  const here = outreachPaths.oppositions()
  const href = (words: Record<string, string>) =>
    `${here}?${new URLSearchParams({ q: search, lifted: isLifted ? 'oui' : '', ...words })}`

  return (
    <>
      <PageHeader
        title="Oppositions"
        lede="Les mairies qui ne veulent plus d’envoi. Aucun import, aucune vague n’y change rien : une opposition se lève à la demande écrite de la mairie."
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      <p>
        {plural(inForce.townHalls, 'mairie', 'mairies')} et {plural(inForce.addresses, 'adresse', 'adresses')}{' '}
        en opposition. Une adresse n’est gardée que sous forme d’empreinte : elle ne peut pas être relue ici.
      </p>
      <ListHeader
        count={total}
        one={isLifted ? 'opposition levée' : 'opposition en vigueur'}
        many={isLifted ? 'oppositions levées' : 'oppositions en vigueur'}
        search={{ action: here, label: 'Chercher une commune', value: search }}
        filters={
          <SelectField
            name="lifted"
            label="Lesquelles"
            optional
            placeholder="En vigueur"
            value={isLifted ? 'oui' : ''}
            choices={[{ value: 'oui', label: 'Levées' }]}
          />
        }
      />
      {oppositions.length === 0 ? (
        <NoOpposition isLifted={isLifted} />
      ) : (
        <Table oppositions={oppositions} isLifted={isLifted} />
      )}
      <Pagination page={page} pages={pages} href={(other) => href({ page: String(other) })} />
      {!isLifted && <NewOpposition {...props} />}
    </>
  )
}

function NoOpposition({ isLifted }: { isLifted: boolean }) {
  return (
    <EmptyState title={isLifted ? 'Aucune opposition n’a été levée' : 'Aucune opposition en vigueur'}>
      Une mairie s’oppose depuis sa page de réponse, ou en le disant : inscrivez-la alors ci-dessous, le jour
      même.
    </EmptyState>
  )
}

function Table({ oppositions, isLifted }: { oppositions: readonly OppositionRow[]; isLifted: boolean }) {
  return (
    <DataTable
      caption="Oppositions"
      captionHidden
      rows={oppositions}
      columns={[
        {
          label: 'Commune',
          header: true,
          cell: ({ insee, commune }) => <a href={`/communes/${insee}`}>{commune}</a>,
        },
        { label: 'Refuse', cell: ({ channel }) => oppositionChannelNames[channel] },
        { label: 'Depuis', cell: ({ since }) => date(since) },
        {
          label: 'Dit par',
          cell: ({ origin, recordedBy }) => (recordedBy ? `${origin} (inscrit par ${recordedBy})` : origin),
        },
        isLifted
          ? {
              label: 'Levée',
              cell: ({ liftedAt, liftedBy, liftingEvidence }) =>
                liftedAt ? `${date(liftedAt)} par ${liftedBy} : ${liftingEvidence}` : '',
            }
          : { label: 'Action', cell: (row) => <Lifting {...row} /> },
      ]}
    />
  )
}

function Lifting({ id, commune }: OppositionRow) {
  return (
    <Confirm
      label="Lever cette opposition"
      loss={`La mairie (${commune}) pourra de nouveau recevoir des envois. Il faut qu’elle l’ait demandé par écrit.`}
      action={outreachPaths.lifting(id)}
      confirm="Lever l’opposition"
    >
      <TextField
        id={`evidence-${id}`}
        name="evidence"
        label="La demande de la mairie"
        hint="« Courriel du 3 mars de Mme Durand, secrétaire »."
        size="long"
      />
    </Confirm>
  )
}

function NewOpposition({ problems = [], typed = {} }: OppositionListProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <Card title="Inscrire une opposition">
      <Form action={outreachPaths.oppositions()}>
        <TextField
          name="commune"
          label="Code INSEE de la commune"
          hint="Ou laissez vide si l’opposition vient d’une personne, pour sa seule adresse."
          optional
          code
          size="short"
          value={typed.commune}
          error={errorOf('commune')}
        />
        <TextField
          name="address"
          label="Adresse électronique de la personne"
          optional
          type="email"
          value={typed.address}
          error={errorOf('address')}
        />
        <SelectField
          name="channel"
          label="Ce qu’elle refuse"
          value={typed.channel ?? 'all'}
          error={errorOf('channel')}
          choices={Object.entries(oppositionChannelNames).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          name="origin"
          label="Comment elle l’a dit"
          hint="« Téléphone, 3 mars », « courriel »."
          size="long"
          value={typed.origin}
          error={errorOf('origin')}
        />
        <Actions>
          <Button>Inscrire l’opposition</Button>
        </Actions>
      </Form>
    </Card>
  )
}
