import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card, Section } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextField } from '#ui/field.tsx'
import { Form, HiddenField } from '#ui/form.tsx'
import { date, plural, time, typo } from '#ui/french.ts'
import { EmptyState, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { showReplyCode } from '#values/reply-code.ts'
import { deliveryPaths } from '../deliveries/deliveries.paths.ts'
import { oppositionPaths } from '../oppositions/oppositions.paths.ts'
import { returnReasonNames, returnReasons } from './return-reason.ts'
import { returnPaths } from './returns.paths.ts'
import type { FoundLetter, RecordedReturn } from './returns.queries.ts'

export type ReturnsPageProps = {
  /** The letter whose code was typed, until its reason is said. */
  readonly letter?: FoundLetter
  /** What was typed in the field that is shown. */
  readonly typed?: string
  readonly problem?: string
  readonly returns: readonly RecordedReturn[]
  readonly notice?: string
  /** A town hall that has just refused a letter: a person may record that it opposes. */
  readonly refusing?: { readonly insee: string; readonly commune: string }
}

/** Letters that came back: a code, a reason, and the next one. Everything is done without a mouse. */
export function ReturnsPage(props: ReturnsPageProps) {
  const { letter, returns, notice, refusing } = props

  return (
    <>
      <PageHeader
        title="Lettres revenues"
        lede="Scannez le carré de la lettre, ou tapez le code imprimé à côté, puis dites le motif que La Poste a coché."
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      {refusing && <MayOppose {...refusing} />}
      {letter ? <ReasonOf letter={letter} problem={props.problem} /> : <CodeField {...props} />}
      <Today returns={returns} />
    </>
  )
}

function CodeField({ typed, problem }: ReturnsPageProps) {
  return (
    <Card title="Quelle lettre ?">
      <Form action={returnPaths.list()} method="get">
        <TextField
          name="code"
          label="Code de la lettre"
          hint="Dix signes, avec ou sans tiret. Un scanner à main écrit l’adresse entière : elle convient aussi."
          value={typed}
          error={problem}
          focused
          code
          autocomplete="off"
        />
        <Actions>
          <Button kind="main">Trouver la lettre</Button>
        </Actions>
      </Form>
    </Card>
  )
}

function ReasonOf({
  letter: { delivery, commune, wave },
  problem,
}: {
  letter: FoundLetter
  problem?: string
}) {
  return (
    <Card title={`Mairie : ${commune}`}>
      <p>
        {typo(
          `« ${wave} », postée le ${delivery.settledAt ? date(delivery.settledAt) : 'jour inconnu'}. Code ${delivery.replyCode ? showReplyCode(delivery.replyCode) : ''}.`,
        )}
        <br />
        {delivery.address?.split('\n').join(', ')}
      </p>
      <Form action={returnPaths.list()}>
        <HiddenField name="deliveryId" value={delivery.id} />
        <TextField
          name="key"
          label="Motif, de 1 à 4"
          hint="Tapez le chiffre puis Entrée, ou choisissez ci-dessous."
          size="short"
          inputmode="numeric"
          error={problem}
          optional
          focused
          autocomplete="off"
        />
        <Actions>
          <Button kind="main">Noter le motif tapé</Button>
        </Actions>
        <Actions>
          {returnReasons.map((reason, rank) => (
            <Button name="reason" value={reason}>
              {`${rank + 1} · ${returnReasonNames[reason]}`}
            </Button>
          ))}
          <ButtonLink kind="quiet" href={returnPaths.list()}>
            Ce n’est pas cette lettre
          </ButtonLink>
        </Actions>
      </Form>
    </Card>
  )
}

function MayOppose({ insee, commune }: { insee: string; commune: string }) {
  return (
    <Notice kind="warning" title={`La mairie a refusé la lettre (${commune})`}>
      <p>
        {typo(
          'L’adresse est bonne. Si la mairie ne veut plus de courrier, inscrivez son opposition ; Beffroi ne le fait jamais de lui-même. Sinon, il n’y a rien à faire.',
        )}
      </p>
      <Form action={oppositionPaths.list()}>
        <HiddenField name="commune" value={insee} />
        <HiddenField name="address" value="" />
        <HiddenField name="channel" value="letter" />
        <HiddenField name="topic" value="all" />
        <HiddenField name="origin" value="Lettre refusée, revenue par La Poste" />
        <Actions>
          <Button>Inscrire son opposition aux lettres</Button>
        </Actions>
      </Form>
    </Notice>
  )
}

function Today({ returns }: { returns: readonly RecordedReturn[] }) {
  const last = returns.find(({ isUndone }) => !isUndone)
  const counted = returns.filter(({ isUndone }) => !isUndone).length

  return (
    <Section title="Revenues aujourd’hui">
      {returns.length === 0 ? (
        <EmptyState title="Aucune lettre revenue aujourd’hui" />
      ) : (
        <DataTable
          caption={plural(counted, 'lettre revenue', 'lettres revenues')}
          rows={returns}
          columns={[
            { label: 'Heure', cell: ({ at }) => time(at) },
            {
              label: 'Commune',
              header: true,
              cell: ({ deliveryId, commune }) => <a href={deliveryPaths.show(deliveryId)}>{commune}</a>,
            },
            { label: 'Motif', cell: ({ reason }) => reason },
            { label: 'Par', cell: ({ by }) => by },
            { label: 'Suite', cell: (row) => <Next row={row} isLast={row === last} /> },
          ]}
        />
      )}
    </Section>
  )
}

function Next({
  row: { deliveryId, isUndone, isAnswered },
  isLast,
}: {
  row: RecordedReturn
  isLast: boolean
}) {
  if (isUndone) return <Tag label="Annulée" />
  if (isAnswered) return <Tag label="A répondu depuis" tone="teal" />
  if (!isLast) return <span>–</span>

  return (
    <form method="post" action={returnPaths.undoing()}>
      <HiddenField name="deliveryId" value={deliveryId} />
      <Button kind="quiet">Annuler cette saisie</Button>
    </form>
  )
}
