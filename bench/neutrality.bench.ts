// npm run bench -- neutrality [--per-day N] [--json]
// A simulated year of searches over a census of companies, ordered by the very function that pages use. Then names and
// identifiers are dealt out again to other companies: does anybody gain or lose by it? And among equals, how far is each from
// its equal share? Alphabetical order, measured on the same searches, says what the figures would be without the rule.
import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { sharesOf } from '../src/modules/companies/order/fair-share.ts'
import { markOf, orderHelpers, type Standing, seedText } from '../src/modules/companies/order/order.ts'
import { report } from './report.ts'

const { values } = parseArgs({
  options: { 'per-day': { type: 'string', default: '1000' }, json: { type: 'boolean' } },
})
const perDay = Number(values['per-day'])
const days = 365
const fingerprint = (text: string) => createHash('sha256').update(text).digest('hex')

/** A body of the census apart from how it is called: what it does, where, and what is known of it. */
type Body = {
  readonly departements: readonly number[]
  readonly needs: ReadonlyMap<number, Pick<Standing, 'fit' | 'confirmedReferences'>>
  readonly response: Standing['response']
}
type Called = { readonly name: string; readonly key: string }

const random = generator(20_261_124)
const needsCount = 120
const departementsCount = 8
const census = worldOf(Array.from({ length: 400 }, newBody))
const equals = worldOf(Array.from({ length: 10 }, oneOfEquals))

const begun = performance.now()
const year = simulate(census, census.called, byOrder)
const permuted = simulate(census, census.calledAnew, byOrder)
const seconds = (performance.now() - begun) / 1000
const yearOfEquals = simulate(equals, equals.called, byOrder)
const byNames = simulate(census, census.called, byName)
const byNamesPermuted = simulate(census, census.calledAnew, byName)
const equalsByNames = simulate(equals, equals.called, byName)

const worst = worstGap(yearOfEquals)
const worstByName = worstGap(equalsByNames)
process.stdout.write(
  `${(days * perDay).toLocaleString('fr-FR')} searches a year; census: ${census.bodies.length} companies, ${year.marks.length.toLocaleString('fr-FR')} lists of two or more; then ${equals.bodies.length} companies equal in all
two years of the census ordered in ${seconds.toFixed(1)} s on ${availableParallelism()} cores
first places given to another than its due, whole census: ${shown(misplaced(year))} by the rule, ${shown(misplaced(byNames))} by name (${ratio(misplaced(byNames), misplaced(year))} times more)
worst gap of ten equals to their tenth: ${shown(worst.first)} by the rule, ${shown(worstByName.first)} by name (${ratio(worstByName.first, worst.first)} times more)
`,
)

report('neutrality', [
  {
    name: 'lists whose marks names and ids change',
    value: year.marks.filter((marks, rank) => marks !== permuted.marks[rank]).length,
    unit: 'lists',
    target: 0,
  },
  {
    name: 'census: first places moved by names and ids',
    value: moved(year, permuted) * 100,
    unit: '%',
    target: 2,
  },
  { name: 'census: first places given to another', value: misplaced(year) * 100, unit: '%', target: 2 },
  { name: 'ten equals: worst gap, first place', value: worst.first * 100, unit: '%', target: 2 },
  { name: 'ten equals: worst gap, first three', value: worst.leading * 100, unit: '%', target: 2 },
  {
    name: 'by name instead: first places moved',
    value: moved(byNames, byNamesPermuted) * 100,
    unit: '%',
    target: 10,
    atLeast: true,
  },
  { name: 'one order', value: (seconds * 1e6) / (2 * days * perDay), unit: 'µs', target: 500 },
])

type Tally = { first: number; leading: number; fairFirst: number; fairLeading: number }
type Year = { readonly tallies: readonly Tally[]; readonly marks: readonly string[] }

/** The same searches whoever is called how: only what the order gives may differ. */
function simulate(world: Census, names: readonly Called[], order: typeof byOrder): Year {
  const ask = generator(59_172)
  const tallies = world.bodies.map((): Tally => ({ first: 0, leading: 0, fairFirst: 0, fairLeading: 0 }))
  const bodyOf = new Map(names.map(({ key }, rank) => [key, rank]))
  const marks: string[] = []

  for (let day = 0; day < days; day++)
    for (let search = 0; search < perDay; search++) {
      // a few needs are asked for much more than the others, as everywhere
      const need = Math.floor(needsCount * ask() ** 3)
      const departement = Math.floor(departementsCount * ask())
      const commune = Math.floor(650 * ask())
      const candidates = world.atHome.get(need)?.get(departement) ?? []
      if (candidates.length < 2) continue

      const seed = fingerprint(
        seedText({ day: `day ${day}`, about: `need-${need}`, place: `${departement}-${commune}` }),
      ).slice(0, 16)
      const placed = order(
        candidates.map((rank) => standingOf(world.bodies[rank], need, names[rank]?.key ?? '')),
        seed,
        (key) => names[bodyOf.get(key) ?? 0]?.name ?? '',
      )
      marks.push(placed.map(({ mark }) => mark).join(' '))
      for (const [place, shares] of sharesOf(placed).entries()) {
        const tally = tallies[bodyOf.get(placed[place]?.key ?? '') ?? -1]
        if (!tally) continue
        tally.first += shares.given.first
        tally.leading += shares.given.leading
        tally.fairFirst += shares.fair.first
        tally.fairLeading += shares.fair.leading
      }
    }
  return { tallies, marks }
}

type Marked = { readonly key: string; readonly mark: string }

function byOrder(standings: readonly Standing[], seed: string, _nameOf: (key: string) => string): Marked[] {
  return orderHelpers(standings, { seed, fingerprint })
}

/** What a directory does that sorts equals by their name. */
function byName(standings: readonly Standing[], _seed: string, nameOf: (key: string) => string): Marked[] {
  return standings
    .map((standing) => ({ key: standing.key, mark: markOf(standing), name: nameOf(standing.key) }))
    .sort((a, b) => (a.mark === b.mark ? (a.name < b.name ? -1 : 1) : a.mark > b.mark ? -1 : 1))
}

/** How far the worst off, or the best, is from its equal share, as a part of that share. */
function worstGap({ tallies }: Year) {
  const gap = (given: 'first' | 'leading', fair: 'fairFirst' | 'fairLeading') =>
    Math.max(...tallies.map((tally) => Math.abs(tally[given] - tally[fair]) / tally[fair]))
  return { first: gap('first', 'fairFirst'), leading: gap('leading', 'fairLeading') }
}

/** The part of the first places that went to another than equal shares would have given them to. */
function misplaced({ tallies }: Year) {
  const total = tallies.reduce((sum, { first }) => sum + first, 0)
  return tallies.reduce((sum, { first, fairFirst }) => sum + Math.abs(first - fairFirst), 0) / 2 / total
}

/** The part of the first places that went to another body because names and identifiers were dealt out anew. */
function moved(one: Year, other: Year) {
  const total = one.tallies.reduce((sum, { first }) => sum + first, 0)
  const apart = one.tallies.reduce(
    (sum, { first }, rank) => sum + Math.abs(first - (other.tallies[rank]?.first ?? 0)),
    0,
  )
  return apart / 2 / total
}

type Census = ReturnType<typeof worldOf>

/** A census with who serves what where, how each is called, and how they would be called if names were dealt anew. */
function worldOf(bodies: readonly Body[]) {
  const atHome = new Map<number, Map<number, number[]>>()
  for (const [rank, { needs, departements }] of bodies.entries())
    for (const need of needs.keys())
      for (const departement of new Set(departements)) {
        const there = atHome.get(need) ?? new Map<number, number[]>()
        atHome.set(need, there)
        there.set(departement, [...(there.get(departement) ?? []), rank])
      }
  const called = bodies.map((_, rank) => ({
    name: nameOf(rank),
    key: `company:${fingerprint(`id ${rank}`)}`,
  }))
  return { bodies, atHome, called, calledAnew: shuffled(called) }
}

function standingOf(body: Body | undefined, need: number, key: string): Standing {
  const known = body?.needs.get(need)
  return {
    key,
    fit: known?.fit ?? 'part',
    confirmedReferences: known?.confirmedReferences ?? 0,
    serves: true,
    response: body?.response ?? { asked: 0, answered: 0 },
  }
}

/** Everywhere, for everything, the same for all: only the draw may tell them apart. */
function oneOfEquals(): Body {
  const everywhere = Array.from({ length: departementsCount }, (_, rank) => rank)
  const everything = Array.from({ length: needsCount }, (_, need) => need)
  return {
    departements: everywhere,
    needs: new Map(everything.map((need) => [need, { fit: 'full', confirmedReferences: 1 }])),
    response: { asked: 4, answered: 4 },
  }
}

/** Most serve one department, some several, a few the whole country; most have few references. */
function newBody(): Body {
  const whole = random() < 0.08
  const count = random() < 0.7 ? 1 : 3
  const departements = whole
    ? Array.from({ length: departementsCount }, (_, rank) => rank)
    : Array.from({ length: count }, () => Math.floor(departementsCount * random()))
  const needs = new Map<number, Pick<Standing, 'fit' | 'confirmedReferences'>>()
  for (let stated = 0; stated < 10; stated++)
    needs.set(Math.floor(needsCount * random() ** 1.5), {
      fit: random() < 0.75 ? 'full' : 'part',
      confirmedReferences: Math.floor(5 * random() ** 4),
    })
  const asked = Math.floor(9 * random() ** 2)
  return { departements, needs, response: { asked, answered: Math.round(asked * random() ** 0.5) } }
}

function nameOf(rank: number) {
  const start = [
    'AAA',
    'Alpha',
    'Bleu',
    'Cap',
    'Delta',
    'Libre',
    'Mairie',
    'Nord',
    'Open',
    'Sud',
    'Web',
    'Zen',
  ]
  return `${start[rank % start.length]} ${fingerprint(`name ${rank}`).slice(0, 6)}`
}

function shuffled(names: readonly Called[]) {
  return names
    .map((name) => ({ name, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name)
}

/** Mulberry32: the same year at each run. */
function generator(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function ratio(more: number, less: number) {
  return Math.round(more / less).toLocaleString('fr-FR')
}

function shown(share: number) {
  return `${(share * 100).toLocaleString('fr-FR', { maximumFractionDigits: 2 })} %`
}
