import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card, Section } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextField } from '#ui/field.tsx'
import { Form, HiddenField } from '#ui/form.tsx'
import { number, plural, typo } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { StateBar } from '#ui/state-bar.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Role } from '#values/role.ts'
import { addresseeWords, keyOf } from './addressee.ts'
import type { ExclusionReason } from './audience.ts'
import { DrawCard } from './draw-card.tsx'
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
  readonly candidates: readonly { readonly name: string }[]
  readonly drawn: Parameters<typeof DrawCard>[0]['drawn']
  readonly strata: Parameters<typeof DrawCard>[0]['strata']
  /** The wave it reminds of. */
  readonly reminded?: { readonly id: string; readonly name: string }
  readonly mayPrepare: boolean
  readonly role: Role
  readonly refusal?: LaunchRefusal
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
}

type SetAside = {
  readonly insee: string | null
  readonly companyId: string | null
  readonly name: string
  readonly reason: string
  readonly cause: 'excluded-by-hand' | 'past-retention'
}

/** A wave before its launch: the list that turns green line by line, and who would receive what. */
export function WaveDraftPage(props: WaveDraftProps) {
  const { wave, messageName, lines, mayPrepare, role, refusal, problems = [] } = props
  const left = lines.filter(({ isReady }) => !isReady).length

  return (
    <>
      <PageHeader
        title={wave.name}
        aside={<Tag label={standingNames.draft} />}
        lede={`« ${messageName} », ${waveChannelNames[wave.channel].toLowerCase()}.`}
        actions={
          mayPrepare && (
            <ButtonLink
              href={outreachPaths.edit(wave.id)}
            >{`Changer le message ou les ${addresseeWords[wave.audienceKind].many}`}</ButtonLink>
          )
        }
      />
      <ErrorSummary problems={problems} />
      {refusal && <Refused refusal={refusal} lines={lines} />}
      {props.reminded && <Reminds {...props} reminded={props.reminded} />}
      <Audience {...props} />
      <Card title="Avant de lancer" id="avant-de-lancer">
        <ReadinessList lines={lines} role={role} />
        {mayPrepare && <Launch wave={wave} left={left} />}
      </Card>
      {wave.audienceKind === 'town-halls' && (mayPrepare || wave.drawSeed) && (
        <DrawCard
          wave={wave}
          drawn={props.drawn}
          strata={props.strata}
          recipients={props.emails + props.letters}
          error={problems.find(({ field }) => field === 'size')?.message}
          typed={props.typed?.size}
        />
      )}
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

/** To how many a reminder goes, of how many the wave was meant for; the bar under it says why the others are not. */
function Reminds({
  wave,
  reminded,
  emails,
  letters,
  exclusions,
}: WaveDraftProps & { reminded: { id: string; name: string } }) {
  const reminders = emails + letters
  const meant = exclusions.reduce((sum, { count }) => sum + count, reminders)

  return (
    <Notice kind="info" title={`Relance de « ${reminded.name} »`}>
      {typo(
        `${number(reminders)} sur ${plural(meant, 'mairie visée', 'mairies visées')} par la vague seront relancées, au plus tôt ${plural(wave.recentDays, 'jour', 'jours')} après le dernier envoi reçu${wave.remindsAgain ? ', même celles qui l’ont déjà été' : ''}. `,
      )}
      <a href={outreachPaths.wave(reminded.id)}>Voir la vague</a>
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

  const { one, many } = addresseeWords[wave.audienceKind]

  return (
    <Section
      title="Qui recevra quoi"
      actions={<ButtonLink href={outreachPaths.recipients(wave.id)}>{`Voir chaque ${one}`}</ButtonLink>}
    >
      <StateBar label="dans les filtres de la vague" one={one} many={many} states={states} />
    </Section>
  )
}

function Launch({ wave, left }: { wave: Wave; left: number }) {
  return (
    <Form action={outreachPaths.launch(wave.id)}>
      <Actions>
        <Button kind="main" icon="bell" disabled={left > 0}>
          Lancer la vague
        </Button>
      </Actions>
      {left > 0 && (
        <p>{`Le lancement attend encore ${plural(left, 'point', 'points')} de la liste ci-dessus.`}</p>
      )}
      <p class="hint">
        {wave.audienceKind === 'companies'
          ? 'Le lancement fige le message et la liste des entreprises. Les courriels partent aussitôt. Il ne se défait pas ; les courriels peuvent être suspendus.'
          : 'Le lancement fige le message et la liste des mairies. Les courriels partent aussitôt, les lettres se composent par lots. Il ne se défait pas ; les courriels peuvent être suspendus.'}
      </p>
    </Form>
  )
}

function ByHand({ wave, byHand, candidates, mayPrepare, typed = {}, problems = [] }: WaveDraftProps) {
  if (!mayPrepare && byHand.length === 0) return null
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  const { one, many, heading } = addresseeWords[wave.audienceKind]

  return (
    <Section
      title={
        wave.audienceKind === 'companies' ? 'Entreprises retirées à la main' : 'Mairies retirées à la main'
      }
    >
      {byHand.length > 0 && (
        <DataTable
          caption={plural(byHand.length, `${one} retirée`, `${many} retirées`)}
          rows={byHand}
          columns={[
            { label: heading, header: true, cell: ({ name }) => name },
            { label: 'Motif', cell: ({ cause, reason }) => exclusionSentence(cause, reason) },
            ...(mayPrepare
              ? [{ label: 'Action', cell: (row: SetAside) => <PutBack wave={wave} {...row} /> }]
              : []),
          ]}
        />
      )}
      {mayPrepare && (
        <Form action={outreachPaths.exclusions(wave.id)}>
          <TextField
            name="commune"
            label={wave.audienceKind === 'companies' ? 'Retirer l’entreprise' : 'Retirer la mairie de'}
            suggestions={candidates.map(({ name }) => name)}
            value={typed.commune}
            error={errorOf('commune')}
          />
          <TextField name="reason" label="Motif" value={typed.reason} error={errorOf('reason')} size="long" />
          <Actions>
            <Button>{`Retirer cette ${one}`}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

function PutBack({ wave, ...setAside }: SetAside & { wave: Wave }) {
  return (
    <form method="post" action={outreachPaths.exclusionRemoval(wave.id)}>
      <HiddenField name="addressee" value={keyOf(setAside)} />
      <Button kind="quiet">Remettre dans la vague</Button>
    </form>
  )
}
