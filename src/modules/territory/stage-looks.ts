import { type Stage, stageNames, stages } from '#modules/journal/index.ts'
import type { IconName } from '#ui/icon.tsx'
import type { Tone } from '#ui/tone.ts'

/** Where a commune of the list stands; `outside` is one that no programme addresses and nothing was written to. */
export type Standing = Stage | 'outside'

export const standings: readonly Standing[] = [...stages, 'outside']

export const standingNames: Record<Standing, string> = { ...stageNames, outside: 'Hors du périmètre' }

type Look = {
  readonly tone: Tone
  readonly weight?: 'tint' | 'solid'
  readonly pattern?: 'hatch' | 'dots'
  readonly icon: IconName
}

/** The colour of each stage, with the pattern that tells it apart without colour, and its icon in a tag. */
export const stageLooks: Record<Standing, Look> = {
  'to-write': { tone: 'neutral', icon: 'tone-neutral' },
  written: { tone: 'info', pattern: 'dots', icon: 'letter' },
  'in-contact': { tone: 'ochre', weight: 'solid', icon: 'tone-ochre' },
  accompanied: { tone: 'teal', pattern: 'hatch', icon: 'person' },
  autonomous: { tone: 'teal', weight: 'solid', icon: 'tone-teal' },
  declined: { tone: 'brick', pattern: 'hatch', icon: 'close' },
  outside: { tone: 'neutral', icon: 'circle' },
}
