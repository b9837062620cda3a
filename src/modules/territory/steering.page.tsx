import { type ListedWave, outreachPaths, type WaveRate, WavesResponses } from '#modules/outreach/index.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Section } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DayBars } from '#ui/day-bars.tsx'
import { number, plural } from '#ui/french.ts'
import { Funnel } from '#ui/funnel.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { StateBar } from '#ui/state-bar.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { type Standing, stageLooks, standingNames, standings } from './stage-looks.ts'
import type { RecentFact } from './steering.queries.ts'
import { territoryPaths } from './territory.paths.ts'
import { type Filters, type ReachedStep, reachedNames, reachedSteps } from './territory-filters.ts'

/** A wave with how many of its town halls came to each step. */
export type SteeredWave = {
  readonly id: string
  readonly name: string
  readonly audience: number
} & Readonly<Record<ReachedStep, number>>

export type SteeringProps = {
  readonly communes: number
  readonly reached: Readonly<Record<ReachedStep, number>>
  readonly stages: ReadonlyMap<Standing, number>
  readonly waves: readonly SteeredWave[]
  readonly responses: readonly WaveRate[]
  /** The two waves whose responses are compared. */
  readonly compared: readonly [string | undefined, string | undefined]
  readonly facts: readonly RecentFact[]
  readonly days: readonly { readonly day: string; readonly facts: number }[]
}

/** The steering page: the funnel of the programme and of each wave, where the communes stand, what happened lately. */
export function SteeringPage(props: SteeringProps) {
  const { communes, reached, stages, waves, responses, compared, facts, days } = props
  const facing = days.reduce((sum, day) => sum + day.facts, 0)

  return (
    <>
      <PageHeader
        title="Le pilotage"
        lede="Écrire, entrer en contact, accompagner : chaque nombre ouvre les communes qu’il compte."
        actions={
          <ButtonLink href={territoryPaths.steeringExport()} icon="download" download>
            CSV
          </ButtonLink>
        }
      />
      {communes === 0 ? (
        <EmptyState
          title="Le périmètre est vide : il n’y a rien à mesurer."
          action={{ label: 'Choisir les communes', href: '/programme/perimeter' }}
        />
      ) : (
        <>
          <Funnel
            title="De la lettre à l’autonomie"
            description={`Parmi les ${plural(communes, 'commune', 'communes')} du périmètre, depuis le début du programme`}
            of={communes}
            steps={funnelSteps(reached)}
          />
          <Section title="Où en sont les communes aujourd’hui">
            <StateBar label="dans le périmètre" one="commune" many="communes" states={statesOf(stages)} />
          </Section>
        </>
      )}
      <Waves waves={waves} />
      <WavesResponses
        waves={responses}
        action={territoryPaths.steering()}
        href={outreachPaths.wave}
        chosen={compared}
      />
      <Section title="Les trente derniers jours" id="trente-jours">
        {facing === 0 ? (
          <EmptyState
            title="Rien ne s’est passé depuis trente jours."
            action={{ label: 'Voir le territoire', href: territoryPaths.list() }}
          />
        ) : (
          <>
            <DayBars label={`${plural(facing, 'fait', 'faits')} au journal des communes`} days={days} />
            <Timeline entries={facts.map(entryOf)} />
            {facing > facts.length && (
              <p class="soft">
                Les {number(facts.length)} plus récents sont montrés, sur {number(facing)}.
              </p>
            )}
          </>
        )}
      </Section>
    </>
  )
}

const tones = { written: 'info', 'in-contact': 'ochre', accompanied: 'teal', autonomous: 'teal' } as const

const funnelSteps = (reached: Readonly<Record<ReachedStep, number>>) =>
  reachedSteps.map((step) => ({
    label: reachedNames[step],
    count: reached[step],
    tone: tones[step],
    href: territoryPaths.list({ reached: step }),
  }))

const statesOf = (stages: ReadonlyMap<Standing, number>) =>
  standings
    .filter((standing) => standing !== 'outside')
    .map((standing) => ({
      label: standingNames[standing],
      count: stages.get(standing) ?? 0,
      tone: stageLooks[standing].tone,
      hatched: stageLooks[standing].pattern === 'hatch',
      href: territoryPaths.list({ stage: standing }),
    }))

function Waves({ waves }: { waves: readonly SteeredWave[] }) {
  const cell = (filters: Partial<Filters>, count: number, of?: number) => (
    <a href={territoryPaths.list(filters)}>
      {number(count)}
      {of !== undefined && <> sur {number(of)}</>}
    </a>
  )
  const stepColumn = (step: ReachedStep, label: string) => ({
    label,
    numeric: true,
    cell: (wave: SteeredWave) => cell({ wave: wave.id, reached: step }, wave[step], wave.audience),
  })

  return (
    <Section title="Vague par vague">
      {waves.length === 0 ? (
        <EmptyState
          title="Aucune vague n’est encore partie."
          action={{ label: 'Préparer une vague', href: outreachPaths.newWave() }}
        >
          Ses résultats viendront ici, lettre par lettre.
        </EmptyState>
      ) : (
        <DataTable
          caption="L’entonnoir de chaque vague"
          captionHidden
          rows={waves}
          columns={[
            {
              label: 'Vague',
              header: true,
              cell: ({ id, name }) => <a href={outreachPaths.wave(id)}>{name}</a>,
            },
            {
              label: 'Mairies visées',
              numeric: true,
              cell: ({ id, audience }) => cell({ wave: id }, audience),
            },
            stepColumn('written', 'Écrites'),
            stepColumn('in-contact', 'Ont répondu'),
            stepColumn('accompanied', 'Accompagnées'),
            stepColumn('autonomous', 'Autonomes'),
          ]}
        />
      )}
    </Section>
  )
}

function entryOf({ insee, commune, at, sentence, actor, reaches }: RecentFact) {
  const look = reaches && reaches !== 'left' ? stageLooks[reaches] : undefined
  return {
    at,
    sentence: (
      <>
        <a href={territoryPaths.commune(insee)}>{commune}</a>
        {` · ${sentence}`}
      </>
    ),
    tone: look?.tone,
    icon: look?.icon,
    source: actor ?? undefined,
  }
}

/** A launched wave of the list is steered; one in preparation has nobody to count yet. */
export const isSteered = ({ launchedAt, audienceKind }: Pick<ListedWave, 'launchedAt' | 'audienceKind'>) =>
  launchedAt !== null && audienceKind === 'town-halls'
