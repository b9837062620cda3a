/** Where a commune stands on the way from the first letter to autonomy. `to-write` is the stage of those never written to. */
export const stages = ['to-write', 'written', 'in-contact', 'accompanied', 'autonomous', 'declined'] as const
export type Stage = (typeof stages)[number]

/** What a fact of the journal may mean for the stage; `left`: an accompaniment ended without reaching its goal. */
export type Reach = Exclude<Stage, 'to-write'> | 'left'

// A reminder never lowers a town hall that answered, and only a person's own word brings back one that declined.
const arrivals: Record<Reach, Partial<Record<Stage, Stage>>> = {
  written: { 'to-write': 'written' },
  'in-contact': { 'to-write': 'in-contact', written: 'in-contact', declined: 'in-contact' },
  accompanied: {
    'to-write': 'accompanied',
    written: 'accompanied',
    'in-contact': 'accompanied',
    declined: 'accompanied',
    autonomous: 'accompanied',
  },
  autonomous: {
    'to-write': 'autonomous',
    written: 'autonomous',
    'in-contact': 'autonomous',
    accompanied: 'autonomous',
    declined: 'autonomous',
  },
  declined: { 'to-write': 'declined', written: 'declined', 'in-contact': 'declined' },
  left: { accompanied: 'in-contact' },
}

/** The stage after a fact; the same stage when the fact changes nothing. */
export const stageAfter = (stage: Stage, reach: Reach): Stage => arrivals[reach][stage] ?? stage

/** The stage that a commune's facts, oldest first, lead to. */
export const foldStage = (reaches: readonly Reach[]): Stage => reaches.reduce<Stage>(stageAfter, 'to-write')

/** The stages in the words of the screens. */
export const stageNames: Record<Stage, string> = {
  'to-write': 'À écrire',
  written: 'Écrit',
  'in-contact': 'En contact',
  accompanied: 'Accompagnée',
  autonomous: 'Autonome',
  declined: 'A décliné',
}
