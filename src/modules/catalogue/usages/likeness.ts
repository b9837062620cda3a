/**
 * How like a neighbour is, in kilometres: the distance, more for each band of size apart, less for what both share. The sum
 * is published with decision 0020; the least comes first.
 */
export const likenessKilometres = {
  perBandApart: 25,
  sameEpci: -15,
  sameDepartement: -10,
  sameNeed: -10,
  noCall: 15,
  grey: 10,
  left: 30,
  unknownDistance: 500,
} as const

/** From so many inhabitants, another band of size: the bands by which communes are compared everywhere in Beffroi. */
export const sizeBandFrom = [500, 1000, 3500, 10_000] as const
