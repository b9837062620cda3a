import type { Role } from '#values/role.ts'

/** What a line is about: what leaves, what the law asks, what the machine must be able to do. */
export const groups = ['content', 'law', 'machine'] as const
export type Group = (typeof groups)[number]

export const groupNames: Record<Group, string> = {
  content: 'Ce qui part',
  law: 'Ce que la loi demande',
  machine: 'Ce que la machine doit pouvoir faire',
}

/** Where a red line is mended: a page to open, or a gesture to make on the spot; and whose hand may do it. */
export type Mend = {
  readonly label: string
  readonly href: string
  readonly isGesture?: boolean
  readonly by: readonly Role[]
}

/** What a line says of a wave: whether it is green, why in one sentence, and who turns it. */
export type LineStanding = {
  readonly group: Group
  readonly label: string
  readonly isReady: boolean
  readonly sentence: string
  readonly whoMends: string
  readonly mends?: readonly Mend[]
}

/** A line of the list that must be green before a launch; `id` is its name in the list. */
export type ReadinessLine = LineStanding & { readonly id: string }
