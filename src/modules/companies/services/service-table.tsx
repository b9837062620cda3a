import { cataloguePaths } from '#modules/catalogue/index.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Tag } from '#ui/tag.tsx'
import { SaidOn } from '../census/company-words.tsx'
import type { Area } from './area.ts'
import { freshnessOf } from './freshness.ts'
import {
  type ServiceKind,
  type ServiceLevel,
  serviceKindNames,
  serviceKinds,
  serviceLevelNames,
} from './service.ts'
import type { StatedService } from './services.queries.ts'

type ServiceTableProps = {
  readonly services: readonly StatedService[]
  readonly areaNames: ReadonlyMap<Area, string>
  readonly now: Date
}

/** What a company says it does: one line for each need or software, at each level, in each area. */
export const ServiceTable = ({ services, areaNames, now }: ServiceTableProps) => (
  <DataTable
    caption="Services déclarés"
    captionHidden
    rows={grouped(services)}
    columns={[
      {
        label: 'Besoin ou logiciel',
        header: true,
        cell: (line) => (
          <div>
            <Subject {...line} />
            <br />
            <small class="soft">{serviceLevelNames[line.level]}</small>
          </div>
        ),
      },
      {
        label: 'Services',
        cell: ({ kinds, statedAt }) => (
          <span data-grey={freshnessOf(statedAt, now) === 'grey' ? true : undefined}>
            {serviceKinds
              .filter((kind) => kinds.includes(kind))
              .map((kind) => (
                <>
                  <Tag
                    label={serviceKindNames[kind]}
                    tone={freshnessOf(statedAt, now) === 'grey' ? 'neutral' : 'info'}
                  />{' '}
                </>
              ))}
          </span>
        ),
      },
      { label: 'Zone', cell: ({ areas }) => areas.map((area) => areaNames.get(area) ?? area).join(', ') },
      {
        label: 'Dit le',
        cell: ({ statedAt }) => <SaidOn at={statedAt} isGrey={freshnessOf(statedAt, now) === 'grey'} />,
      },
    ]}
  />
)

type Named = Pick<StatedService, 'need' | 'needLabel' | 'softwareSlug' | 'softwareName'>

/** The need or the software that something is about, as a link to its page. */
export const Subject = ({ need, needLabel, softwareSlug, softwareName }: Named) => (
  <>
    {softwareSlug && <a href={cataloguePaths.software(softwareSlug)}>{softwareName}</a>}
    {softwareSlug && need && ' · '}
    {need && <a href={cataloguePaths.need(need)}>{needLabel}</a>}
  </>
)

type Line = Named & {
  readonly kinds: readonly ServiceKind[]
  readonly level: ServiceLevel
  readonly areas: readonly Area[]
  /** The oldest of its statements. */
  readonly statedAt: Date
}

function grouped(services: readonly StatedService[]): Line[] {
  const lines = new Map<string, Line>()
  for (const service of services) {
    const { need, softwareId, level, areas } = service
    const key = JSON.stringify([need, softwareId, level, [...areas].sort()])
    const line = lines.get(key)
    lines.set(key, {
      ...service,
      kinds: [...(line?.kinds ?? []), service.kind],
      statedAt: line && line.statedAt < service.statedAt ? line.statedAt : service.statedAt,
    })
  }
  return [...lines.values()]
}
