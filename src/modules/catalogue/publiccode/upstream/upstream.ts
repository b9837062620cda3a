/** A step of the repair of a project's own file. */
export const upstreamStates = ['proposed', 'merged', 'refused', 'held'] as const
export type UpstreamState = (typeof upstreamStates)[number]

/**
 * Where a file stands as a whole: the project has a valid one of its own; ours was merged, proposed or refused there; we hold a
 * valid one as its main publisher; or ours is still a draft.
 */
export const standings = ['own', 'merged', 'proposed', 'refused', 'held', 'draft'] as const
export type Standing = (typeof standings)[number]

export const standingNames: Record<Standing, string> = {
  own: 'Le projet a un fichier valide',
  merged: 'Accepté par le projet',
  proposed: 'Proposé au projet',
  refused: 'Refusé par le projet',
  held: 'Tenu ici, à proposer',
  draft: 'Brouillon : des faits manquent',
}

type Known = {
  readonly own: { readonly isValid: boolean } | null
  readonly upstream: { readonly state: UpstreamState } | null
  readonly missing: readonly unknown[]
}

/** Where the file of a software stands. */
export function standingOf({ own, upstream, missing }: Known): Standing {
  if (upstream && upstream.state !== 'held') return upstream.state
  if (own?.isValid) return 'own'
  return missing.length === 0 ? 'held' : 'draft'
}
