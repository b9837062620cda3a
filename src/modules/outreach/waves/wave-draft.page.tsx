import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card, Section } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextField } from '#ui/field.tsx'
import { Form, HiddenField } from '#ui/form.tsx'
import { plural, typo } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { StateBar } from '#ui/state-bar.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Role } from '#values/role.ts'
import type { ExclusionReason } from './audience.ts'
import { exclusionNames, exclusionSentence } from './exclusion-sentence.ts'
import type { ReadinessLine } from './readiness/line.ts'
import type { LaunchRefusal } from './readiness/readiness.ts'
import { ReadinessList } from './readiness-list.tsx'
import { standingNames, waveChannelNames } from './wave.ts'
import { outreachPaths } from './waves.paths.ts'
import type { Wave } from './waves.queries.ts'

export type WaveDraftProps = {
  readonly wave: Wave
  readonly messageName: string
  readonly lines: readonly ReadinessLine[]
  readonly emails: number
  readonly letters: number
  readonly exclusions: readonly { readonly reason: ExclusionReason; readonly count: number }[]
  readonly byHand: readonly SetAside[]
  readonly candidates: readonly { readonly insee: string; readonly name: string }[]
  readonly mayPrepare: boolean
  readonly role: Role
  readonly refusal?: LaunchRefusal
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
}

type SetAside = {
  readonly insee: string
  readonly commune: string
  readonly reason: string
  readonly cause: 'excluded-by-hand' | 'past-retention'
}

/** A wave before its launch: the list that turns green line by line, and who would receive what. */
export function WaveDraftPage(props: WaveDraftProps) {
  const { wave, messageName, lines, mayPrepare, role, refusal, problems = [] } = props
  const isReady = lines.every((line) => line.isReady)

  return (
    <>
      <PageHeader
        title={wave.name}
        aside={<Tag label={standingNames.draft} />}
        lede={`« ${messageName} », ${waveChannelNames[wave.channel].toLowerCase()}.`}
        actions={
          mayPrepare && (
            <ButtonLink href={outreachPaths.edit(wave.id)}>Changer le message ou les mairies</ButtonLink>
          )
        }
      />
      <ErrorSummary problems={problems} />
      {refusal && <Refused refusal={refusal} lines={lines} />}
      <Audience {...props} />
      <Card title="Avant de lancer" id="avant-de-lancer">
        <ReadinessList lines={lines} role={role} />
        {mayPrepare && <Launch wave={wave} isReady={isReady} />}
      </Card>
      <ByHand {...props} />
    </>
  )
}

const refusals: Partial<Record<LaunchRefusal, string>> = {
  'already-launched': 'Elle était déjà lancée : rien n’a été refait.',
  'approved-by-launcher': 'Qui l’a approuvée ne la lance pas : une autre personne le fait.',
}

function Refused({ refusal, lines }: { refusal: LaunchRefusal; lines: readonly ReadinessLine[] }) {
  const red = lines.filter(({ isReady }) => !isReady)

  return (
    <Notice kind="error" title="La vague n’est pas partie">
      {refusals[refusal] ?? (
        <ul>
          {red.map(({ label, sentence }) => (
            <li>{typo(`${label} : ${sentence}`)}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

function Audience({ wave, emails, letters, exclusions }: WaveDraftProps) {
  const states = [
    { label: 'Par courriel', count: emails, tone: 'teal' as const, href: outreachPaths.recipients(wave.id) },
    { label: 'Par lettre', count: letters, tone: 'info' as const, href: outreachPaths.recipients(wave.id) },
    ...exclusions.map(({ reason, count }) => ({
      label: exclusionNames[reason],
      count,
      tone: 'neutral' as const,
      href: `${outreachPaths.recipients(wave.id)}?reason=${reason}`,
    })),
  ].filter(({ count }) => count > 0)

  return (
    <Section
      title="Qui recevra quoi"
      actions={<ButtonLink href={outreachPaths.recipients(wave.id)}>Voir chaque mairie</ButtonLink>}
    >
      <StateBar label="dans les filtres de la vague" one="mairie" many="mairies" states={states} />
    </Section>
  )
}

function Launch({ wave, isReady }: { wave: Wave; isReady: boolean }) {
  return (
    <Form action={outreachPaths.launch(wave.id)}>
      <Actions>
        <Button kind="main" icon="bell" disabled={!isReady}>
          Lancer la vague
        </Button>
      </Actions>
      <p class="hint">
        Le lancement fige le message et la liste des mairies. Les courriels partent aussitôt, les lettres se
        composent par lots. Il ne se défait pas ; les courriels peuvent être suspendus.
      </p>
    </Form>
  )
}

function ByHand({ wave, byHand, candidates, mayPrepare, typed = {}, problems = [] }: WaveDraftProps) {
  if (!mayPrepare && byHand.length === 0) return null
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <Section title="Mairies retirées à la main">
      {byHand.length > 0 && (
        <DataTable
          caption={plural(byHand.length, 'mairie retirée', 'mairies retirées')}
          rows={byHand}
          columns={[
            { label: 'Commune', header: true, cell: ({ commune }) => commune },
            { label: 'Motif', cell: ({ cause, reason }) => exclusionSentence(cause, reason) },
            ...(mayPrepare
              ? [{ label: 'Action', cell: (row: { insee: string }) => <PutBack wave={wave} {...row} /> }]
              : []),
          ]}
        />
      )}
      {mayPrepare && (
        <Form action={outreachPaths.exclusions(wave.id)}>
          <TextField
            name="commune"
            label="Retirer la mairie de"
            suggestions={candidates.map(({ name }) => name)}
            value={typed.commune}
            error={errorOf('commune')}
          />
          <TextField name="reason" label="Motif" value={typed.reason} error={errorOf('reason')} size="long" />
          <Actions>
            <Button>Retirer cette mairie</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

function PutBack({ wave, insee }: { wave: Wave; insee: string }) {
  return (
    <form method="post" action={outreachPaths.exclusionRemoval(wave.id)}>
      <HiddenField name="insee" value={insee} />
      <Button kind="quiet">Remettre dans la vague</Button>
    </form>
  )
}
