/** What is paid for a letter: its stamp, each printed sheet, its envelope. */
export const priceKinds = ['stamp', 'sheet', 'envelope'] as const
export type PriceKind = (typeof priceKinds)[number]

export const priceKindNames: Record<PriceKind, string> = {
  stamp: 'Affranchissement',
  sheet: 'Papier et impression, la feuille',
  envelope: 'Enveloppe',
}

/** The stamp counted when nobody chose another. */
export const usualProduct = 'Lettre verte'

/** A price from a day on; a stamp's is for letters up to a weight. Days are `2026-11-24`. */
export type Price = {
  readonly kind: PriceKind
  readonly product: string
  readonly upToGrams: number | null
  readonly cents: number
  readonly validFrom: string
  readonly isDoubtful: boolean
}

type Wanted = {
  readonly kind: PriceKind
  readonly on: string
  readonly product?: string
  readonly grams?: number
}

/** The price in force on a day: of the smallest step that carries the weight, the latest row begun by then. */
export function priceInForce<P extends Price>(prices: readonly P[], wanted: Wanted): P | undefined {
  const { kind, on, product, grams = 0 } = wanted
  const fitting = prices.filter(
    (price) =>
      price.kind === kind &&
      price.validFrom <= on &&
      (product === undefined || price.product === product) &&
      (price.upToGrams === null || price.upToGrams >= grams),
  )

  return fitting.toSorted(
    (a, b) => (a.upToGrams ?? 0) - (b.upToGrams ?? 0) || (a.validFrom < b.validFrom ? 1 : -1),
  )[0]
}

type Letters = {
  readonly count: number
  readonly sheets: number
  readonly grams: number
  readonly product: string
}

/** What letters cost, in cents; or what no price is known for. */
export type PostageCost =
  | { readonly ok: true; readonly cents: number; readonly each: number; readonly isDoubtful: boolean }
  | { readonly ok: false; readonly missing: readonly PriceKind[] }

/** Letters × (stamp + sheets + envelope), at the prices of a day. */
export function postageCost(
  prices: readonly Price[],
  { count, sheets, grams, product }: Letters,
  on: string,
): PostageCost {
  const found = {
    stamp: priceInForce(prices, { kind: 'stamp', on, product, grams }),
    sheet: priceInForce(prices, { kind: 'sheet', on }),
    envelope: priceInForce(prices, { kind: 'envelope', on }),
  }
  const { stamp, sheet, envelope } = found
  if (!stamp || !sheet || !envelope) return { ok: false, missing: priceKinds.filter((kind) => !found[kind]) }

  const each = stamp.cents + sheets * sheet.cents + envelope.cents
  return {
    ok: true,
    cents: count * each,
    each,
    isDoubtful: [stamp, sheet, envelope].some((price) => price.isDoubtful),
  }
}

/** Above so many letters La Poste sorts for less: in one department, or in all (Gestions hospitalières, January 2022). */
export const presortFrom = { department: 400, anywhere: 1000 }

/** « 1 234,50 € ». */
export const euros = (cents: number) =>
  (cents / 100).toLocaleString('fr-FR', { style: 'currency', currency: 'EUR' })

/** Reads « 1,16 », « 1 250 € » or « 0.9 » as cents; nothing when it is no amount. */
export function readEuros(typed: string): number | undefined {
  const digits = typed.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.')
  return /^\d{1,7}(\.\d{1,2})?$/.test(digits) ? Math.round(Number(digits) * 100) : undefined
}
