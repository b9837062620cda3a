import type { Drawn } from './borders.ts'

/** A name written on the map, centred on a point. */
export type Label = { readonly text: string; readonly x: number; readonly y: number; readonly size: number }

type Sheet = { readonly width: number; readonly height: number }

const MOST = 14
const SIZES = { first: 30, next: 25, others: 21 }

/** Names the most populated communes, the largest first; a name that would touch another, or leave the sheet, is not written. */
export function placeLabels(communes: readonly Drawn[], sheet: Sheet): Label[] {
  const byPopulation = communes.toSorted((one, other) => (other.population ?? 0) - (one.population ?? 0))
  const placed: Label[] = []
  for (const { name, centroid } of byPopulation.slice(0, 3 * MOST)) {
    const label = {
      text: name,
      x: Math.round(centroid[0]),
      y: Math.round(centroid[1]),
      size: sizeOf(placed.length),
    }
    if (placed.length < MOST && isOn(sheet, label) && !placed.some((other) => touches(label, other)))
      placed.push(label)
  }
  return placed
}

function sizeOf(rank: number) {
  if (rank === 0) return SIZES.first
  return rank < 4 ? SIZES.next : SIZES.others
}

function boxOf({ text, x, y, size }: Label) {
  const half = (text.length * size * LETTER_WIDTH) / 2
  return { left: x - half, right: x + half, top: y - size * 0.7, bottom: y + size * 0.7 }
}

// The mean width of a letter of our type, in ems, on the safe side.
const LETTER_WIDTH = 0.6

function touches(one: Label, other: Label) {
  const [a, b] = [boxOf(one), boxOf(other)]
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function isOn({ width, height }: Sheet, label: Label) {
  const { left, right, top, bottom } = boxOf(label)
  return left > 0 && right < width && top > 0 && bottom < height
}
