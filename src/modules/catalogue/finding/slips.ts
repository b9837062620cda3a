/**
 * How many slips of the finger separate two words (a letter changed, forgotten, added, or two neighbours swapped), counted no
 * further than `most`: beyond it, `most + 1`.
 */
export function slipsBetween(one: string, other: string, most: number) {
  if (Math.abs(one.length - other.length) > most) return most + 1

  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    let least = row
    for (let at = 1; at <= other.length; at++) {
      const same = one.charCodeAt(row - 1) === other.charCodeAt(at - 1)
      let slips = Math.min(
        (last[at] ?? 0) + 1,
        (current[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (same ? 0 : 1),
      )
      const areSwapped =
        row > 1 &&
        at > 1 &&
        one.charCodeAt(row - 1) === other.charCodeAt(at - 2) &&
        one.charCodeAt(row - 2) === other.charCodeAt(at - 1)
      if (areSwapped) slips = Math.min(slips, (beforeLast[at - 2] ?? 0) + 1)
      current.push(slips)
      if (slips < least) least = slips
    }
    if (least > most) return most + 1
    beforeLast = last
    last = current
  }
  return last[other.length] ?? most + 1
}
