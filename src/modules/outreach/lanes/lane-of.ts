/** The end of a name that tells a lane: of a mail exchanger, or of the receiver's own domain. */
export type LaneSuffix = {
  readonly kind: 'exchanger' | 'domain'
  readonly suffix: string
  readonly lane: string
}

/** Where everybody goes whom no suffix names. */
export const defaultLane = 'default'

/**
 * The lane of a domain: by its own name when it is an operator's, otherwise by the preferred exchanger that carries its
 * mail, because many communes have their own domain at Orange, Microsoft or OVH. The longest suffix wins.
 */
export function laneOf(
  domain: string,
  exchangers: readonly string[],
  suffixes: readonly LaneSuffix[],
): string {
  const byDomain = longest(
    domain,
    suffixes.filter(({ kind }) => kind === 'domain'),
  )
  const [preferred = ''] = exchangers
  const byExchanger = longest(
    preferred,
    suffixes.filter(({ kind }) => kind === 'exchanger'),
  )
  return (byDomain ?? byExchanger)?.lane ?? defaultLane
}

function longest(name: string, suffixes: readonly LaneSuffix[]) {
  const plain = name.toLowerCase().replace(/\.$/, '')
  return suffixes
    .filter(({ suffix }) => plain === suffix || plain.endsWith(`.${suffix}`))
    .reduce<LaneSuffix | undefined>(
      (best, one) => (best && best.suffix.length >= one.suffix.length ? best : one),
      undefined,
    )
}
