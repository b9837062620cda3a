import { accept, refuse } from '#values/decision.ts'
import { isSuspiciouslyShort } from './completeness.ts'
import type { Counts } from './finding.ts'

/**
 * An import is uploaded (its file waits to be checked, or its columns to be named), checked (the dry run is done),
 * running, and then done, failed or stopped.
 */
export const importStates = ['uploaded', 'checked', 'running', 'done', 'failed', 'stopped'] as const
export type ImportState = (typeof importStates)[number]

type Ready = {
  readonly state: ImportState
  readonly counts: Counts
  readonly isShortAccepted: boolean
}

/** Whether an import may be run for real: after its dry run, when it changes something and is not cut short. */
export function mayRun({ state, counts, isShortAccepted }: Ready) {
  if (state === 'running' || state === 'done') return refuse('already-run')
  if (state !== 'checked' && state !== 'stopped') return refuse('not-checked')
  if (state === 'checked' && changes(counts) === 0) return refuse('nothing-to-import')
  if (isShort(counts) && !isShortAccepted) return refuse('fewer-than-before')

  return accept(true)
}

export type RunRefusal = Extract<ReturnType<typeof mayRun>, { ok: false }>['reason']

/** How many facts an import would write; one that is only confirmed receives the later date. */
export function changes(counts: Counts) {
  const { add = 0, change = 0, close = 0 } = counts
  const { 'unchanged:confirmed': confirmed = 0, 'unchanged:opposed-confirmed': opposed = 0 } = counts

  return add + change + close + confirmed + opposed
}

export const isShort = ({ communesBefore = 0, communes = 0 }: Counts) =>
  isSuspiciouslyShort({ before: communesBefore, now: communes })

/** A file may be checked again (other columns, a successor accepted) as long as it is not running. */
export const mayBeChecked = (state: ImportState) => state !== 'running'
