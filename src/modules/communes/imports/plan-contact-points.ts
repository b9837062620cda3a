import { type ContactPointChange, isOlder } from './change.ts'
import type { KnownContactPoint } from './known-facts.ts'
import { type ContactPointObservation, type RowRefusal, refusal } from './observation.ts'
import type { IsOpposed } from './opposed-among.ts'

/**
 * Compares what a source says of one kind of contact point of one commune with what is known. A source only ends
 * what it said itself, when it now says otherwise; what an older file says never replaces what a newer one said.
 */
export function planContactPoints(
  observations: readonly ContactPointObservation[],
  known: readonly KnownContactPoint[],
  source: string,
  isOpposed: IsOpposed,
): (ContactPointChange | RowRefusal)[] {
  return compared(observations, known, source).map((change) =>
    'outcome' in change && change.outcome !== 'close' && isOpposed(change.observed)
      ? { ...change, isOpposed: true }
      : change,
  )
}

function compared(
  observations: readonly ContactPointObservation[],
  known: readonly KnownContactPoint[],
  source: string,
): (ContactPointChange | RowRefusal)[] {
  const observed = bestByValue(observations)
  const own = known.filter((point) => point.source === source)
  const isStale = own.some((point) => observed.every((observation) => isOlder(observation, point)))
  const same = new Map(known.map((point) => [point.value, point]))

  const said = observed.filter(({ value }) => same.has(value))
  const fresh = observed.filter(({ value }) => !same.has(value))
  const dropped = own.filter(({ value }) => !observed.some((observation) => observation.value === value))
  if (isStale) return [...said.map(unchanged), ...fresh.map(tooOld)]

  return [
    ...said.map((observation) => again(observation, same.get(observation.value), source)),
    ...fresh.map((observation, at) => arrival(observation, dropped[at])),
    ...dropped.slice(fresh.length).flatMap((point) => closing(point, observed[0])),
  ]
}

/** A file may say a value twice: the best rank wins. */
function bestByValue(observations: readonly ContactPointObservation[]) {
  const best = new Map<string, ContactPointObservation>()
  for (const observation of observations) {
    const other = best.get(observation.value)
    if (!other || observation.rank < other.rank) best.set(observation.value, observation)
  }
  return [...best.values()]
}

const unchanged = (observed: ContactPointObservation) => ({ outcome: 'unchanged', observed }) as const

const tooOld = ({ row, insee, kind, value }: ContactPointObservation) =>
  refusal(row, 'older-than-known', { insee, field: kind, said: value })

function again(observed: ContactPointObservation, known: KnownContactPoint | undefined, source: string) {
  if (!known || known.source !== source || isOlder(observed, known)) return unchanged(observed)
  const isSame =
    known.sourceDate === observed.sourceDate && known.rank === observed.rank && known.label === observed.label

  return isSame ? unchanged(observed) : ({ outcome: 'confirm', observed, known } as const)
}

const arrival = (
  observed: ContactPointObservation,
  known: KnownContactPoint | undefined,
): ContactPointChange => (known ? { outcome: 'change', observed, known } : { outcome: 'add', observed })

const closing = (known: KnownContactPoint, observed: ContactPointObservation | undefined) =>
  observed ? [{ outcome: 'close', known, observed } as const] : []
