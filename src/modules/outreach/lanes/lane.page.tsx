import { Button } from '#ui/button.tsx'
import { Card, Section } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { DateField, TextField } from '#ui/field.tsx'
import { FieldGroup, Form } from '#ui/form.tsx'
import { date, dateTime, number, plural, typo } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { deliveryPaths } from '../deliveries/deliveries.paths.ts'
import { laneLook, stopReasons } from './lane-looks.ts'
import { lanePaths } from './lanes.paths.ts'
import type { LaneLimit, LaneStanding, LaneStop } from './lanes.queries.ts'

type LanePageProps = {
  readonly lane: LaneStanding
  readonly limits: readonly LaneLimit[]
  readonly stops: readonly LaneStop[]
  readonly today: string
  readonly mayAct: boolean
  readonly notice?: string
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
}

/** One lane: what it bears and who says so, what it had today, its refusals about us, its stops. */
export function LanePage(props: LanePageProps) {
  const { lane, notice, problems = [], mayAct } = props

  return (
    <>
      <PageHeader
        title={lane.label}
        aside={<Tag {...laneLook(lane)} />}
        lede={`${plural(lane.townHalls, 'mairie du périmètre y reçoit', 'mairies du périmètre y reçoivent')} son courrier.`.replace(
          'reçoivent son',
          'reçoivent leur',
        )}
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      <Stopped lane={lane} mayAct={mayAct} />
      <InForce {...lane} />
      <Alerts {...lane} />
      <History {...props} />
      {mayAct && <AddLimit {...props} />}
    </>
  )
}

function Stopped({ lane: { name, stop }, mayAct }: Pick<LanePageProps, 'lane' | 'mayAct'>) {
  if (!stop) return null

  return (
    <Card title="La voie est arrêtée">
      <p>{typo(stopReasons[stop.why])}</p>
      <p>{typo(`Depuis le ${dateTime(stop.since)}. Le serveur a dit : « ${stop.evidence} ».`)}</p>
      {mayAct && (
        <form method="post" action={lanePaths.restart(name)}>
          <Button kind="main">Rouvrir la voie</Button>
        </form>
      )}
    </Card>
  )
}

function InForce({ terms, limit }: LaneStanding) {
  return (
    <Section title="Ce qu’elle supporte">
      <DataList>
        <Datum label="Connexions en même temps">{number(terms.connections)}</Datum>
        <Datum label="Messages par connexion">{number(terms.messagesPerConnection)}</Datum>
        <Datum label="Messages par minute">{number(terms.perMinute)}</Datum>
        <Datum label="Aujourd’hui">
          {terms.allowedToday === undefined
            ? number(terms.today)
            : typo(`${number(terms.today)} sur ${number(terms.allowedToday)}`)}
        </Datum>
        {limit && limit.perMinute > terms.perMinute && (
          <Datum label="Ralentie">
            {typo(`Elle a demandé d’aller moins vite que ${number(limit.perMinute)} par minute.`)}
          </Datum>
        )}
      </DataList>
      {limit && (
        <p class="hint">{typo(`Source, lue le ${date(new Date(limit.checkedOn))} : ${limit.source}`)}</p>
      )}
    </Section>
  )
}

function Alerts({ alerts }: LaneStanding) {
  if (alerts.length === 0) return null

  return (
    <Section title="Refusés à cause de nous">
      <p>
        Les destinataires n’y sont pour rien : ces courriels repartiront. Au troisième sur cent, la voie
        s’arrête.
      </p>
      <DataTable
        caption="Refus"
        captionHidden
        rows={alerts}
        columns={[
          {
            label: 'Quand',
            header: true,
            cell: ({ at, deliveryId }) => <a href={deliveryPaths.show(deliveryId)}>{dateTime(at)}</a>,
          },
          { label: 'Le serveur a dit', cell: ({ answer }) => answer },
        ]}
      />
    </Section>
  )
}

function History({ limits, stops }: LanePageProps) {
  return (
    <Section title="Ce qui a été dit d’elle">
      <DataTable
        caption={plural(limits.length, 'limite', 'limites')}
        rows={limits}
        columns={[
          { label: 'À partir du', header: true, cell: ({ validFrom }) => date(new Date(validFrom)) },
          { label: 'Limites', cell: limitSentence },
          {
            label: 'Source',
            cell: ({ source, checkedOn }) => typo(`${source} (lue le ${date(new Date(checkedOn))})`),
          },
          { label: 'Enregistrée par', cell: ({ recordedBy }) => recordedBy ?? 'Beffroi' },
        ]}
      />
      {stops.length > 0 && (
        <DataTable
          caption={plural(stops.length, 'arrêt', 'arrêts')}
          rows={stops}
          columns={[
            { label: 'Depuis', header: true, cell: ({ since }) => dateTime(since) },
            { label: 'Le serveur a dit', cell: ({ evidence }) => evidence },
            {
              label: 'Rouverte',
              cell: ({ restartedAt, restartedBy }) =>
                restartedAt ? typo(`le ${dateTime(restartedAt)} par ${restartedBy}`) : 'pas encore',
            },
          ]}
        />
      )}
    </Section>
  )
}

const limitSentence = ({
  connections,
  messagesPerConnection,
  perMinute,
  perDay,
  warmUpStart,
  warmUpGrowth,
}: LaneLimit) =>
  typo(
    [
      plural(connections, 'connexion', 'connexions'),
      `${number(messagesPerConnection)} messages chacune`,
      `${number(perMinute)} par minute`,
      perDay && `${number(perDay)} par jour`,
      warmUpStart && `${number(warmUpStart)} le premier jour, puis × ${number(warmUpGrowth)}`,
    ]
      .filter(Boolean)
      .join(', '),
  )

function AddLimit({ lane: { name, limit }, today, typed, problems = [] }: LanePageProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  const written = (field: keyof LaneLimit) => typed?.[field] ?? String(limit?.[field] ?? '')
  const figure = (field: keyof LaneLimit, label: string, hint?: string) => (
    <TextField
      name={field}
      label={label}
      hint={hint}
      inputmode="numeric"
      size="short"
      value={written(field)}
      error={errorOf(field)}
    />
  )

  return (
    <Section title="Changer les limites" id="changer">
      <p>Une limite ne se corrige pas : on en ajoute une autre, datée, avec sa source.</p>
      <Form action={lanePaths.limits(name)} once={typed?.once}>
        <FieldGroup legend="Au même moment">
          {figure('connections', 'Connexions')}
          {figure('messagesPerConnection', 'Messages par connexion')}
          {figure('perMinute', 'Messages par minute')}
        </FieldGroup>
        <FieldGroup
          legend="Dans la journée"
          hint="Un opérateur qui ne nous connaît pas encore se méfie : on commence doucement."
        >
          {figure('perDay', 'Messages par jour', 'Vide : rien ne le borne.')}
          {figure('warmUpStart', 'Le premier jour', 'Vide : pas de montée progressive.')}
          {figure('warmUpGrowth', 'Puis, chaque jour, multiplié par')}
        </FieldGroup>
        <FieldGroup legend="D’où cela vient">
          <TextField name="source" label="Source" value={typed?.source ?? ''} error={errorOf('source')} />
          <DateField
            name="checkedOn"
            label="Lue le"
            value={typed?.checkedOn ?? today}
            error={errorOf('checkedOn')}
          />
          <DateField
            name="validFrom"
            label="À partir du"
            value={typed?.validFrom ?? today}
            error={errorOf('validFrom')}
          />
        </FieldGroup>
        <Button kind="main">Enregistrer la limite</Button>
      </Form>
    </Section>
  )
}
