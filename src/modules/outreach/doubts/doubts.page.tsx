import { Actions, Button } from '#ui/button.tsx'
import { Card, Grid, Section } from '#ui/card.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { FileField, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { dateTime } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState, ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { explain } from '../deliveries/delivery-words.ts'
import { outreachPaths } from '../waves/waves.paths.ts'
import { doubtPaths } from './doubts.paths.ts'
import type { Doubt, DoubtSort } from './doubts.queries.ts'
import { type FindingOutcome, findingSentences, summary } from './finding-words.ts'

export type DoubtWords = {
  readonly q: string
  readonly wave?: string
  readonly sort: DoubtSort
  readonly order: 'asc' | 'desc'
  readonly page: number
}

/** What a log that somebody gave said, doubt by doubt. */
export type ShownFinding = {
  readonly id: string
  readonly addressee: string
  readonly wave: string
  readonly outcome: FindingOutcome
}

export type DoubtsProps = {
  readonly doubts: readonly Doubt[]
  readonly total: number
  readonly words: DoubtWords
  readonly waves: readonly { readonly id: string; readonly name: string }[]
  readonly mayRule: boolean
  /** Until when the relay's log was read by Beffroi itself; undefined when RELAY_LOG is not set. */
  readonly followed?: { readonly readAt?: Date }
  readonly findings?: readonly ShownFinding[]
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
  readonly chosen?: readonly string[]
  readonly notice?: string
}

/** Every e-mail of which nobody knows whether it arrived: never lost from sight, never sent again by the program. */
export function DoubtsPage(props: DoubtsProps) {
  const { doubts, total, words, mayRule, findings, problems = [], notice } = props
  const filters = { q: words.q, wave: words.wave }
  const isFiltered = Boolean(words.q || words.wave)

  return (
    <>
      <PageHeader
        title="Doutes"
        lede="Ces courriels ont été remis, et aucune réponse n’est revenue : nul ne sait s’ils sont arrivés. Beffroi ne les renvoie pas de lui-même."
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      {findings && <Findings findings={findings} />}
      {total > 0 || isFiltered ? (
        <>
          <ListHeader
            count={total}
            one="envoi douteux"
            many="envois douteux"
            search={{
              action: doubtPaths.list(),
              label: 'Chercher un destinataire ou une adresse',
              value: words.q,
            }}
            filters={<Filters {...props} />}
            exports={[
              { label: 'CSV', href: doubtPaths.sheet('csv', filters) },
              { label: 'ODS', href: doubtPaths.sheet('ods', filters) },
            ]}
          />
          {doubts.length > 0 ? (
            <Table {...props} />
          ) : (
            <EmptyState
              title="Aucun doute ne correspond"
              action={{ label: 'Voir tous les doutes', href: doubtPaths.list() }}
            />
          )}
          <Pagination
            page={words.page}
            pages={Math.ceil(total / 50)}
            href={(page) => doubtPaths.list({ ...words, page })}
          />
        </>
      ) : (
        <EmptyState title="Aucun doute">
          Chaque courriel envoyé a reçu une réponse. Si une remise est coupée, elle apparaîtra ici.
        </EmptyState>
      )}
      {mayRule && (
        <Grid>
          {doubts.length > 0 && <Ruling {...props} />}
          <RelayLog {...props} />
        </Grid>
      )}
    </>
  )
}

const Findings = ({ findings }: { findings: readonly ShownFinding[] }) => (
  <Section title="Ce que dit ce journal">
    <Notice
      kind={findings.length > 0 ? 'info' : 'success'}
      title={summary(findings.map(({ outcome }) => outcome))}
    />
    {findings.length > 0 && (
      <DataTable
        caption="Ce que dit ce journal, envoi par envoi"
        captionHidden
        rows={findings}
        columns={[
          {
            label: 'Commune',
            header: true,
            cell: ({ id, addressee }) => <a href={outreachPaths.delivery(id)}>{addressee}</a>,
          },
          { label: 'Vague', cell: ({ wave }) => wave },
          { label: 'Ce qu’on y lit', cell: ({ outcome }) => findingSentences[outcome] },
        ]}
      />
    )}
  </Section>
)

const Filters = ({ waves, words }: DoubtsProps) => (
  <SelectField
    name="wave"
    label="Vague"
    optional
    placeholder="Toutes"
    value={words.wave}
    choices={waves.map(({ id, name }) => ({ value: id, label: name }))}
  />
)

function Table({ doubts, words, mayRule, chosen = [] }: DoubtsProps) {
  const sorted = (sort: DoubtSort) => ({
    href: doubtPaths.list({
      ...words,
      page: undefined,
      sort,
      order: words.sort === sort && words.order === 'asc' ? 'desc' : 'asc',
    }),
    direction:
      words.sort === sort
        ? words.order === 'asc'
          ? ('ascending' as const)
          : ('descending' as const)
        : undefined,
  })

  return (
    <DataTable
      caption="Envois douteux"
      captionHidden
      rows={doubts}
      columns={[
        ...(mayRule
          ? [
              {
                label: 'Choisir',
                cell: ({ id, addressee }: Doubt) => (
                  <input
                    type="checkbox"
                    name="id"
                    value={id}
                    form="ruling"
                    checked={chosen.includes(id)}
                    aria-label={`Choisir ${addressee}`}
                  />
                ),
              },
            ]
          : []),
        {
          label: 'Commune',
          header: true,
          sort: sorted('commune'),
          cell: ({ id, addressee, address }) => (
            <>
              <a href={outreachPaths.delivery(id)}>{addressee}</a>
              <small class="soft lines">{address}</small>
            </>
          ),
        },
        {
          label: 'Vague',
          sort: sorted('wave'),
          cell: ({ waveId, wave }) => <a href={outreachPaths.wave(waveId)}>{wave}</a>,
        },
        { label: 'Depuis', sort: sorted('since'), cell: ({ since }) => dateTime(since) },
        { label: 'Ce qui s’est passé', cell: (doubt) => explain({ ...doubt, state: 'uncertain' }) },
        { label: 'Le journal du relais', cell: ({ proof }) => proofOf(proof) },
      ]}
    />
  )
}

const proofOf = (proof: Doubt['proof']) =>
  proof ? (
    <span class="lines">{proof.answer ?? 'Il a été pris.'}</span>
  ) : (
    <span class="soft">Rien pour l’instant.</span>
  )

function Ruling({ problems = [], typed = {} }: DoubtsProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  return (
    <Card title="Trancher les envois choisis">
      <p>Un envoi renvoyé l’est à votre nom. Si le premier était arrivé, la mairie le recevra deux fois.</p>
      <Form action={doubtPaths.accept()} id="ruling">
        <TextField
          name="reason"
          label="Ce qui le prouve, ou pourquoi"
          hint="Par exemple : la mairie l’a sous les yeux."
          size="long"
          value={typed.reason}
          error={errorOf('reason')}
        />
        <Actions>
          <Button kind="main">Tenir pour arrivés</Button>
          <Button formaction={doubtPaths.sendAgain()}>Renvoyer</Button>
        </Actions>
      </Form>
    </Card>
  )
}

function RelayLog({ problems = [], followed }: DoubtsProps) {
  return (
    <Card title="Chercher dans le journal du relais">
      <p>
        Le relais Postfix note chaque courriel qu’il prend. Beffroi y cherche les envois douteux : ceux qu’il
        retrouve sont tenus pour envoyés, ceux dont il prouve qu’ils ne sont jamais partis redeviennent prêts
        à partir.
      </p>
      {followed && (
        <p class="soft">
          {followed.readAt
            ? `Beffroi le lit aussi de lui-même, chaque minute : la dernière fois le ${dateTime(followed.readAt)}.`
            : 'Beffroi le lira aussi de lui-même, chaque minute.'}
        </p>
      )}
      <Form action={doubtPaths.relayLog()} files>
        <FileField
          name="file"
          label="Le fichier du journal"
          hint="/var/log/mail.log, compressé ou non, 20 Mo au plus."
          error={problems.find(({ field }) => field === 'file')?.message}
        />
        <Actions>
          <Button>Lire ce journal</Button>
        </Actions>
      </Form>
    </Card>
  )
}
