/** So many of so many. */
export type Rate = { readonly k: number; readonly n: number }

const z95 = 1.959_963_984_540_054
const z80 = 0.841_621_233_572_914

/**
 * The interval that holds the true share nineteen times in twenty (Wilson 1927): honest for small numbers and for zero. Of
 * nothing, nothing is known: from 0 to 1.
 */
export function wilson({ k, n }: Rate): { readonly low: number; readonly high: number } {
  if (n === 0) return { low: 0, high: 1 }

  const share = k / n
  const spread = z95 ** 2 / n
  const centre = (share + spread / 2) / (1 + spread)
  const half = (z95 * Math.sqrt((share * (1 - share)) / n + spread / (4 * n))) / (1 + spread)
  return { low: k === 0 ? 0 : Math.max(0, centre - half), high: k === n ? 1 : Math.min(1, centre + half) }
}

/**
 * How many are needed in each of two groups to tell one share from another, at a risk of 5 % and a power of 80 %: the
 * two-proportion formula (Fleiss, Levin and Paik, 2003, §4.2). 10 % from 15 %: 686.
 */
export function neededPerGroup(one: number, other: number) {
  const mean = (one + other) / 2
  const chance = z95 * Math.sqrt(2 * mean * (1 - mean))
  const truth = z80 * Math.sqrt(one * (1 - one) + other * (1 - other))
  return Math.ceil(((chance + truth) / (one - other)) ** 2)
}

/** What may be said of two waves: that they are too small for it, that nothing tells them apart, or that one did better. */
export type Comparison =
  | { readonly verdict: 'too-small'; readonly needed: number; readonly base: number; readonly target: number }
  | { readonly verdict: 'same' | 'differ'; readonly low: number; readonly high: number }

/**
 * Compares the answers to two waves. Below the size at which five points more could be told from chance, it says so and
 * compares nothing; above, by the interval of the difference (Newcombe 1998, hybrid of the two Wilson intervals).
 */
export function compare(one: Rate, other: Rate): Comparison {
  const base = baseOf(one, other)
  const target = base + 0.05
  const needed = neededPerGroup(base, target)
  if (Math.min(one.n, other.n) < needed) return { verdict: 'too-small', needed, base, target }

  const [a, b] = [wilson(one), wilson(other)]
  const [p, q] = [one.k / one.n, other.k / other.n]
  const low = p - q - Math.hypot(p - a.low, b.high - q)
  const high = p - q + Math.hypot(a.high - p, q - b.low)
  return { verdict: low > 0 || high < 0 ? 'differ' : 'same', low, high }
}

// The common share, rounded to the point; where nobody answered yet, one in ten as a working guess.
function baseOf(one: Rate, other: Rate) {
  const n = one.n + other.n
  const share = n === 0 ? 0 : (one.k + other.k) / n
  return share === 0 ? 0.1 : Math.min(0.94, Math.max(0.01, Math.round(share * 100) / 100))
}
