import { accept, refuse } from '#values/decision.ts'

/** What would leave, by parts, each by its digest: so that a void approval says what changed. */
export const parts = ['message', 'choices', 'exclusions', 'register', 'sender'] as const
export type Part = (typeof parts)[number]
export type Parts = Readonly<Record<Part, string>>

export const partNames: Record<Part, string> = {
  message: 'le message',
  choices: 'les choix de la vague (canal, destinataires, finalité, budget)',
  exclusions: 'la liste de ceux qui sont retirés à la main',
  register: 'le registre des traitements',
  sender: 'les coordonnées des organismes',
}

/** What a person of the other organisation said of a wave. */
export type Approval = {
  readonly decision: 'approved' | 'refused'
  readonly reason: string
  readonly organisationId: string
  readonly by: string
  readonly at: Date
  readonly parts: Parts
}

/** Where the approval of a wave stands: `void` when something changed since the last word. */
export type ApprovalStanding =
  | { readonly state: 'awaited' }
  | { readonly state: 'approved'; readonly by: string; readonly at: Date }
  | { readonly state: 'refused'; readonly by: string; readonly at: Date; readonly reason: string }
  | {
      readonly state: 'void'
      readonly by: string
      readonly at: Date
      readonly was: Approval['decision']
      readonly changed: readonly Part[]
    }

type Now = { readonly parts: Parts; readonly otherBodyId: string; readonly preparedBy: string }

/**
 * Reads the approvals of a wave, newest first. Only those of the other organisation count, and never that of whoever
 * prepared the wave (§5.7.f: two bodies pilot together).
 */
export function approvalStanding(approvals: readonly Approval[], now: Now): ApprovalStanding {
  const [last] = approvals.filter(
    ({ organisationId, by }) => organisationId === now.otherBodyId && !isSamePerson(by, now.preparedBy),
  )
  if (!last) return { state: 'awaited' }

  const { by, at, reason, decision } = last
  const changed = parts.filter((part) => last.parts[part] !== now.parts[part])
  if (changed.length > 0) return { state: 'void', by, at, was: decision, changed }

  return decision === 'approved' ? { state: 'approved', by, at } : { state: 'refused', by, at, reason }
}

type Approving = {
  readonly wave: { readonly state: 'draft' | 'launched'; readonly createdBy: string }
  readonly approver: { readonly name: string; readonly organisationId: string }
  readonly otherBodyId: string
  readonly seen: string
  readonly now: string
  readonly decision: Approval['decision']
  readonly reason: string
}

/** Whether somebody may say yes or no: of the other organisation, not its author, and of what they have before them. */
export function mayApprove({ wave, approver, otherBodyId, seen, now, decision, reason }: Approving) {
  if (wave.state === 'launched') return refuse('already-launched')
  if (approver.organisationId !== otherBodyId) return refuse('same-organisation')
  if (isSamePerson(approver.name, wave.createdBy)) return refuse('own-wave')
  if (seen !== now) return refuse('changed-meanwhile')
  if (decision === 'refused' && reason.trim() === '') return refuse('no-reason')

  return accept(decision)
}

export type ApprovalRefusal = Extract<ReturnType<typeof mayApprove>, { ok: false }>['reason']

/** Whether two names are those of one person, as people type them. */
export const isSamePerson = (one: string, other: string) =>
  one.trim().toLowerCase() !== '' && one.trim().toLowerCase() === other.trim().toLowerCase()
