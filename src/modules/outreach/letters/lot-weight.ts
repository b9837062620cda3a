const gramsOfASheet = 5 // A4 at 80 g/m²
const gramsOfAnEnvelope = 5

/** What a lot weighs, in grams, and its heaviest letter: La Poste's first step ends at 20 g. */
export function weighLot(
  pages: readonly { readonly from: number; readonly to: number }[],
  printedOn: 'one-side' | 'both-sides',
) {
  const weights = pages.map(({ from, to }) => {
    const pageCount = to - from + 1
    const sheets = printedOn === 'one-side' ? pageCount : Math.ceil(pageCount / 2)
    return sheets * gramsOfASheet + gramsOfAnEnvelope
  })

  return { total: weights.reduce((sum, weight) => sum + weight, 0), heaviest: Math.max(0, ...weights) }
}
