import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { RadioField, SelectField } from '#ui/choice-field.tsx'
import { Columns } from '#ui/columns.tsx'
import { DateField, TextArea, TextField } from '#ui/field.tsx'
import { FieldGroup, Form } from '#ui/form.tsx'
import { date, plural } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Timeline, type TimelineEntry } from '#ui/timeline.tsx'
import { FaultList } from './fault-list.tsx'
import { publiccodePaths } from './publiccode.paths.ts'
import { StandingTag } from './publiccode-list.page.tsx'
import type { Fault } from './standard/fault.ts'
import { developmentStatuses, softwareTypes } from './standard/vocabulary.ts'
import type { DiffLine } from './upstream/diff-lines.ts'
import type { Standing } from './upstream/upstream.ts'
import { type MissingFact, missingFactSentences } from './writing/missing-facts.ts'
import type { StatementForm } from './writing/statement.ts'

export type PubliccodeSheetProps = {
  readonly slug: string
  readonly name: string
  readonly standing: Standing
  readonly text: string
  readonly missing: readonly MissingFact[]
  readonly own: {
    readonly fileName: string
    readonly source: string
    readonly faults: readonly Fault[]
    readonly readAt: Date
    readonly diff: readonly DiffLine[]
  } | null
  readonly request: { readonly title: string; readonly body: string }
  readonly steps: readonly {
    readonly state: 'proposed' | 'merged' | 'refused' | 'held'
    readonly onDay: string
    readonly address: string | null
    readonly note: string | null
    readonly recordedBy: string
  }[]
  readonly statements: readonly { readonly statedBy: string; readonly statedAt: Date }[]
  readonly form: StatementForm
  readonly today: string
  readonly upstreamTyped?: Readonly<Record<string, string>>
  readonly problems?: readonly Problem[]
  readonly notice?: string
}

/** The editors' page of one file: what it lacks, what is wrong with the project's own, and the repair to send. */
export function PubliccodeSheetPage(props: PubliccodeSheetProps) {
  const { slug, name, standing, missing, own, problems = [], notice } = props

  return (
    <>
      <PageHeader
        title={`publiccode.yml : ${name}`}
        aside={<StandingTag standing={standing} />}
        lede={
          missing.length === 0
            ? 'Le fichier que nous écrivons est valide. Il est tenu ici jusqu’à ce que le projet l’adopte.'
            : `Le fichier que nous écrivons est un brouillon : ${plural(missing.length, 'fait manque', 'faits manquent')}. Ce que personne n’a dit n’est pas inventé.`
        }
        actions={
          <>
            <ButtonLink href={publiccodePaths.file(slug)}>Lire le fichier</ButtonLink>
            <ButtonLink kind="quiet" href={publiccodePaths.list()}>
              Revenir aux fichiers
            </ButtonLink>
          </>
        }
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      <Columns side={<Side {...props} />}>
        {missing.length > 0 && <Missing missing={missing} />}
        <Statement {...props} />
        {own && <Own own={own} />}
        <Card title="Le fichier écrit">
          <pre class="code as-typed">{props.text}</pre>
        </Card>
      </Columns>
    </>
  )
}

const Missing = ({ missing }: { missing: readonly MissingFact[] }) => (
  <Card title="Ce qui manque">
    <ul>
      {missing.map((fact) => (
        <li>
          {missingFactSentences[fact]} <small class="soft">{fact}</small>
        </li>
      ))}
    </ul>
  </Card>
)

const Own = ({ own }: { own: NonNullable<PubliccodeSheetProps['own']> }) => (
  <Card title="Le fichier du projet">
    <p class="soft">{`${own.fileName}, ${own.source}, lu le ${date(own.readAt)}.`}</p>
    <FaultList faults={own.faults} />
    {own.diff.length > 0 && (
      <details>
        <summary>Comparer avec le nôtre, ligne par ligne</summary>
        <pre class="code as-typed">{own.diff.map(({ mark, text }) => `${mark} ${text}`).join('\n')}</pre>
      </details>
    )}
  </Card>
)

const Side = (props: PubliccodeSheetProps) => (
  <>
    <Request {...props} />
    <Card title="Suivi">
      {props.steps.length === 0 ? (
        <p>Rien n’a été proposé au projet.</p>
      ) : (
        <Timeline entries={props.steps.map(stepEntry)} />
      )}
      {props.statements.length > 0 && (
        <p class="soft">
          {`Faits dits par ${props.statements.map(({ statedBy, statedAt }) => `${statedBy}, le ${date(statedAt)}`).join(' ; ')}.`}
        </p>
      )}
    </Card>
    <UpstreamForm {...props} />
  </>
)

const stateSentences = {
  proposed: 'Proposé au projet',
  merged: 'Accepté par le projet',
  refused: 'Refusé par le projet',
  held: 'Repris ici',
} as const

const stepEntry = ({
  state,
  onDay,
  address,
  note,
  recordedBy,
}: PubliccodeSheetProps['steps'][number]): TimelineEntry => ({
  at: new Date(onDay),
  icon: state === 'merged' ? 'check' : 'note',
  tone: state === 'merged' ? 'teal' : state === 'refused' ? 'brick' : 'neutral',
  sentence: stateSentences[state],
  detail: note ?? undefined,
  source: recordedBy,
  href: address ?? undefined,
})

const Request = ({ request, missing }: PubliccodeSheetProps) => (
  <Card title="Proposer le fichier au projet">
    {missing.length > 0 ? (
      <p>Dites d’abord les faits qui manquent : on ne propose pas un brouillon.</p>
    ) : (
      <>
        <p>Copiez ce texte dans une demande de fusion ou un courriel ; rien ne part tout seul.</p>
        <TextField name="requestTitle" label="Titre" value={request.title} size="long" optional />
        <TextArea name="requestBody" label="Texte" value={request.body} rows={12} optional />
      </>
    )}
  </Card>
)

function UpstreamForm({ slug, today, upstreamTyped = {}, problems = [] }: PubliccodeSheetProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <Card title="Noter la suite" id="suite">
      <Form action={publiccodePaths.upstream(slug)} once={upstreamTyped.once}>
        <SelectField
          name="state"
          label="Ce qui s’est passé"
          value={upstreamTyped.state ?? 'proposed'}
          choices={Object.entries(stateSentences).map(([value, label]) => ({ value, label }))}
          error={errorOf('state')}
        />
        <DateField
          name="onDay"
          label="Le jour"
          value={upstreamTyped.onDay ?? today}
          error={errorOf('onDay')}
        />
        <TextField
          name="address"
          type="url"
          size="long"
          label="Adresse de la demande"
          optional
          value={upstreamTyped.address}
          error={errorOf('address')}
        />
        <TextArea
          name="note"
          label="Note"
          optional
          rows={2}
          value={upstreamTyped.note}
          error={errorOf('note')}
        />
        <Actions>
          <Button>Noter la suite</Button>
        </Actions>
      </Form>
    </Card>
  )
}

function Statement({ slug, form, problems = [] }: PubliccodeSheetProps) {
  const errorOf = (field: keyof StatementForm) => problems.find((problem) => problem.field === field)?.message
  const same = <Name extends keyof StatementForm>(name: Name) => ({
    name,
    value: form[name],
    error: errorOf(name),
    optional: true,
  })

  return (
    <Card title="Dire ce qu’on sait" id="faits">
      <Form action={publiccodePaths.edit(slug)}>
        <FieldGroup
          legend="L’entretien"
          hint="Un fait laissé vide reste inconnu. Des noms d’équipes ou d’organismes : ni adresse ni téléphone ne sont publiés."
        >
          <SelectField
            {...same('maintenanceType')}
            label="Qui l’entretient"
            placeholder="On ne sait pas"
            choices={[
              { value: 'internal', label: 'L’organisme qui le publie (internal)' },
              { value: 'contract', label: 'Un prestataire sous contrat (contract)' },
              { value: 'community', label: 'Une communauté (community)' },
              { value: 'none', label: 'Personne (none)' },
            ]}
          />
          <TextArea
            {...same('contacts')}
            label="Qui en répond"
            hint="Un par ligne : nom ; organisme."
            rows={2}
          />
          <TextArea
            {...same('contractors')}
            label="Prestataires sous contrat"
            hint="Un par ligne : nom ; fin du contrat comme 2027-12-31 ; site."
            rows={2}
          />
          <TextField {...same('mainCopyrightOwner')} label="Titulaire des droits" size="long" />
        </FieldGroup>
        <FieldGroup legend="L’interface">
          <RadioField
            {...same('localisationReady')}
            label="Peut-elle être traduite ?"
            choices={[
              { value: '', label: 'On ne sait pas' },
              { value: 'yes', label: 'Oui, elle est prévue pour' },
              { value: 'no', label: 'Non' },
            ]}
          />
          <TextField {...same('availableLanguages')} label="Langues" hint="Par leur code : fr, nl, en." />
        </FieldGroup>
        <FieldGroup legend="Le logiciel">
          <SelectField
            {...same('developmentStatus')}
            label="Où en est son développement"
            placeholder="Comme la fiche"
            choices={developmentStatuses.map((value) => ({ value, label: value }))}
          />
          <SelectField
            {...same('softwareType')}
            label="Sa nature"
            placeholder="Comme la fiche"
            choices={softwareTypes.map((value) => ({ value, label: value }))}
          />
          <TextField
            {...same('platforms')}
            label="Où il fonctionne"
            hint="web, windows, mac, linux, ios, android."
          />
          <TextArea {...same('features')} label="Ce qu’il sait faire" hint="Une chose par ligne." rows={4} />
          <TextArea
            {...same('longDescription')}
            label="Présentation"
            hint="150 caractères au moins. Vide : celle de la fiche."
            rows={5}
          />
        </FieldGroup>
        <Actions>
          <Button kind="main">Enregistrer les faits</Button>
        </Actions>
      </Form>
    </Card>
  )
}
