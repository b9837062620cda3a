import { departementName } from '#modules/communes/index.ts'
import { Card } from '#ui/card.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { number } from '#ui/french.ts'
import { ScreenOnly } from '#ui/media-only.tsx'
import { ShapeMap } from '#ui/shape-map.tsx'
import { formatPhone } from '#values/phone.ts'
import { AddContactPoint, type PointRefusal } from './add-contact-point.tsx'
import type { CommuneRecord, MayorInOffice, ReachPoint } from './commune-record.queries.ts'
import { pointKinds, pointNames } from './contact-point-form.ts'
import type { Locator } from './locator.action.ts'
import { territoryPaths } from './territory.paths.ts'

type FactsProps = {
  readonly record: CommuneRecord
  readonly locator: Locator | undefined
  readonly mayEdit: boolean
  readonly refusal?: PointRefusal
}

/** What is known of a commune, each datum with its source and its date: how to reach it, its mayor, who and where it is. */
export const RecordFacts = ({ record, locator, mayEdit, refusal }: FactsProps) => (
  <>
    <HowToReach record={record} mayEdit={mayEdit} refusal={refusal} />
    <WhoAndWhere record={record} locator={locator} />
  </>
)

function HowToReach({ record: { insee, points, mayor }, mayEdit, refusal }: Omit<FactsProps, 'locator'>) {
  const shown = pointKinds.flatMap((kind) =>
    points.filter((point) => point.kind === kind).map((point, rank) => ({ point, rank })),
  )
  const missing = pointKinds.filter((kind) => !points.some((point) => point.kind === kind))

  return (
    <Card title="Joindre la mairie" id="coordonnees">
      <DataList>
        <Mayor mayor={mayor} />
        {shown.map(({ point, rank }) => (
          <Point insee={insee} point={point} isMain={rank === 0} mayEdit={mayEdit} />
        ))}
        {missing.map((kind) => (
          <Datum label={pointNames[kind]} />
        ))}
      </DataList>
      {mayEdit && (
        <ScreenOnly>
          <form id="retraits" method="post" />
          <AddContactPoint insee={insee} refusal={refusal} />
        </ScreenOnly>
      )}
    </Card>
  )
}

const Mayor = ({ mayor }: { mayor: MayorInOffice | null }) => (
  <Datum label="Maire" source={mayor?.source} date={dayOf(mayor?.sourceDate)}>
    {mayor && [mayor.civility, mayor.firstName, mayor.lastName].filter(Boolean).join(' ')}
  </Datum>
)

type PointProps = { insee: string; point: ReachPoint; isMain: boolean; mayEdit: boolean }

function Point({ insee, point, isMain, mayEdit }: PointProps) {
  const name = pointNames[point.kind]

  return (
    <Datum
      label={isMain ? name : `Autre ${name.toLowerCase()}`}
      source={point.source}
      date={dayOf(point.sourceDate)}
    >
      <Value {...point} />
      {point.label && <> ({point.label})</>}
      {mayEdit && (
        <button
          type="submit"
          class="button screen-only"
          data-kind="quiet"
          form="retraits"
          formaction={territoryPaths.contactPointEnd(insee, point.id)}
          aria-label={`Retirer ${point.value}`}
        >
          Retirer
        </button>
      )}
    </Datum>
  )
}

function Value({ kind, value }: ReachPoint) {
  if (kind === 'email') return <a href={`mailto:${value}`}>{value}</a>
  if (kind === 'phone') return <a href={`tel:${value}`}>{formatPhone(value)}</a>
  if (kind === 'website')
    return (
      <a href={value} rel="external noreferrer">
        {value.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
      </a>
    )
  return <span class="lines">{value}</span>
}

function WhoAndWhere({ record, locator }: Pick<FactsProps, 'record' | 'locator'>) {
  const { insee, name, population, epciSiren, epci, departement, postalCodes, siren, source, sourceDate } =
    record
  const official = { source, date: dayOf(sourceDate) }

  return (
    <Card title="La commune">
      {locator && (
        <ShapeMap
          label={`${name} dans ${epci}`}
          width={locator.width}
          height={locator.height}
          around={locator.borders}
          small
          shapes={[
            {
              path: locator.path,
              href: territoryPaths.list({ epci: epciSiren ?? undefined }),
              title: name,
              tone: 'brick',
              weight: 'solid',
            },
          ]}
        />
      )}
      <DataList compact>
        <Datum label="Population" {...official}>
          {population !== null && `${number(population)} habitants`}
        </Datum>
        <Datum label="Intercommunalité" {...official}>
          {epciSiren ? <a href={territoryPaths.list({ epci: epciSiren })}>{epci}</a> : 'Aucune'}
        </Datum>
        <Datum label="Département" {...official}>
          <a href={territoryPaths.list({ departement })}>{departementName(departement)}</a>
        </Datum>
        <Datum label={postalCodes.length > 1 ? 'Codes postaux' : 'Code postal'} {...official}>
          {postalCodes.join(', ')}
        </Datum>
        <Datum label="Code INSEE" {...official}>
          <span class="code">{insee}</span>
        </Datum>
        <Datum label="SIREN" {...official}>
          {siren && <span class="code">{siren.replace(/(...)(?=.)/g, '$1\u202f')}</span>}
        </Datum>
      </DataList>
    </Card>
  )
}

const dayOf = (day: string | null | undefined) => (day ? new Date(day) : undefined)
