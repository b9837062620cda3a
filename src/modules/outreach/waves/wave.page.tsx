import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card, Grid, Section } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { PlainText } from '#ui/document-frame.tsx'
import { date, dateTime, number, plural, typo } from '#ui/french.ts'
import { Funnel } from '#ui/funnel.tsx'
import { Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Progress } from '#ui/progress.tsx'
import { StateBar } from '#ui/state-bar.tsx'
import { Tag } from '#ui/tag.tsx'
import type { CompanyAnswer } from '../deliveries/deliveries.queries.ts'
import {
  type DeliveryState,
  deliveryStates,
  isFinal,
  stateLooks,
  type Tally,
} from '../deliveries/delivery.ts'
import type { LaneAlert } from '../lanes/lanes.queries.ts'
import { lotStateNames, lotTones } from '../lots/lot.ts'
import type { Lot } from '../lots/lots.queries.ts'
import { WaveResponses } from '../results/responses.tsx'
import type { WaveResults } from '../results/wave-results.queries.ts'
import { addresseeWords } from './addressee.ts'
import { DrawCard } from './draw-card.tsx'
import { exclusionName } from './exclusion-sentence.ts'
import { funnelOf, type Standing, standingNames, standingTones } from './wave.ts'
import { WaveSending } from './wave-sending.page.tsx'
import { outreachPaths } from './waves.paths.ts'
import type { Wave } from './waves.queries.ts'

export type WavePageProps = {
  readonly wave: Wave
  readonly standing: Standing
  readonly tally: Tally
  readonly doubts: readonly {
    readonly id: string
    readonly addressee: string
    readonly address: string | null
    readonly since: Date | null
  }[]
  readonly exclusions: readonly { readonly reason: string; readonly count: number }[]
  readonly lots: readonly Lot[]
  readonly results: WaveResults
  readonly drawn: Parameters<typeof DrawCard>[0]['drawn']
  readonly strata: Parameters<typeof DrawCard>[0]['strata']
  readonly reminders: readonly {
    readonly id: string
    readonly name: string
    readonly state: 'draft' | 'launched'
  }[]
  readonly composing?: { readonly done: number; readonly total: number }
  /** Refusals about us, and lanes that are stopped while e-mails wait on them. */
  readonly alerts: readonly LaneAlert[]
  readonly problems?: readonly Problem[]
  readonly stops: readonly {
    readonly lane: string
    readonly label: string
    readonly evidence: string
    readonly n: number
  }[]
  /** What companies answered to their invitations. */
  readonly answers: readonly CompanyAnswer[]
  readonly maySend: boolean
  readonly mayRule: boolean
  /** Somebody asked to launch it, or to change it, and it was launched already. */
  readonly isAlreadyLaunched?: boolean
  readonly notice?: string
}

/** A launched wave: its ledger as a bar that adds up, its doubts in plain sight, its letters to print and post. */
export function WavePage(props: WavePageProps) {
  const { wave, standing, tally, notice, maySend } = props

  return (
    <>
      <PageHeader
        title={wave.name}
        aside={<Tag label={standingNames[standing]} tone={standingTones[standing]} />}
        lede={launchSentence(wave)}
        actions={
          <>
            <ButtonLink href={outreachPaths.deliveries(wave.id)}>Voir tous les envois</ButtonLink>
            {maySend && wave.audienceKind === 'town-halls' && (
              <ButtonLink href={outreachPaths.newReminder(wave.id)}>Relancer</ButtonLink>
            )}
          </>
        }
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      {props.isAlreadyLaunched && (
        <Notice kind="warning" title="Cette vague est déjà lancée">
          {`Rien n’a été refait : ${wave.launchedBy} l’a lancée le ${wave.launchedAt ? dateTime(wave.launchedAt) : ''}.`}
        </Notice>
      )}
      <Ledger wave={wave} tally={tally} />
      <Doubts {...props} />
      <WaveSending {...props} />
      <Letters {...props} />
      <Results {...props} />
      {wave.audienceKind === 'town-halls' && <WaveResponses results={props.results} />}
      <Answers answers={props.answers} />
      <Reminders {...props} />
      {wave.drawSeed && <DrawCard recipients={0} {...props} />}
      <Frozen wave={wave} />
    </>
  )
}

const launchSentence = ({ launchedAt, launchedBy }: Wave) =>
  launchedAt ? `Lancée le ${dateTime(launchedAt)} par ${launchedBy}.` : ''

function Ledger({ wave, tally }: { wave: Wave; tally: Tally }) {
  const states = shownStates(tally).map((state) => ({
    label: stateLooks[state].name,
    tone: stateLooks[state].tone,
    count: tally[state] ?? 0,
    hatched: state === 'uncertain',
    href: outreachPaths.deliveries(wave.id, { state }),
  }))

  const { one, many } = addresseeWords[wave.audienceKind]

  return <StateBar label="dans la vague, chacune dans un état" one={one} many={many} states={states} />
}

// What came of it first, what is under way next, those left out last.
const rank = (state: DeliveryState) => (state === 'excluded' ? 2 : isFinal(state) ? 0 : 1)
const shownStates = (tally: Tally) =>
  deliveryStates.filter((state) => (tally[state] ?? 0) > 0).sort((a, b) => rank(a) - rank(b))

function Doubts({ doubts, wave, mayRule }: WavePageProps) {
  if (doubts.length === 0) return null
  const shown = doubts.slice(0, 10)

  return (
    <Card title={`${plural(doubts.length, 'doute à trancher', 'doutes à trancher')}`} id="doutes">
      <p>
        Le courriel a été remis au serveur, qui n’a pas répondu : nul ne sait s’il est arrivé. Beffroi ne le
        renvoie jamais de lui-même.
      </p>
      <DataTable
        caption="Envois douteux"
        captionHidden
        rows={shown}
        columns={[
          {
            label: addresseeWords[wave.audienceKind].heading,
            header: true,
            cell: ({ addressee }) => addressee,
          },
          { label: 'Adresse', cell: ({ address }) => address },
          { label: 'Depuis', cell: ({ since }) => (since ? dateTime(since) : '') },
          {
            label: 'Décision',
            cell: ({ id }) => (
              <a href={outreachPaths.delivery(id)}>{mayRule ? 'Trancher' : 'Voir l’envoi'}</a>
            ),
          },
        ]}
      />
      {doubts.length > shown.length && (
        <p>
          <a href={outreachPaths.deliveries(wave.id, { state: 'uncertain' })}>
            {typo(`Voir les ${number(doubts.length)} doutes`)}
          </a>
        </p>
      )}
    </Card>
  )
}

function Letters({ wave, lots, composing, maySend }: WavePageProps) {
  if (lots.length === 0) return null
  const needsComposing = lots.some(({ state }) => state === 'planned' || state === 'blocked')

  return (
    <Section title="Les lettres">
      {composing && (
        <Progress
          label="Composition des lots"
          done={composing.done}
          total={composing.total}
          stop={
            maySend ? { action: outreachPaths.stopWork(wave.id), label: 'Arrêter la composition' } : undefined
          }
        />
      )}
      <DataTable
        caption={plural(lots.length, 'lot', 'lots')}
        rows={lots}
        columns={[
          {
            label: 'Lot',
            header: true,
            cell: ({ id, number: rank }) => <a href={outreachPaths.lot(id)}>{`Lot ${rank}`}</a>,
          },
          { label: 'Lettres', numeric: true, cell: ({ letters }) => number(letters) },
          { label: 'État', cell: ({ state }) => <Tag label={lotStateNames[state]} tone={lotTones[state]} /> },
          {
            label: 'Précision',
            cell: ({ problem, postedOn }) => problem ?? (postedOn ? `le ${date(new Date(postedOn))}` : ''),
          },
        ]}
      />
      {maySend && needsComposing && !composing && (
        <form method="post" action={outreachPaths.compose(wave.id)}>
          <Actions>
            <Button icon="letter">Composer les lots qui manquent</Button>
          </Actions>
        </form>
      )}
    </Section>
  )
}

function Results({ wave, tally, exclusions }: WavePageProps) {
  const { audience, excluded, written, answered } = funnelOf(tally)
  const recipients = audience - excluded
  const { one, many } = addresseeWords[wave.audienceKind]

  return (
    <Grid>
      <Funnel
        title="Ce qu’il en est sorti"
        of={recipients}
        steps={[
          { label: 'Écrites', count: written, href: outreachPaths.deliveries(wave.id, { group: 'written' }) },
          {
            label: 'Ont répondu',
            count: answered,
            tone: 'teal',
            href: outreachPaths.deliveries(wave.id, { group: 'answered' }),
          },
        ]}
      />
      {exclusions.length > 0 && (
        <Section title="Hors de la vague">
          <ul>
            {exclusions.map(({ reason, count }) => (
              <li>
                <a href={outreachPaths.deliveries(wave.id, { state: 'excluded', reason })}>
                  {exclusionName(reason)}
                </a>
                {`\u00a0: ${plural(count, one, many)}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Grid>
  )
}

const Answers = ({ answers }: Pick<WavePageProps, 'answers'>) =>
  answers.length === 0 ? null : (
    <Section title="Ce que les entreprises ont répondu" id="reponses">
      <DataTable
        caption={plural(answers.length, 'réponse', 'réponses')}
        rows={answers}
        columns={[
          {
            label: 'Entreprise',
            header: true,
            cell: ({ id, name }) => <a href={outreachPaths.delivery(id)}>{name}</a>,
          },
          { label: 'En ses mots', cell: ({ words }) => typo(words.slice(0, 200)) },
          { label: 'Le', cell: ({ at }) => date(at) },
        ]}
      />
    </Section>
  )

const Reminders = ({ reminders }: WavePageProps) =>
  reminders.length === 0 ? null : (
    <Section title="Les relances">
      <ul>
        {reminders.map(({ id, name, state }) => (
          <li>
            <a href={outreachPaths.wave(id)}>{name}</a>
            {state === 'draft' ? ' (en préparation)' : ''}
          </li>
        ))}
      </ul>
    </Section>
  )

function Frozen({ wave }: { wave: Wave }) {
  return (
    <details>
      <summary>Le message, tel qu’il a été figé au lancement</summary>
      <p>
        <strong>{wave.frozenSubject}</strong>
      </p>
      <PlainText label="Le texte du message">{wave.frozenBody ?? ''}</PlainText>
    </details>
  )
}
