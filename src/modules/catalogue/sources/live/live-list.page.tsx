import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Checkbox } from '#ui/choice-field.tsx'
import { TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { dateTime, number, plural } from '#ui/french.ts'
import { ErrorSummary, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { livePaths } from './live.paths.ts'
import type { LeftOut } from './live-reading.ts'
import type { LiveSource } from './live-source.ts'
import { liveWords } from './live-words.ts'

type Run = {
  readonly id: string
  readonly source: LiveSource
  readonly askedBy: string
  readonly startedAt: Date
  readonly state: 'running' | 'done' | 'failed' | 'stopped'
  readonly problem: string | null
  readonly counts: Readonly<Partial<Record<string, number>>>
  readonly leftOut: readonly LeftOut[]
}

export type LiveListProps = {
  readonly settings: readonly {
    readonly slug: LiveSource
    readonly address: string
    readonly isOn: boolean
    readonly rightsSaidBy: string | null
    readonly rightsSaidAt: Date | null
  }[]
  readonly runs: readonly Run[]
  readonly refused?: { readonly source: LiveSource; readonly message: string; readonly address: string }
  readonly notice?: string
}

/** The catalogues that can be read from elsewhere: each off until somebody says that we may. */
export const LiveListPage = ({ settings, runs, refused, notice }: LiveListProps) => (
  <>
    <PageHeader
      title="Catalogues lus ailleurs"
      lede="Chacun est éteint jusqu’à ce qu’une personne dise que nous avons le droit de reprendre ses données. Allumé, il est relu chaque nuit ; lire deux fois ne change rien."
      actions={
        <>
          <ButtonLink href={livePaths.users()}>Collectivités citées</ButtonLink>
          <ButtonLink href={livePaths.companies()}>Entreprises citées</ButtonLink>
        </>
      }
    />
    {notice && <Notice kind="success">{notice}</Notice>}
    <ErrorSummary
      problems={refused ? [{ message: refused.message, field: `${refused.source}-address` }] : []}
    />
    {settings.map((setting) => (
      <SourceCard
        setting={setting}
        runs={runs.filter(({ source }) => source === setting.slug)}
        refused={refused?.source === setting.slug ? refused : undefined}
      />
    ))}
  </>
)

type CardProps = {
  readonly setting: LiveListProps['settings'][number]
  readonly runs: readonly Run[]
  readonly refused?: LiveListProps['refused']
}

function SourceCard({ setting, runs, refused }: CardProps) {
  const { slug, isOn, rightsSaidBy, rightsSaidAt, address } = setting
  const { name, brings, licence } = liveWords[slug]
  const [last, ...before] = runs

  return (
    <Card title={name} id={slug} actions={isOn ? <Tag label="Allumé" tone="teal" /> : <Tag label="Éteint" />}>
      <p>{brings}</p>
      <p class="soft">
        {licence}
        {isOn &&
          rightsSaidBy &&
          rightsSaidAt &&
          ` ${rightsSaidBy} a dit le ${dateTime(rightsSaidAt)} que nous en avons le droit.`}
      </p>
      {last ? <RunLine run={last} /> : <p>Jamais lu.</p>}
      {before.length > 0 && (
        <details>
          <summary>Lectures d’avant</summary>
          {before.map((run) => (
            <RunLine run={run} />
          ))}
        </details>
      )}
      {isOn ? <OnActions slug={slug} isRunning={last?.state === 'running'} /> : null}
      <details open={!isOn && refused !== undefined}>
        <summary>{isOn ? 'Changer son adresse' : 'Activer cette source'}</summary>
        <Form action={livePaths.on(slug)}>
          <TextField
            name="address"
            id={`${slug}-address`}
            type="url"
            size="long"
            label="Adresse"
            hint="L’adresse connue à l’écriture de Beffroi : vérifiez-la auprès de qui publie le catalogue."
            value={refused?.address ?? address}
            error={refused?.message}
          />
          <Checkbox
            name="right"
            id={`${slug}-right`}
            label="J’ai le droit de reprendre ces données"
            hint="Votre nom et la date sont gardés."
          />
          <Actions>
            <Button kind={isOn ? 'plain' : 'main'}>{isOn ? 'Changer l’adresse' : 'Activer la source'}</Button>
          </Actions>
        </Form>
      </details>
    </Card>
  )
}

const OnActions = ({ slug, isRunning }: { slug: LiveSource; isRunning: boolean }) => (
  <div class="actions">
    {!isRunning && (
      <form method="post" action={livePaths.run(slug)}>
        <Button>Lire maintenant</Button>
      </form>
    )}
    <form method="post" action={livePaths.off(slug)}>
      <Button kind="danger">{isRunning ? 'Arrêter et éteindre la source' : 'Éteindre la source'}</Button>
    </form>
  </div>
)

const RunLine = ({ run }: { run: Run }) => (
  <div>
    <p>
      <strong>{stateNames[run.state]}</strong>
      {` le ${dateTime(run.startedAt)}, ${run.askedBy}. `}
      {run.problem}
      {run.state === 'done' && countWords(run.counts)}
    </p>
    {run.leftOut.length > 0 && (
      <details>
        <summary>
          {plural(run.counts.leftOut ?? run.leftOut.length, 'ligne laissée', 'lignes laissées')}
        </summary>
        <ul>
          {run.leftOut.map(({ row, why }) => (
            <li>
              {row} <small class="soft">{why}</small>
            </li>
          ))}
        </ul>
      </details>
    )}
  </div>
)

const stateNames: Record<Run['state'], string> = {
  running: 'En cours',
  done: 'Lu',
  failed: 'Échec',
  stopped: 'Arrêté',
}

const words: readonly (readonly [string, string, string])[] = [
  ['read', 'logiciel lu', 'logiciels lus'],
  ['added', 'nouveau', 'nouveaux'],
  ['changed', 'changé', 'changés'],
  ['unknown', 'inconnu ici', 'inconnus ici'],
  ['companies', 'citation d’entreprise', 'citations d’entreprises'],
  ['clear', 'collectivité reconnue', 'collectivités reconnues'],
  ['doubtful', 'nom à vérifier', 'noms à vérifier'],
]

const countWords = (counts: Run['counts']) =>
  `${words
    .filter(([key]) => key === 'read' || (counts[key] ?? 0) > 0)
    .map(([key, one, many]) => `${number(counts[key] ?? 0)} ${(counts[key] ?? 0) < 2 ? one : many}`)
    .join(', ')}.`
