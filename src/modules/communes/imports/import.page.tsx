import type { Work } from '#platform/jobs/works.ts'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Checkbox } from '#ui/choice-field.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { Form } from '#ui/form.tsx'
import { date, dateTime, number, plural } from '#ui/french.ts'
import { EmptyState, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Progress } from '#ui/progress.tsx'
import { Steps } from '#ui/steps.tsx'
import { changes, isShort, type RunRefusal } from './import.ts'
import { ImportReport, type Report } from './import-report.page.tsx'
import { ImportStateTag } from './import-state.page.tsx'
import { formatNames, runRefusals } from './import-words.ts'
import { importPaths } from './imports.paths.ts'
import type { Import } from './imports.queries.ts'

type Props = {
  readonly found: Import
  readonly work: Work | undefined
  readonly report: Report
  readonly refusal?: RunRefusal
}

/** One import: where it stands, what its dry run says, what is to be done next. */
export function ImportPage({ found, work, report, refusal }: Props) {
  return (
    <>
      <PageHeader title={found.fileName} aside={<ImportStateTag state={found.state} />} />
      <Steps
        steps={[{ label: 'Déposer' }, { label: 'Vérifier' }, { label: 'Importer' }]}
        current={stepOf(found)}
      />
      {refusal && <Notice kind="error" title={runRefusals[refusal]} />}
      {isAtWork(work) ? <AtWork found={found} work={work} /> : <NextStep found={found} work={work} />}
      <Identity found={found} />
      {report.total > 0 || changes(found.counts) > 0 ? (
        <ImportReport
          report={report}
          title={found.state === 'done' ? 'Ce que la vérification disait' : 'Rapport de vérification'}
        />
      ) : null}
    </>
  )
}

/** While a job works on it, the page reloads by itself. */
export const isAtWork = (work: Work | undefined): work is Work =>
  work?.state === 'queued' || work?.state === 'running'

const stepOf = ({ state }: Import) =>
  state === 'done' ? 3 : state === 'uploaded' || state === 'failed' ? 1 : 2

const AtWork = ({ found, work }: { readonly found: Import; readonly work: Work }) => (
  <Progress
    label={
      found.state === 'running' ? 'Import en cours, par lots de mille communes' : 'Vérification du fichier'
    }
    done={work.done}
    total={work.total ?? 1}
    stop={{
      action: importPaths.stop(found.id),
      label: found.state === 'running' ? 'Arrêter l’import' : 'Arrêter la vérification',
    }}
  />
)

function NextStep({ found, work }: { readonly found: Import; readonly work: Work | undefined }) {
  if (found.state === 'failed') return <Failed found={found} />
  if (found.state === 'done') return <Done found={found} />
  if (found.state === 'stopped') return <Stopped found={found} />
  if (found.state === 'checked') return <Checked found={found} />

  return (
    <Notice
      kind="warning"
      title={work?.state === 'stopped' ? 'La vérification a été arrêtée' : 'Le fichier attend d’être vérifié'}
    >
      <CheckAgain id={found.id} label="Vérifier le fichier" />
    </Notice>
  )
}

const Failed = ({ found: { id, problem } }: { readonly found: Import }) => (
  <Notice kind="error" title="Ce fichier n’a pas pu être lu">
    <p>{problem}</p>
    <Actions>
      <ButtonLink kind="main" href={importPaths.new()}>
        Choisir un autre fichier
      </ButtonLink>
      <CheckAgain id={id} label="Essayer de nouveau" />
    </Actions>
  </Notice>
)

const CheckAgain = ({ id, label }: { readonly id: string; readonly label: string }) => (
  <Form action={importPaths.check(id)}>
    <Button>{label}</Button>
  </Form>
)

const Done = ({ found: { applied, finishedAt } }: { readonly found: Import }) => (
  <Notice kind="success" title="Import terminé">
    {`${plural(applied.add ?? 0, 'donnée ajoutée', 'données ajoutées')}, ${plural(applied.change ?? 0, 'modifiée', 'modifiées')}, ` +
      `${plural(applied.close ?? 0, 'close', 'closes')}${finishedAt ? `, le ${dateTime(finishedAt)}` : ''}. ` +
      'Rien n’a été supprimé : ce qui est remplacé garde ses dates.'}
  </Notice>
)

const Stopped = ({ found: { id, applied } }: { readonly found: Import }) => (
  <Notice kind="warning" title="L’import a été arrêté">
    <p>
      {plural(applied.add ?? 0, 'donnée ajoutée', 'données ajoutées')} jusqu’ici : elles restent. Reprendre
      continue là où il s’est arrêté.
    </p>
    <Form action={importPaths.run(id)}>
      <Button kind="main">Reprendre l’import</Button>
    </Form>
  </Notice>
)

function Checked({ found }: { readonly found: Import }) {
  const { id, counts, format } = found
  if (changes(counts) === 0) return <NothingNew found={found} />

  return (
    <>
      {isShort(counts) && (
        <Notice kind="warning" title="Ce fichier est peut-être incomplet">
          {`Il parle de ${plural(counts.communes ?? 0, 'commune', 'communes')}, alors que cette source en renseigne déjà ${number(counts.communesBefore ?? 0)}.`}
        </Notice>
      )}
      <Form action={importPaths.run(id)}>
        {isShort(counts) && (
          <Checkbox
            name="isShortAccepted"
            label="Ce fichier est bien celui que je veux importer"
            hint="Rien ne sera clos pour les communes dont il ne parle pas."
          />
        )}
        <Actions>
          <Button kind="main">Importer pour de bon</Button>
          {format === 'columns' && (
            <ButtonLink kind="quiet" href={importPaths.columns(id)}>
              Changer les colonnes
            </ButtonLink>
          )}
        </Actions>
      </Form>
    </>
  )
}

const NothingNew = ({ found: { counts } }: { readonly found: Import }) =>
  (counts.unchanged ?? 0) > 0 ? (
    <Notice kind="info" title="Rien à importer">
      Tout ce que dit ce fichier est déjà connu.
    </Notice>
  ) : (
    <EmptyState
      title="Aucune ligne ne peut être importée"
      action={{ label: 'Choisir un autre fichier', href: importPaths.new() }}
    >
      Le rapport dit pourquoi, ligne par ligne.
    </EmptyState>
  )

const Identity = ({ found }: { readonly found: Import }) => (
  <DataList>
    <Datum label="Format">{found.format ? formatNames[found.format] : null}</Datum>
    <Datum label="Source">{found.sourceLabel}</Datum>
    <Datum label="Date de la source">{date(new Date(found.sourceDate))}</Datum>
    <Datum label="Déposé">{`par ${found.createdBy}, le ${dateTime(found.createdAt)}`}</Datum>
    {found.sourceUrl && <Datum label="Adresse">{found.sourceUrl}</Datum>}
  </DataList>
)
