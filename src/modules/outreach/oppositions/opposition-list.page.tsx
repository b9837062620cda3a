import { Actions, Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { Columns } from '#ui/columns.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextArea } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date, plural, typo } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState, ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { addressKindNames, oppositionChannelNames, topicNames, yearsBeforeReview } from './opposition.ts'
import { choicesOf, OppositionForm } from './opposition-form.tsx'
import type { OppositionFigures, OppositionFilter, OppositionRow } from './opposition-list.queries.ts'
import { holderOf, originOf, scopeOf } from './opposition-words.ts'
import { oppositionPaths } from './oppositions.paths.ts'

export type OppositionListProps = {
  readonly oppositions: readonly OppositionRow[]
  readonly total: number
  readonly figures: OppositionFigures
  readonly filter: OppositionFilter
  readonly page: number
  readonly pages: number
  /** Names that the form proposes: the communes of the perimeter. */
  readonly communes: readonly string[]
  readonly check?: AddressCheck
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
  readonly notice?: string
}

/** What an address that was typed is answered; the address itself is kept nowhere. */
export type AddressCheck = { readonly kind: keyof typeof addressKindNames; readonly found?: OppositionRow }

/** Who asked not to be written to: no import and no wave changes this list. */
export function OppositionListPage(props: OppositionListProps) {
  const { figures, check, problems = [], notice } = props

  return (
    <>
      <PageHeader
        title="Oppositions"
        lede="Les mairies, les entreprises et les personnes qui ne veulent plus d’envoi. Aucun import, aucune vague n’y change rien : une opposition se lève sur demande datée, et par une personne nommée."
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      {check && <Checked {...check} />}
      {figures.toReview > 0 && (
        <Notice
          kind="warning"
          title={`${plural(figures.toReview, 'opposition à revoir', 'oppositions à revoir')}`}
        >
          <a href={oppositionPaths.list({ state: 'to-review' })}>
            {`Inscrites ou revues il y a plus de ${yearsBeforeReview} ans`}
          </a>
          {'\u00a0: elles restent en vigueur, et une personne dit qu’elle les a relues.'}
        </Notice>
      )}
      <List {...props} />
      <Columns side={<Side {...props} />}>
        <OppositionForm communes={props.communes} typed={props.typed} problems={problems} />
      </Columns>
    </>
  )
}

function List({ oppositions, total, filter, page, pages }: OppositionListProps) {
  const words = { ...filter, state: filter.state === 'active' ? undefined : filter.state }
  const [one, many] = counted[filter.state]

  return (
    <>
      <ListHeader
        count={total}
        one={one}
        many={many}
        search={{
          action: oppositionPaths.list(),
          label: 'Chercher une commune ou une entreprise',
          value: filter.q,
        }}
        filters={<Filters filter={filter} />}
        exports={[
          { label: 'CSV', href: oppositionPaths.sheet('csv', words) },
          { label: 'ODS', href: oppositionPaths.sheet('ods', words) },
        ]}
      />
      {oppositions.length === 0 ? (
        <EmptyState title={`Aucune ${one}`}>
          Une mairie s’oppose depuis sa page de réponse ou le lien d’un courriel, ou en le disant :
          inscrivez-la alors le jour même.
        </EmptyState>
      ) : (
        <Table oppositions={oppositions} />
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(other) => oppositionPaths.list({ ...words, page: other })}
      />
    </>
  )
}

const counted: Record<OppositionFilter['state'], readonly [string, string]> = {
  active: ['opposition en vigueur', 'oppositions en vigueur'],
  'to-review': ['opposition à revoir', 'oppositions à revoir'],
  lifted: ['opposition levée', 'oppositions levées'],
}

const Filters = ({ filter }: { filter: OppositionFilter }) => (
  <>
    <SelectField
      name="state"
      label="Lesquelles"
      optional
      value={filter.state}
      choices={choicesOf({ active: 'En vigueur', 'to-review': 'À revoir', lifted: 'Levées' })}
    />
    <SelectField
      name="holder"
      label="De qui"
      optional
      placeholder="Tous"
      value={filter.holder}
      choices={choicesOf({ 'town-hall': 'Mairies', company: 'Entreprises', address: 'Adresses' })}
    />
    <SelectField
      name="channel"
      label="Refuse"
      optional
      placeholder="Peu importe"
      value={filter.channel}
      choices={choicesOf(oppositionChannelNames)}
    />
    <SelectField
      name="topic"
      label="Sujet"
      optional
      placeholder="Peu importe"
      value={filter.topic}
      choices={choicesOf(topicNames)}
    />
  </>
)

const Table = ({ oppositions }: { oppositions: readonly OppositionRow[] }) => (
  <DataTable
    caption="Oppositions"
    captionHidden
    rows={oppositions}
    columns={[
      {
        label: 'De qui',
        header: true,
        cell: (row) => <a href={oppositionPaths.show(row.id)}>{holderOf(row)}</a>,
      },
      {
        label: 'Refuse',
        cell: (row) => (
          <>
            {scopeOf(row)}
            {row.successors.length > 0 && (
              <small class="soft"> (vaut pour {row.successors.map(({ name }) => name).join(', ')})</small>
            )}
          </>
        ),
      },
      { label: 'Depuis', cell: ({ since }) => date(since) },
      { label: 'Dit par', cell: originOf },
      {
        label: 'Suite',
        cell: ({ liftedAt, liftedBy, reviewedAt, reviewedBy }) =>
          liftedAt
            ? `Levée le ${date(liftedAt)} par ${liftedBy}`
            : reviewedAt
              ? `Revue le ${date(reviewedAt)} par ${reviewedBy}`
              : '',
      },
    ]}
  />
)

function Checked({ kind, found }: AddressCheck) {
  const name = addressKindNames[kind].toLowerCase()
  return found ? (
    <Notice kind="warning" title={`Oui : cette ${name} est en opposition`}>
      <a href={oppositionPaths.show(found.id)}>{`Depuis le ${date(found.since)}, ${originOf(found)}`}</a>
    </Notice>
  ) : (
    <Notice kind="info" title={`Non : cette ${name} n’est pas en opposition`}>
      La question n’a pas été gardée. La mairie, elle, peut s’être opposée : cherchez sa commune.
    </Notice>
  )
}

const Side = ({ figures, typed, problems = [] }: OppositionListProps) => (
  <>
    <Card title="En vigueur">
      <p>
        {`${plural(figures.townHalls, 'mairie', 'mairies')}, ${plural(figures.companies, 'entreprise', 'entreprises')} et ${plural(figures.addresses, 'adresse', 'adresses')}.`}{' '}
        Une adresse n’est gardée que sous forme d’empreinte : elle ne peut pas être relue.
      </p>
      <p class="soft">
        {typo(
          'Cette liste n’a pas de date de fin et ne sert qu’à ne pas écrire : au moins trois ans, comme la CNIL le demande, puis revue tous les trois ans par une personne.',
        )}
      </p>
    </Card>
    <Card title="Cette adresse est-elle en opposition ?" id="verifier">
      <Form action={oppositionPaths.check()}>
        <TextArea
          name="checked"
          label="Adresse électronique, téléphone ou adresse postale"
          hint="Elle n’est pas gardée : seule son empreinte est comparée."
          rows={2}
          error={problems.find(({ field }) => field === 'checked')?.message}
          value={typed?.checked}
        />
        <Actions>
          <Button>Vérifier</Button>
        </Actions>
      </Form>
    </Card>
  </>
)
