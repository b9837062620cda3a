import { accept, refuse } from '#values/decision.ts'

/** A thing to do on the way to the goal; `dueOn` is a day of the calendar, `2026-11-23`. */
export type Step = {
  readonly id: string
  readonly title: string
  readonly dueOn: string | null
  readonly done: { readonly at: Date; readonly by: string } | null
}

export const outcomes = ['autonomous', 'partly', 'abandoned', 'handed-over'] as const
export type Outcome = (typeof outcomes)[number]

export const outcomeNames: Record<Outcome, string> = {
  autonomous: 'La commune est autonome',
  partly: 'But atteint en partie',
  abandoned: 'Abandonné',
  'handed-over': 'Confié à un autre acteur',
}

export type CaseState = 'open' | 'closed'

export const caseStateNames: Record<CaseState, string> = { open: 'En cours', closed: 'Clos' }

/** An accompaniment of one town hall towards one goal, step by step. What it may become is decided here. */
export type Case = {
  readonly id: string
  readonly organisationId: string
  readonly referentId: string | null
  readonly steps: readonly Step[]
} & (
  | { readonly state: 'open' }
  | {
      readonly state: 'closed'
      readonly outcome: Outcome
      readonly note: string
      readonly closedAt: Date
      readonly closedBy: string
    }
)

type Gesture = { readonly by: string; readonly at: Date }

/** Marks a step as done; done twice is done once, by the first. */
export const finishStep = (of: Case, stepId: string, { by, at }: Gesture) =>
  changeStep(of, stepId, (step) => accept({ ...step, done: step.done ?? { at, by } }))

/** Puts a step back among those to do. */
export const undoStep = (of: Case, stepId: string) =>
  changeStep(of, stepId, (step) => accept({ ...step, done: null }))

/** Gives a step another title or another day; a step that is done keeps both. */
export const reviseStep = (of: Case, stepId: string, revised: Pick<Step, 'title' | 'dueOn'>) =>
  changeStep(of, stepId, (step) => {
    if (step.done) return refuse('step-already-done')
    if (revised.title.trim() === '') return refuse('title-missing')

    return accept({ ...step, title: revised.title.trim(), dueOn: revised.dueOn })
  })

/** Adds a step at the end; the same one twice is once. */
export function addStep(of: Case, { id, title, dueOn }: Omit<Step, 'done'>) {
  if (of.state === 'closed') return refuse('case-closed')
  if (title.trim() === '') return refuse('title-missing')
  if (of.steps.some((step) => step.id === id)) return accept(of)

  return accept<Case>({ ...of, steps: [...of.steps, { id, title: title.trim(), dueOn, done: null }] })
}

/** Takes away a step that will not be done; what was done stays on the record. */
export function removeStep(of: Case, stepId: string) {
  if (of.state === 'closed') return refuse('case-closed')
  const step = of.steps.find(({ id }) => id === stepId)
  if (!step) return refuse('step-unknown')
  if (step.done) return refuse('step-already-done')

  return accept<Case>({ ...of, steps: of.steps.filter(({ id }) => id !== stepId) })
}

/** Moves a step before or after its neighbour; at either end it stays. */
export function moveStep(of: Case, stepId: string, direction: 'earlier' | 'later') {
  if (of.state === 'closed') return refuse('case-closed')
  const rank = of.steps.findIndex(({ id }) => id === stepId)
  if (rank === -1) return refuse('step-unknown')

  const neighbour = rank + (direction === 'earlier' ? -1 : 1)
  const [step, other] = [of.steps[rank], of.steps[neighbour]]
  if (!step || !other) return accept(of)

  return accept<Case>({ ...of, steps: of.steps.with(rank, other).with(neighbour, step) })
}

/** Gives the case to another referent, who must be of the organisation that follows it. */
export function changeReferent(of: Case, referentId: string | null, colleagues: readonly string[]) {
  if (of.state === 'closed') return refuse('case-closed')
  if (referentId !== null && !colleagues.includes(referentId)) return refuse('referent-elsewhere')

  return accept<Case>({ ...of, referentId })
}

type Closing = Gesture & { readonly outcome: Outcome; readonly note: string }

/** Closes a case. An end short of the goal says why, so that the next referent and the funder understand. */
export function close(of: Case, { outcome, note, by, at }: Closing) {
  if (of.state === 'closed') return of.outcome === outcome ? accept(of) : refuse('already-closed')
  if (outcome !== 'autonomous' && note.trim() === '') return refuse('note-missing')

  return accept<Case>({ ...of, state: 'closed', outcome, note: note.trim(), closedAt: at, closedBy: by })
}

/** Opens a closed case again, with the reason. */
export function reopen(of: Case, reason: string) {
  if (of.state === 'open') return refuse('not-closed')
  if (reason.trim() === '') return refuse('reason-missing')

  const { id, organisationId, referentId, steps } = of
  return accept<Case>({ id, organisationId, referentId, steps, state: 'open' })
}

/** Hands an open case to the other partner, which names its own referent. */
export function handOver(of: Case, { to, reason }: { to: string; reason: string }) {
  if (of.state === 'closed') return refuse('case-closed')
  if (of.organisationId === to) return refuse('already-there')
  if (reason.trim() === '') return refuse('reason-missing')

  return accept<Case>({ ...of, organisationId: to, referentId: null })
}

/** The next thing to do; nothing when every step is done. */
export const nextStep = (steps: readonly Step[]) => steps.find(({ done }) => done === null)

/** A step whose day is past and that is not done. `today` is a day of the calendar. */
export const isLate = ({ dueOn, done }: Pick<Step, 'dueOn' | 'done'>, today: string) =>
  done === null && dueOn !== null && dueOn < today

/**
 * What the end of a case means for where its commune stands: autonomous when it is, otherwise a commune that nobody
 * accompanies any more is left in contact.
 */
export function reachOfClosing(outcome: Outcome, { otherOpenCases }: { otherOpenCases: number }) {
  if (outcome === 'autonomous') return 'autonomous'

  return otherOpenCases === 0 ? 'left' : undefined
}

type StepChange<Reason extends string> = (
  step: Step,
) => { readonly ok: true; readonly value: Step } | { readonly ok: false; readonly reason: Reason }

function changeStep<Reason extends string = never>(of: Case, stepId: string, change: StepChange<Reason>) {
  if (of.state === 'closed') return refuse('case-closed')
  const step = of.steps.find(({ id }) => id === stepId)
  if (!step) return refuse('step-unknown')
  const changed = change(step)
  if (!changed.ok) return changed

  return accept<Case>({ ...of, steps: of.steps.map((one) => (one.id === stepId ? changed.value : one)) })
}

/** Why a gesture on a case is refused, and what to do, for the person at the screen. */
export const caseRefusals = {
  'case-closed': 'Cet accompagnement est clos. Rouvrez-le pour y travailler de nouveau.',
  'already-closed': 'Cet accompagnement est déjà clos, avec une autre issue. Rouvrez-le pour la changer.',
  'not-closed': 'Cet accompagnement est en cours : il n’y a rien à rouvrir.',
  'step-unknown': 'Cette étape n’existe plus : un collègue l’a peut-être retirée.',
  'step-already-done': 'Cette étape est faite. Remettez-la à faire pour la changer ou la retirer.',
  'title-missing': 'Donnez un titre à l’étape.',
  'note-missing': 'Dites en une phrase pourquoi le but n’est pas entièrement atteint.',
  'reason-missing': 'Dites pourquoi : la raison reste dans le journal de la commune.',
  'referent-elsewhere': 'Cette personne n’est pas de votre organisme : choisissez un collègue.',
  'already-there': 'Cet accompagnement est déjà suivi par cet organisme.',
  'contact-has-case': 'Un accompagnement est déjà ouvert à partir de ce contact.',
  'goal-missing': 'Dites le but de l’accompagnement.',
} as const

export type CaseRefusal = keyof typeof caseRefusals
