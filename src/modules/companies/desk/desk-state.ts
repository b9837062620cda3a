/** What the partnership's list of companies may be filtered by. */
export const deskStates = [
  'claimed',
  'unclaimed',
  'invited',
  'opposed',
  'no-address',
  'self',
  'withdrawn',
] as const
export type DeskState = (typeof deskStates)[number]
