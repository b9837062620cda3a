import { Button, ButtonLink } from '#ui/button.tsx'
import { Section } from '#ui/card.tsx'
import { RadioField, SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { dateTime, number, plural, shortDate, typo } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { signingPaths } from '../signing/signing.paths.ts'
import { laneLook, stopReasons } from './lane-looks.ts'
import { lanePaths } from './lanes.paths.ts'
import type { LaneStanding, ListedSuffix } from './lanes.queries.ts'

type LaneListProps = {
  readonly lanes: readonly LaneStanding[]
  readonly suffixes: readonly ListedSuffix[]
  readonly askedAt: Date | undefined
  readonly hasRelay: boolean
  readonly mayAct: boolean
  readonly notice?: string
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
}

/** The lanes: what each operator of mailboxes bears, what it had today, and which is stopped. */
export function LaneListPage(props: LaneListProps) {
  const { lanes, hasRelay, notice, problems = [] } = props

  return (
    <>
      <PageHeader
        title="Voies d’envoi"
        lede="Les mairies dont le courrier arrive chez le même opérateur partagent une voie : Beffroi y écrit aussi doucement que l’opérateur le demande."
        actions={
          <>
            <ButtonLink href={signingPaths.page()}>Signature des courriels</ButtonLink>
            <ButtonLink icon="download" href={lanePaths.sheet()}>
              CSV
            </ButtonLink>
          </>
        }
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      {!hasRelay && (
        <Notice kind="info" title="Aucun serveur d’envoi n’est réglé">
          Les courriels vont dans la boîte d’envoi de Beffroi, sans limite. Ces voies serviront au premier
          vrai envoi.
        </Notice>
      )}
      {lanes.map((lane) => (
        <Alarm {...lane} />
      ))}
      <DataTable
        caption={plural(lanes.length, 'voie', 'voies')}
        rows={lanes}
        columns={[
          {
            label: 'Voie',
            header: true,
            cell: ({ name, label }) => <a href={lanePaths.lane(name)}>{label}</a>,
          },
          { label: 'Mairies', numeric: true, cell: ({ townHalls }) => number(townHalls) },
          { label: 'Au plus', cell: ({ terms }) => bears(terms) },
          { label: 'Aujourd’hui', cell: ({ terms }) => today(terms) },
          {
            label: 'Source lue le',
            cell: ({ limit }) => (limit ? shortDate(new Date(limit.checkedOn)) : ''),
          },
          { label: 'État', cell: (lane) => <Tag {...laneLook(lane)} /> },
        ]}
      />
      <Suffixes {...props} />
    </>
  )
}

/** « 2 connexions, 60 par minute ». */
const bears = ({ connections, perMinute }: LaneStanding['terms']) =>
  typo(`${plural(connections, 'connexion', 'connexions')}, ${number(perMinute)} par minute`)

const today = ({ today: sent, allowedToday }: LaneStanding['terms']) =>
  allowedToday === undefined ? number(sent) : typo(`${number(sent)} sur ${number(allowedToday)}`)

function Alarm({ name, label, stop, alerts }: LaneStanding) {
  const [last] = alerts
  if (stop)
    return (
      <Notice kind="error" title={`${label} : la voie est arrêtée depuis le ${dateTime(stop.since)}`}>
        <p>{typo(stopReasons[stop.why])}</p>
        <p>{typo(`Le serveur a dit : « ${stop.evidence} ».`)}</p>
        <p>
          <a href={lanePaths.lane(name)}>Voir la voie et la rouvrir</a>
        </p>
      </Notice>
    )
  if (!last) return null
  return (
    <Notice kind="warning" title={`${label} : un courriel a été refusé à cause de nous`}>
      <p>
        {typo(
          `Le ${dateTime(last.at)}, le serveur a dit : « ${last.answer} ». Le destinataire n’y est pour rien.`,
        )}
      </p>
      <p>
        <a href={signingPaths.page()}>Contrôler la signature des courriels</a>
      </p>
    </Notice>
  )
}

const kinds = { exchanger: 'Serveur de courrier (MX)', domain: 'Domaine de l’adresse' }

function Suffixes({ suffixes, lanes, askedAt, mayAct, typed = {}, problems = [] }: LaneListProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  const labelOf = (name: string) => lanes.find((lane) => lane.name === name)?.label ?? name

  return (
    <Section title="Comment Beffroi reconnaît une voie" id="terminaisons">
      <p>
        {typo(
          `Par la fin du nom du serveur qui reçoit le courrier d’une mairie, demandé une fois par jour à l’annuaire des noms${askedAt ? ` (dernière réponse : ${dateTime(askedAt)})` : ''}. Sans réponse, la voie d’avant sert encore.`,
        )}
      </p>
      <details open={problems.length > 0}>
        <summary>{plural(suffixes.length, 'terminaison connue', 'terminaisons connues')}</summary>
        <DataTable
          caption="Terminaisons"
          captionHidden
          rows={suffixes}
          columns={[
            { label: 'Terminaison', header: true, cell: ({ suffix }) => <code>{suffix}</code> },
            { label: 'De', cell: ({ kind }) => kinds[kind] },
            { label: 'Voie', cell: ({ lane }) => labelOf(lane) },
            { label: 'Source', cell: ({ source }) => typo(source) },
          ]}
        />
        {mayAct && (
          <Form action={lanePaths.suffixes()} once={typed.once}>
            <TextField
              name="suffix"
              label="Une autre terminaison"
              hint="Comme mail.ovh.net ou mairie-nord.fr."
              value={typed.suffix}
              error={errorOf('suffix')}
            />
            <RadioField
              name="kind"
              label="De quoi"
              value={typed.kind ?? 'exchanger'}
              error={errorOf('kind')}
              choices={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
            />
            <SelectField
              name="lane"
              label="Sa voie"
              value={typed.lane}
              choices={lanes.map(({ name, label }) => ({ value: name, label }))}
            />
            <TextField
              name="source"
              label="D’où le tenez-vous ?"
              value={typed.source}
              error={errorOf('source')}
            />
            <Button>Ajouter la terminaison</Button>
          </Form>
        )}
      </details>
    </Section>
  )
}
