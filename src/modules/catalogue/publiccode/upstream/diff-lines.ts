/** One line of a comparison: in both texts, in the old one alone, or in the new one alone. */
export type DiffLine = { readonly mark: ' ' | '-' | '+'; readonly text: string }

const most = 1500

/** What changes between two texts, line by line, by their longest common subsequence. */
export function diffLines(before: string, after: string): DiffLine[] {
  const old = before.trimEnd().split(/\r?\n/).slice(0, most)
  const young = after.trimEnd().split(/\r?\n/).slice(0, most)
  const lengths = commonLengths(old, young)
  const lines: DiffLine[] = []
  let [at, to] = [0, 0]
  while (at < old.length || to < young.length) {
    const [one, other] = [old[at], young[to]]
    if (one !== undefined && one === other) {
      lines.push({ mark: ' ', text: one })
      at++
      to++
    } else if (
      other === undefined ||
      (one !== undefined && lengthAt(lengths, at + 1, to) >= lengthAt(lengths, at, to + 1))
    ) {
      lines.push({ mark: '-', text: one ?? '' })
      at++
    } else {
      lines.push({ mark: '+', text: other })
      to++
    }
  }
  return lines
}

const lengthAt = (lengths: readonly Uint16Array[], at: number, to: number) => lengths[at]?.[to] ?? 0

function commonLengths(old: readonly string[], young: readonly string[]) {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(young.length + 1))
  for (let at = old.length - 1; at >= 0; at--) {
    const row = lengths[at]
    for (let to = young.length - 1; row && to >= 0; to--)
      row[to] =
        old[at] === young[to]
          ? lengthAt(lengths, at + 1, to + 1) + 1
          : Math.max(lengthAt(lengths, at + 1, to), lengthAt(lengths, at, to + 1))
  }
  return lengths
}
