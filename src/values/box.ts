/** A rectangle by where its sides are: on a sheet, millimetres from its top left corner. */
export type Box = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The box of a row of coordinates x, y, x, y… */
export function boxOfPoints(points: readonly number[]): Box {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let rank = 0; rank + 1 < points.length; rank += 2) {
    const [x = 0, y = 0] = [points[rank], points[rank + 1]]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }

  return { left, right, top, bottom }
}

/** The smallest box that holds them all. */
export const around = (boxes: readonly Box[]): Box =>
  boxOfPoints(boxes.flatMap(({ left, right, top, bottom }) => [left, top, right, bottom]))

export const grown = ({ left, right, top, bottom }: Box, by: number): Box => ({
  left: left - by,
  right: right + by,
  top: top - by,
  bottom: bottom + by,
})

/** Whether two boxes share more than an edge. */
export const overlap = (one: Box, other: Box) =>
  one.right > other.left && one.left < other.right && one.bottom > other.top && one.top < other.bottom

/** How far apart two boxes are, along the axis that separates them most; negative when they overlap. */
export const gap = (one: Box, other: Box) =>
  Math.max(one.left - other.right, other.left - one.right, one.top - other.bottom, other.top - one.bottom)
