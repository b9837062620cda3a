import type { Box } from '#values/box.ts'

/** An affine transformation as PDF writes it (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number]

export const unchanged: Matrix = [1, 0, 0, 1, 0, 0]
export const shift = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y]

/** The transformation that applies `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner

  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Where a box goes by a transformation: the box of its four corners. */
export function moved({ left, right, top, bottom }: Box, [a, b, c, d, e, f]: Matrix): Box {
  return {
    left: Math.min(a * left, a * right) + Math.min(c * top, c * bottom) + e,
    right: Math.max(a * left, a * right) + Math.max(c * top, c * bottom) + e,
    top: Math.min(b * left, b * right) + Math.min(d * top, d * bottom) + f,
    bottom: Math.max(b * left, b * right) + Math.max(d * top, d * bottom) + f,
  }
}
