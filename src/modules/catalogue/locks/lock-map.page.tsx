import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextField } from '#ui/field.tsx'
import { KeyFigures } from '#ui/figure.tsx'
import { Form } from '#ui/form.tsx'
import { number, plural, typo } from '#ui/french.ts'
import { Funnel } from '#ui/funnel.tsx'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState, ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { lockForceNames, lockForces } from './lock.ts'
import type { LockFilter, MappedLock } from './lock-map.queries.ts'
import { lockName } from './lock-words.ts'
import { lockPaths } from './locks.paths.ts'

export type LockMapProps = {
  readonly locks: readonly MappedLock[]
  readonly asked: { readonly asked: number; readonly free: number; readonly held: number }
  readonly waiting: number
  readonly filter: LockFilter
  readonly departements: readonly { readonly value: string; readonly label: string }[]
  readonly notice?: string
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

/** The lock map: what holds communes, how many each lock holds, and how many it alone holds. */
export function LockMapPage(props: LockMapProps) {
  const { locks, asked, waiting, filter, notice, problems } = props
  const { q, forces, departement } = filter
  const words = { q, forces, departement }
  const best = locks.filter(({ freed }) => freed > 0).toSorted((one, other) => other.freed - one.freed)[0]

  return (
    <>
      <PageHeader
        title="Carte des verrous"
        lede="Ce que les logiciels métier imposent aux mairies, dit et confirmé par elles. Un verrou tenu par beaucoup montre où porter l’effort."
        actions={
          <ButtonLink kind="main" href={lockPaths.declare()}>
            Noter un verrou
          </ButtonLink>
        }
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      <KeyFigures
        figures={[
          { value: number(asked.asked), label: 'communes interrogées' },
          { value: number(asked.held), label: 'tenues par un verrou', href: lockPaths.list(words) },
          { value: number(asked.free), label: 'libres' },
          {
            value: number(waiting),
            label: 'verrous à confirmer',
            href: lockPaths.list({ standing: 'waiting' }),
          },
        ]}
      />
      {best && (
        <p>
          {typo(`Ouvrir « ${lockName(best)} » libérerait `)}
          <a href={lockPaths.list({ forces: best.forces, what: best.whatPlain, departement })}>
            {plural(best.freed, 'commune', 'communes')}
          </a>
          {typo(` qui n’${best.freed > 1 ? 'ont' : 'a'} pas d’autre verrou.`)}
        </p>
      )}
      <ListHeader
        count={locks.length}
        one="verrou"
        many="verrous"
        search={{ action: lockPaths.map(), label: 'Chercher un logiciel, une commune, un verrou', value: q }}
        filters={<Filters {...props} />}
        exports={[
          { label: 'CSV', href: lockPaths.sheet('csv', words) },
          { label: 'ODS', href: lockPaths.sheet('ods', words) },
        ]}
      />
      {locks.length === 0 ? (
        <EmptyState
          title="Aucun verrou confirmé"
          action={{ label: 'Noter un verrou', href: lockPaths.declare() }}
        >
          Une visite, un accompagnement ou un appel le révèle : notez-le, la mairie confirmera.
        </EmptyState>
      ) : (
        <>
          <Funnel
            title="Combien de communes chaque verrou tient"
            description="Sur les communes interrogées : celles qui ont dit un verrou, ou qu’elles n’en ont pas."
            of={asked.asked}
            steps={locks.slice(0, 12).map((lock) => ({
              label: lockName(lock),
              count: lock.communes,
              tone: 'ochre',
              href: lockPaths.list({ forces: lock.forces, what: lock.whatPlain, departement }),
            }))}
          />
          <Table locks={locks} departement={departement} />
        </>
      )}
      <FreeCommune {...props} />
    </>
  )
}

const Filters = ({ filter, departements }: LockMapProps) => (
  <>
    <SelectField
      name="forces"
      label="Impose"
      optional
      placeholder="Peu importe"
      value={filter.forces}
      choices={lockForces.map((value) => ({ value, label: lockForceNames[value] }))}
    />
    <SelectField
      name="departement"
      label="Département"
      optional
      placeholder="Tous"
      value={filter.departement}
      choices={departements}
    />
  </>
)

const Table = ({
  locks,
  departement,
}: {
  readonly locks: readonly MappedLock[]
  readonly departement?: string
}) => (
  <DataTable
    caption="Verrous"
    captionHidden
    rows={locks}
    columns={[
      {
        label: 'Verrou',
        header: true,
        cell: (lock) => (
          <a href={lockPaths.list({ forces: lock.forces, what: lock.whatPlain, departement })}>
            {lockName(lock)}
          </a>
        ),
      },
      { label: 'Imposé par', cell: ({ products }) => products.join(', ') },
      { label: 'Communes tenues', numeric: true, cell: ({ communes }) => number(communes) },
      { label: 'Sans autre verrou', numeric: true, cell: ({ freed }) => number(freed) },
    ]}
  />
)

const FreeCommune = ({ typed, problems }: LockMapProps) => (
  <Card title="Une commune interrogée que rien ne bloque" id="libre">
    <p>{typo('Cela compte autant qu’un verrou : sans elle, « 12 communes » ne veut rien dire.')}</p>
    <Form action={lockPaths.surveys()}>
      <TextField
        name="commune"
        label="La commune"
        hint="Son nom ou son code INSEE."
        size="long"
        maxlength={120}
        value={typed.commune}
        error={problems.find(({ field }) => field === 'commune')?.message}
      />
      <TextField
        name="source"
        label="Comment vous le savez"
        hint="« Visite du 3 mars », « appel »."
        size="long"
        maxlength={200}
        value={typed.source}
        error={problems.find(({ field }) => field === 'source')?.message}
      />
      <Actions>
        <Button>Noter que rien ne la bloque</Button>
      </Actions>
    </Form>
  </Card>
)
