import { ButtonLink } from '#ui/button.tsx'
import { Card, Section } from '#ui/card.tsx'
import { ScreenOnly } from '#ui/media-only.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { StagePath } from '#ui/stage-path.tsx'
import { Timeline, type TimelineEntry } from '#ui/timeline.tsx'
import type { RecordEntry } from './commune-record.queries.ts'
import type { NextStep } from './next-step.ts'
import { type Standing, stageLooks, standingNames } from './stage-looks.ts'
import type { Arrival } from './stage-path.ts'

/** The one thing to do next with the commune. */
export const Next = ({ label, href, why }: NextStep) => (
  <ScreenOnly>
    <Card title="À faire ensuite">
      <p>{why}</p>
      <p>
        <ButtonLink kind="main" href={href}>
          {label}
        </ButtonLink>
      </p>
    </Card>
  </ScreenOnly>
)

/** The stages the commune went through, to where it stands. */
export function Path({ arrivals, standing }: { arrivals: readonly Arrival[]; standing: Standing }) {
  const { tone, icon } = stageLooks[standing]
  const here = [{ label: standingNames[standing], tone, icon }]
  const path = arrivals.map(({ stage, at }) => ({
    label: standingNames[stage],
    tone: stageLooks[stage].tone,
    icon: stageLooks[stage].icon,
    at,
  }))

  return <StagePath label="Le chemin parcouru" stages={path.length > 0 ? path : here} />
}

/** The journal of the commune as one column, from today back to the first letter. */
export const Journal = ({ entries }: { entries: readonly RecordEntry[] }) => (
  <Section title="Le journal" id="journal">
    {entries.length === 0 ? (
      <EmptyState title="Rien ne s’est encore passé.">
        Lettres, appels, réponses et accompagnements s’écriront ici d’eux-mêmes.
      </EmptyState>
    ) : (
      <Timeline entries={entries.map(entryOf)} />
    )}
  </Section>
)

function entryOf({ at, sentence, path, actor, reaches }: RecordEntry): TimelineEntry {
  const look = reaches && reaches !== 'left' ? stageLooks[reaches] : undefined
  return {
    at: new Date(at),
    sentence,
    tone: look?.tone,
    icon: look?.icon,
    source: actor ?? undefined,
    href: path ?? undefined,
  }
}
