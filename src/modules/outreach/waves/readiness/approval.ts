import { type ApprovalStanding, partNames } from '../../approvals/approval.ts'
import { outreachPaths } from '../waves.paths.ts'
import { day, listed } from './french-list.ts'
import type { LineStanding, Mend } from './line.ts'

export type ApprovalFacts = {
  readonly waveId: string
  readonly otherBody: string
  readonly approval: ApprovalStanding
}

/** A second person, of the other organisation, approved exactly what would leave. */
export const approval = ({ waveId, otherBody, approval: standing }: ApprovalFacts): LineStanding => ({
  group: 'law',
  label: 'L’autre organisme a approuvé la vague',
  isReady: standing.state === 'approved',
  sentence: sentenceOf(standing),
  whoMends: `Quelqu’un qui agit pour ${otherBody} la relit et l’approuve.`,
  mends: [
    { label: 'Relire et approuver', href: outreachPaths.approval(waveId), by: ['association'] },
    { label: 'Voir ce qui est à approuver', href: outreachPaths.approval(waveId), by: ['operator'] },
    ...(standing.state === 'awaited' ? [letIn] : []),
  ],
})

// Before anybody acts for the other organisation, its first person is welcomed there.
const letIn: Mend = { label: 'Voir qui peut entrer', href: '/members', by: ['operator'] }

function sentenceOf(standing: ApprovalStanding) {
  if (standing.state === 'awaited') return 'Personne ne l’a encore approuvée.'

  const { by, at } = standing
  if (standing.state === 'approved') return `Approuvée par ${by}, ${day(at)}.`
  if (standing.state === 'refused') return `Refusée par ${by}, ${day(at)} : « ${standing.reason} ».`

  const changed = listed(standing.changed.map((part) => partNames[part]))
  return standing.was === 'approved'
    ? `L’approbation de ${by}, ${day(at)}, ne vaut plus : ${changed} a changé depuis.`
    : `Refusée par ${by}, ${day(at)} ; depuis, ${changed} a changé.`
}
