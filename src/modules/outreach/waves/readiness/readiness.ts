import { accept, refuse } from '#values/decision.ts'
import { type ApprovalStanding, isSamePerson } from '../../approvals/approval.ts'
import { type ApprovalFacts, approval } from './approval.ts'
import { type AudienceFacts, audience } from './audience.ts'
import { type BudgetFacts, budget } from './budget.ts'
import { type CoordinateFacts, coordinates } from './coordinates.ts'
import { type DomainFacts, domain } from './domain.ts'
import type { LineStanding, ReadinessLine } from './line.ts'
import { type MailboxFacts, mailbox } from './mailbox.ts'
import { type MessageFacts, message } from './message.ts'
import { type NoticeFacts, notice } from './notice.ts'
import { type OppositionFacts, opposition } from './opposition.ts'
import { type PerimeterFacts, perimeter } from './perimeter.ts'
import { type RegisterFacts, register } from './register.ts'
import { type RetentionFacts, retention } from './retention.ts'
import { type SenderFacts, sender } from './sender.ts'
import { type SourceFacts, sources } from './sources.ts'
import { type TestCopyFacts, testCopy } from './test-copy.ts'
import { type VariableFacts, variables } from './variables.ts'
import { type WindowFacts, window } from './window.ts'

/** Everything that the lines look at; `launch-facts.action.ts` gathers it. */
export type LaunchFacts = PerimeterFacts &
  AudienceFacts &
  MessageFacts &
  VariableFacts &
  WindowFacts &
  BudgetFacts &
  CoordinateFacts &
  SourceFacts &
  RetentionFacts &
  MailboxFacts &
  SenderFacts &
  NoticeFacts &
  OppositionFacts &
  RegisterFacts &
  ApprovalFacts &
  TestCopyFacts &
  DomainFacts

// The list, in the order it is read. A new line is a file beside this one, its name here, its facts above.
// A line that gives nothing does not concern the wave.
const list: Readonly<Record<string, (facts: LaunchFacts) => LineStanding | undefined>> = {
  perimeter,
  audience,
  message,
  variables,
  window,
  budget,
  'test-copy': testCopy,
  coordinates,
  notice,
  opposition,
  register,
  sources,
  retention,
  approval,
  sender,
  domain,
  mailbox,
}

/** Everything asked of a wave before it leaves. */
export function readinessOf(facts: LaunchFacts): ReadinessLine[] {
  return Object.entries(list).flatMap(([id, line]) => {
    const standing = line(facts)
    return standing ? [{ id, ...standing }] : []
  })
}

type Launching = {
  readonly state: 'draft' | 'launched'
  readonly lines: readonly ReadinessLine[]
  readonly approval: ApprovalStanding
  readonly by: string
}

/** A wave is launched once, when every line is green, and by somebody else than the person who approved it. */
export function mayLaunch({ state, lines, approval: standing, by }: Launching) {
  if (state === 'launched') return refuse('already-launched')
  if (lines.some(({ isReady }) => !isReady)) return refuse('not-ready')
  if (standing.state === 'approved' && isSamePerson(standing.by, by)) return refuse('approved-by-launcher')

  return accept(lines)
}

export type LaunchRefusal = Extract<ReturnType<typeof mayLaunch>, { ok: false }>['reason']
