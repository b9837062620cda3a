/** A town hall to be drawn, with its stratum: its size and its intermunicipal body. */
export type Drawn = { readonly insee: string; readonly stratum: string }

/** The fingerprint that decides the order: SHA-256 in hexadecimal, which anybody can compute again. */
export type Fingerprint = (text: string) => string

/**
 * The published rule of the draw. Strata in the order of the fingerprint of « seed/stratum », the town halls of each in the
 * order of « seed/INSEE code », then dealt one by one to the waves, as cards are: each wave has its share of each stratum
 * within one, no wave more than the size asked, and nobody chooses who comes first.
 */
export function drawWaves<TownHall extends Drawn>(
  townHalls: readonly TownHall[],
  {
    seed,
    size,
    fingerprint,
  }: { readonly seed: string; readonly size: number; readonly fingerprint: Fingerprint },
): TownHall[][] {
  const waves = Array.from({ length: Math.max(1, Math.ceil(townHalls.length / size)) }, (): TownHall[] => [])
  const strata = [...Map.groupBy(townHalls, ({ stratum }) => stratum)]
  const ordered = inOrder(strata, ([stratum]) => fingerprint(`${seed}/${stratum}`)).flatMap(([, members]) =>
    randomOrder(members, seed, fingerprint),
  )
  for (const [rank, townHall] of ordered.entries()) waves[rank % waves.length]?.push(townHall)

  return waves.map((wave) => randomOrder(wave, seed, fingerprint))
}

/** Town halls in the order of the fingerprint of « seed/INSEE code »: random, and the same for whoever draws again. */
export const randomOrder = <TownHall extends { readonly insee: string }>(
  townHalls: readonly TownHall[],
  seed: string,
  fingerprint: Fingerprint,
) => orderOfDraw(townHalls, ({ insee }) => insee, { seed, fingerprint })

/** The same of anything that a key names. */
export const orderOfDraw = <Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
  { seed, fingerprint }: { readonly seed: string; readonly fingerprint: Fingerprint },
) => inOrder(things, (thing) => fingerprint(`${seed}/${keyOf(thing)}`))

function inOrder<Thing>(things: readonly Thing[], key: (thing: Thing) => string): Thing[] {
  const keyed = things.map((thing) => ({ thing, rank: key(thing) }))
  return keyed.toSorted((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0)).map(({ thing }) => thing)
}

const bands = [
  { below: 500, name: 'moins de 500 habitants' },
  { below: 1000, name: 'de 500 à 999' },
  { below: 3500, name: 'de 1 000 à 3 499' },
  { below: 10_000, name: 'de 3 500 à 9 999' },
  { below: Number.POSITIVE_INFINITY, name: '10 000 et plus' },
]

/** The stratum of a town hall: the band of its inhabitants and its intermunicipal body. */
export function stratumOf({
  population,
  epciName,
}: {
  readonly population?: number
  readonly epciName?: string
}) {
  const band = bands.find(({ below }) => (population ?? 0) < below)?.name ?? ''
  return `${epciName ?? 'sans intercommunalité'}, ${band}`
}
