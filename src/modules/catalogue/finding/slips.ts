/**
 * The letters of a word as bits: two words whose letters differ too much cannot be a few slips apart, which is known without
 * comparing them.
 */
export function lettersOf(word: string) {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) % 31)

  return letters
}

/** Whether two words may be `most` slips apart, by their letters alone: each slip changes two letters at the most. */
export function mayBeNear(one: number, other: number, most: number) {
  let different = one ^ other
  let count = 0
  while (different !== 0 && count <= 2 * most) {
    different &= different - 1
    count++
  }
  return count <= 2 * most
}

// Words are compared by the thousand: the three rows are taken once.
const longest = 64
let beforeLast = new Uint8Array(longest + 1)
let last = new Uint8Array(longest + 1)
let current = new Uint8Array(longest + 1)

/**
 * How many slips of the finger separate two words (a letter changed, forgotten, added, or two neighbours swapped), counted no
 * further than `most`: beyond it, `most + 1`.
 */
export function slipsBetween(one: string, other: string, most: number) {
  if (Math.abs(one.length - other.length) > most || other.length > longest) return most + 1

  for (let at = 0; at <= other.length; at++) last[at] = at
  for (let row = 1; row <= one.length; row++) {
    const letter = one.charCodeAt(row - 1)
    let least = row
    current[0] = row
    for (let at = 1; at <= other.length; at++) {
      const same = letter === other.charCodeAt(at - 1)
      let slips = Math.min(
        (last[at] ?? 0) + 1,
        (current[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (same ? 0 : 1),
      )
      const areSwapped =
        row > 1 &&
        at > 1 &&
        letter === other.charCodeAt(at - 2) &&
        one.charCodeAt(row - 2) === other.charCodeAt(at - 1)
      if (areSwapped) slips = Math.min(slips, (beforeLast[at - 2] ?? 0) + 1)
      current[at] = slips
      if (slips < least) least = slips
    }
    if (least > most) return most + 1
    const free = beforeLast
    beforeLast = last
    last = current
    current = free
  }
  return last[other.length] ?? most + 1
}
