import { ButtonLink } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { date, number, plural } from '#ui/french.ts'
import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { standingNames, standingTones, waveChannelNames } from './wave.ts'
import { outreachPaths } from './waves.paths.ts'
import type { ListedWave } from './waves.queries.ts'

type WaveListProps = { readonly waves: readonly ListedWave[]; readonly mayPrepare: boolean }

/** Every wave, the last one first, with where it stands and what came of it. */
export function WaveListPage({ waves, mayPrepare }: WaveListProps) {
  return (
    <>
      <PageHeader
        title="Vagues"
        lede="Une vague, c’est un message et des mairies. Chacune est écrite une fois, et chaque doute est nommé."
        actions={
          mayPrepare && (
            <ButtonLink kind="main" icon="letter" href={outreachPaths.newWave()}>
              Préparer une vague
            </ButtonLink>
          )
        }
      />
      {waves.length === 0 ? <NoWave mayPrepare={mayPrepare} /> : <WaveTable waves={waves} />}
    </>
  )
}

function NoWave({ mayPrepare }: { mayPrepare: boolean }) {
  return (
    <EmptyState
      title="Aucune vague pour l’instant"
      action={mayPrepare ? { label: 'Préparer la première vague', href: outreachPaths.newWave() } : undefined}
    >
      Choisissez un message et des mairies ; rien ne part avant que vous ne lanciez la vague.
    </EmptyState>
  )
}

function WaveTable({ waves }: { waves: readonly ListedWave[] }) {
  return (
    <DataTable
      caption={plural(waves.length, 'vague', 'vagues')}
      rows={waves}
      columns={[
        { label: 'Vague', header: true, cell: ({ id, name }) => <a href={outreachPaths.wave(id)}>{name}</a> },
        { label: 'Message', cell: ({ message }) => message },
        { label: 'Canal', cell: ({ channel }) => waveChannelNames[channel] },
        {
          label: 'État',
          cell: ({ standing }) => <Tag label={standingNames[standing]} tone={standingTones[standing]} />,
        },
        {
          label: 'Écrites',
          numeric: true,
          cell: ({ funnel, state }) => ofAudience(funnel.written, funnel, state),
        },
        {
          label: 'Réponses',
          numeric: true,
          cell: ({ funnel, state }) => ofAudience(funnel.answered, funnel, state),
        },
        { label: 'Lancée', cell: ({ launchedAt }) => (launchedAt ? date(launchedAt) : 'pas encore') },
      ]}
    />
  )
}

function ofAudience(count: number, { audience, excluded }: ListedWave['funnel'], state: ListedWave['state']) {
  return state === 'draft' ? '–' : `${number(count)}\u00a0sur\u00a0${number(audience - excluded)}`
}
