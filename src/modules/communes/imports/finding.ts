import type { ContactPointChange, ContourChange, ImportPlan, MayorChange } from './change.ts'
import type { KnownMayor } from './known-facts.ts'
import type { MayorObservation, RowRefusal, SetAside } from './observation.ts'

export const outcomes = ['add', 'change', 'close', 'unchanged', 'refused', 'set-aside'] as const
export type Outcome = (typeof outcomes)[number]

/** A line of the dry run's report: what a row of the file would do, and why when it does nothing. */
export type Finding = {
  readonly row: number
  readonly insee: string | null
  readonly outcome: Outcome
  readonly reason: string | null
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/** The report of a plan, in the order of the file. */
export const findingsOf = (plan: ImportPlan): Finding[] =>
  [
    ...plan.contactPoints.map(contactPointFinding),
    ...plan.mayors.map(mayorFinding),
    ...plan.contours.map(contourFinding),
    ...plan.refusals.map(refusalFinding),
  ].sort((one, other) => one.row - other.row)

function contactPointFinding(change: ContactPointChange): Finding {
  const { row, insee, kind } = change.observed
  const before = 'known' in change ? change.known.value : null
  const after = change.outcome === 'close' ? null : change.observed.value

  return { row, insee, field: kind, before, after, ...verdict(change) }
}

function mayorFinding(change: MayorChange): Finding {
  const { row, insee } = change.observed
  const before = 'known' in change ? named(change.known) : null

  return { row, insee, field: 'mayor', before, after: named(change.observed), ...verdict(change) }
}

const contourFinding = (change: ContourChange): Finding => ({
  row: change.observed.row,
  insee: change.observed.insee,
  field: 'contour',
  before: null,
  after: null,
  ...verdict(change),
})

export const refusalFinding = ({ row, insee, field, reason, said, proposal }: RowRefusal): Finding => ({
  row,
  insee,
  outcome: 'refused',
  reason,
  field,
  before: said,
  after: proposal ?? null,
})

export const setAsideFinding = ({ row, reason }: SetAside): Finding => ({
  row,
  insee: null,
  outcome: 'set-aside',
  reason,
  field: 'row',
  before: null,
  after: null,
})

const verdict = (change: ContactPointChange | MayorChange | ContourChange) =>
  change.outcome === 'confirm'
    ? { outcome: 'unchanged' as const, reason: isOpposed(change) ? 'opposed-confirmed' : 'confirmed' }
    : { outcome: change.outcome, reason: isOpposed(change) ? 'opposed' : null }

const isOpposed = (change: ContactPointChange | MayorChange | ContourChange) =>
  'isOpposed' in change && change.isOpposed === true

const named = ({ civility, firstName, lastName }: MayorObservation | KnownMayor) =>
  [civility, firstName, lastName].filter(Boolean).join(' ')

/** How many findings of each outcome, and of each reason: the head of the report. */
export type Counts = { readonly [outcomeOrReason: string]: number }

/** How many rows of the file are in opposition, whatever they change. */
export const opposedIn = (counts: Counts) =>
  Object.entries(counts).reduce((sum, [key, n]) => (opposedKey.test(key) ? sum + n : sum), 0)

const opposedKey = /:opposed(-confirmed)?$/

export function countFindings(findings: Iterable<Finding>, before: Counts = {}): Counts {
  const counts: Record<string, number> = { ...before }
  for (const { outcome, reason } of findings) {
    counts[outcome] = (counts[outcome] ?? 0) + 1
    if (reason) counts[`${outcome}:${reason}`] = (counts[`${outcome}:${reason}`] ?? 0) + 1
  }
  return counts
}
