import { ButtonLink } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { date, number, plural, typo } from '#ui/french.ts'
import { EmptyState, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Role } from '#values/role.ts'
import type { AudienceKind } from './addressee.ts'
import { standingNames, standingTones, waveChannelNames } from './wave.ts'
import { outreachPaths } from './waves.paths.ts'
import type { ListedWave } from './waves.queries.ts'

type WaveListProps = {
  readonly waves: readonly ListedWave[]
  /** The waves in preparation that the other organisation has yet to read. */
  readonly awaiting: ReadonlySet<string>
  readonly role: Role
}

/** Every wave, the last one first, with where it stands and what came of it. */
export function WaveListPage({ waves, awaiting, role }: WaveListProps) {
  const mayPrepare = role === 'operator'

  return (
    <>
      <PageHeader
        title="Vagues"
        lede="Une vague, c’est un message, et des mairies ou des entreprises. Chacune est écrite une fois, et chaque doute est nommé."
        actions={
          mayPrepare && (
            <>
              <ButtonLink href={outreachPaths.newCompanyWave()}>Inviter des entreprises</ButtonLink>
              <ButtonLink kind="main" icon="letter" href={outreachPaths.newWave()}>
                Préparer une vague
              </ButtonLink>
            </>
          )
        }
      />
      {role === 'association' && <ToApprove waves={waves.filter(({ id }) => awaiting.has(id))} />}
      {waves.length === 0 ? (
        <NoWave mayPrepare={mayPrepare} />
      ) : (
        <WaveTable waves={waves} awaiting={awaiting} />
      )}
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

function ToApprove({ waves }: { waves: readonly ListedWave[] }) {
  if (waves.length === 0) return null

  return (
    <Notice
      kind="warning"
      title={`${plural(waves.length, 'vague attend', 'vagues attendent')} votre relecture`}
    >
      <ul>
        {waves.map(({ id, name }) => (
          <li>
            <a href={outreachPaths.approval(id)}>{typo(`Relire « ${name} »`)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function WaveTable({ waves, awaiting }: Pick<WaveListProps, 'waves' | 'awaiting'>) {
  return (
    <DataTable
      caption={plural(waves.length, 'vague', 'vagues')}
      rows={waves}
      columns={[
        { label: 'Vague', header: true, cell: ({ id, name }) => <a href={outreachPaths.wave(id)}>{name}</a> },
        { label: 'Message', cell: ({ message }) => message },
        { label: 'À qui', cell: ({ audienceKind }) => audienceNames[audienceKind] },
        { label: 'Canal', cell: ({ channel }) => waveChannelNames[channel] },
        {
          label: 'État',
          cell: ({ id, standing }) =>
            awaiting.has(id) ? (
              <Tag label="À approuver" tone="ochre" />
            ) : (
              <Tag label={standingNames[standing]} tone={standingTones[standing]} />
            ),
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

const audienceNames: Record<AudienceKind, string> = { 'town-halls': 'Mairies', companies: 'Entreprises' }

function ofAudience(count: number, { audience, excluded }: ListedWave['funnel'], state: ListedWave['state']) {
  return state === 'draft' ? '–' : `${number(count)}\u00a0sur\u00a0${number(audience - excluded)}`
}
