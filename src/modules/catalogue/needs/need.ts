/** Whom a need is felt by. */
export const audiences = ['town-hall', 'staff', 'citizens', 'schools'] as const
export type Audience = (typeof audiences)[number]

/** The audiences in the words of the screens. */
export const audienceNames: Record<Audience, string> = {
  'town-hall': 'Mairie',
  staff: 'Agents',
  citizens: 'Habitants',
  schools: 'Écoles',
}

/** How far a software meets a need; in part, what is missing is said. */
export type Fit = { readonly level: 'full' } | { readonly level: 'part'; readonly missing: string }
