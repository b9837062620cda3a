import { likenessKilometres as km, sizeBandFrom } from './likeness.ts'
import type { UsageState } from './usage.ts'
import { goneLimit, greyLimit } from './usage-age.ts'

/** A commune that uses a software, as a line of an answer shows it: never counted, always one that can be asked. */
export type Neighbour = {
  readonly usageId: string
  readonly insee: string
  readonly name: string
  readonly population: number | null
  /** From the town hall of whoever asks, as the crow flies; null when nobody said where they are. */
  readonly km: number | null
  readonly sinceOn: string | null
  readonly state: UsageState
  readonly whyLeft: string | null
  readonly acceptsCall: boolean
  readonly isGrey: boolean
  readonly operatedBy: string | null
}

/** Where a commune is and how large: what likeness is measured by. */
export type Place = {
  readonly insee: string
  readonly population: number | null
  readonly longitude: number | null
  readonly latitude: number | null
  readonly epciSiren: string | null
  readonly departement: string
}

/** A confirmed usage with its place, however old. */
export type PlacedUsage = Place &
  Omit<Neighbour, 'km' | 'isGrey'> & {
    readonly softwareId: string
    readonly need: string | null
    readonly searchName: string
    readonly saidAt: number
  }

export type Asking = {
  readonly here?: Place
  readonly need?: string
  readonly now: Date
  readonly limit: number
}

/** The usages of one software most like the commune that asks, among those said less than two years ago. */
export function mostAlike(usages: readonly PlacedUsage[], { here, need, now, limit }: Asking): Neighbour[] {
  const gone = goneLimit(now).getTime()
  const grey = greyLimit(now).getTime()
  const best: Ranked[] = []
  for (const usage of usages) {
    if (usage.saidAt <= gone || usage.insee === here?.insee) continue
    const distance = here ? kilometres(here, usage) : null
    const isGrey = usage.saidAt <= grey
    const worth = (distance ?? km.unknownDistance) + apart(usage, isGrey, here, need)
    // Most are turned away here: thousands may use one software.
    if (best.length >= limit && worth > (best.at(-1)?.worth ?? 0)) continue
    keepBest(best, { usage, distance, isGrey, worth }, limit)
  }
  return best.map(lineOf)
}

type Ranked = {
  readonly usage: PlacedUsage
  readonly distance: number | null
  readonly isGrey: boolean
  readonly worth: number
}

function keepBest(best: Ranked[], one: Ranked, limit: number) {
  const last = best.at(-1)
  if (best.length >= limit && last && comesBefore(last, one)) return
  const place = best.findIndex((other) => comesBefore(one, other))
  best.splice(place < 0 ? best.length : place, 0, one)
  if (best.length > limit) best.pop()
}

/** The more alike; between equals who has used it longer, then by name. */
function comesBefore(one: Ranked, other: Ranked) {
  if (one.worth !== other.worth) return one.worth < other.worth
  const [a, b] = [one.usage, other.usage]
  if (a.sinceOn !== b.sinceOn) return a.sinceOn !== null && (b.sinceOn === null || a.sinceOn < b.sinceOn)
  return a.searchName === b.searchName ? a.insee < b.insee : a.searchName < b.searchName
}

/** What is added to the distance. */
function apart(usage: PlacedUsage, isGrey: boolean, here: Place | undefined, need: string | undefined) {
  const bands = here ? Math.abs(bandOf(usage.population) - bandOf(here.population)) : 0
  return (
    bands * km.perBandApart +
    (here?.epciSiren && here.epciSiren === usage.epciSiren ? km.sameEpci : 0) +
    (here && here.departement === usage.departement ? km.sameDepartement : 0) +
    (need && usage.need === need ? km.sameNeed : 0) +
    (usage.acceptsCall ? 0 : km.noCall) +
    (isGrey ? km.grey : 0) +
    (usage.state === 'left' ? km.left : 0)
  )
}

const bandOf = (population: number | null) => sizeBandFrom.findLastIndex((from) => (population ?? 0) >= from)

/** As the crow flies, on a plane tangent to France: a hundredth wrong at most within a region. */
function kilometres(from: Place, to: Place): number | null {
  if (from.latitude === null || from.longitude === null || to.latitude === null || to.longitude === null)
    return null
  const north = to.latitude - from.latitude
  const east = (to.longitude - from.longitude) * Math.cos((from.latitude * Math.PI) / 180)
  return 111.2 * Math.sqrt(north * north + east * east)
}

const lineOf = ({ usage, distance, isGrey }: Ranked): Neighbour => ({
  usageId: usage.usageId,
  insee: usage.insee,
  name: usage.name,
  population: usage.population,
  km: distance === null ? null : Math.round(distance),
  sinceOn: usage.sinceOn,
  state: usage.state,
  whyLeft: usage.whyLeft,
  acceptsCall: usage.acceptsCall,
  isGrey,
  operatedBy: usage.operatedBy,
})

/** How many communes use a software today, left ones aside; its usages come by commune. */
export function countUsing(usages: readonly PlacedUsage[], now: Date): number {
  const gone = goneLimit(now).getTime()
  let [communes, last] = [0, '']
  for (const { state, saidAt, insee } of usages) {
    if (state === 'left' || saidAt <= gone || insee === last) continue
    communes += 1
    last = insee
  }
  return communes
}
