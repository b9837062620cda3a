/** Where a declaration stands: what the list of the workshop filters by. */
export const standings = ['waiting', 'confirmed', 'grey', 'hidden', 'refused', 'withdrawn'] as const
export type Standing = (typeof standings)[number]
