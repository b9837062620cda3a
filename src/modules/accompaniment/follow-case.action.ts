import { listMembers } from '#modules/accounts/index.ts'
import { type Fact, recordFact } from '#modules/journal/index.ts'
import { findOrganisation } from '#modules/organisations/index.ts'
import { findProgramme } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import { accept, type Decision } from '#values/decision.ts'
import type { Member } from '#values/visitor.ts'
import {
  addStep,
  type Case,
  changeReferent,
  close,
  finishStep,
  handOver,
  moveStep,
  type Outcome,
  outcomeNames,
  reachOfClosing,
  removeStep,
  reopen,
  reviseStep,
  type Step,
  undoStep,
} from './case.ts'
import { casePaths } from './cases.paths.ts'
import {
  countOtherOpenCases,
  hasTransfer,
  lockCase,
  type ShownCase,
  saveCase,
  saveTransfer,
} from './cases.queries.ts'

type Told = Pick<Fact, 'kind' | 'sentence' | 'reaches'>

/** Marks a step as done, and tells the journal. */
export const finishCaseStep = (db: Database, id: string, stepId: string, member: Member, at = new Date()) =>
  follow(
    db,
    id,
    member,
    at,
    (of) => finishStep(of, stepId, { by: member.name, at }),
    (of) => ({
      kind: 'case-step-done',
      sentence: `Étape faite : ${titleOf(of, stepId)} (${of.goal}).`,
    }),
  )

/** Puts a step back among those to do; the journal keeps both facts. */
export const undoCaseStep = (db: Database, id: string, stepId: string, member: Member, at = new Date()) =>
  follow(
    db,
    id,
    member,
    at,
    (of) => undoStep(of, stepId),
    (of) => ({
      kind: 'case-step-undone',
      sentence: `Étape remise à faire : ${titleOf(of, stepId)} (${of.goal}).`,
    }),
  )

/** Adds a step at the end. The plan is the referent's own: only what is done enters the journal. */
export const addCaseStep = (db: Database, id: string, step: Omit<Step, 'done'>, member: Member) =>
  follow(db, id, member, new Date(), (of) => addStep(of, step))

export const reviseCaseStep = (
  db: Database,
  id: string,
  stepId: string,
  revised: Pick<Step, 'title' | 'dueOn'>,
  member: Member,
) => follow(db, id, member, new Date(), (of) => reviseStep(of, stepId, revised))

export const moveCaseStep = (
  db: Database,
  id: string,
  stepId: string,
  direction: 'earlier' | 'later',
  member: Member,
) => follow(db, id, member, new Date(), (of) => moveStep(of, stepId, direction))

export const removeCaseStep = (db: Database, id: string, stepId: string, member: Member) =>
  follow(db, id, member, new Date(), (of) => removeStep(of, stepId))

/** Gives the case to a colleague. */
export async function changeCaseReferent(
  db: Database,
  id: string,
  referentId: string | null,
  member: Member,
  at = new Date(),
) {
  const colleagues = await listMembers(db, member.organisation.id)
  const name = colleagues.find(({ userId }) => userId === referentId)?.name
  const known = colleagues.map(({ userId }) => userId)
  return follow(
    db,
    id,
    member,
    at,
    (of) => changeReferent(of, referentId, known),
    (of) => ({
      kind: 'case-referent',
      sentence: name
        ? `${name} suit l’accompagnement : ${of.goal}.`
        : `L’accompagnement n’a plus de référent : ${of.goal}.`,
    }),
  )
}

type Closing = { readonly outcome: Outcome; readonly note: string }

/** Closes a case: the commune is autonomous, or it is left in contact when nobody else accompanies it. */
export const closeCase = (db: Database, id: string, closing: Closing, member: Member, at = new Date()) =>
  follow(
    db,
    id,
    member,
    at,
    (of) => close(of, { ...closing, by: member.name, at }),
    async (of, tx) => ({
      kind: 'case-closed',
      sentence: `L’accompagnement prend fin : ${of.goal}. ${outcomeNames[closing.outcome]}.`,
      reaches: reachOfClosing(closing.outcome, { otherOpenCases: await countOtherOpenCases(tx, of) }),
    }),
  )

/** Opens a closed case again: the commune is accompanied anew. */
export const reopenCase = (db: Database, id: string, reason: string, member: Member, at = new Date()) =>
  follow(
    db,
    id,
    member,
    at,
    (of) => reopen(of, reason),
    (of) => ({
      kind: 'case-reopened',
      sentence: `L’accompagnement reprend : ${of.goal}. ${reason.trim()}`,
      reaches: 'accompanied',
    }),
  )

type HandOver = { readonly transferId: string; readonly reason: string }

/** Hands a case to the other partner, which alone sees it from then on. The same form posted twice moves it once. */
export function handOverCase(
  db: Database,
  id: string,
  { transferId, reason }: HandOver,
  member: Member,
  at = new Date(),
) {
  return db.transaction(async (tx) => {
    if (await hasTransfer(tx, transferId)) return accept(undefined)

    const { operatorId, associationId } = await findProgramme(tx)
    const from = member.organisation.id
    const receiver = await findOrganisation(tx, from === operatorId ? associationId : operatorId)
    const decision = await follow(
      tx,
      id,
      member,
      at,
      (of) => handOver(of, { to: receiver.id, reason }),
      (of) => ({
        kind: 'case-transferred',
        sentence: `${member.organisation.name} confie l’accompagnement à ${receiver.name} : ${of.goal}.`,
      }),
    )
    if (!decision.ok) return decision

    await saveTransfer(tx, {
      id: transferId,
      caseId: id,
      fromOrganisationId: from,
      toOrganisationId: receiver.id,
      reason,
      byWhom: member.name,
      at,
    })
    return accept(undefined)
  })
}

/** Loads the case of the member's organisation, asks the rule, saves; the journal tells what changed, and nothing else. */
function follow<Reason extends string>(
  db: Database,
  id: string,
  member: Member,
  at: Date,
  rule: (of: Case) => Decision<Case, Reason>,
  tell?: (of: ShownCase, tx: Database) => Told | Promise<Told>,
) {
  return db.transaction(async (tx) => {
    const before = await lockCase(tx, id, member)
    const decision = rule(before)
    if (!decision.ok || isSame(before, decision.value)) return decision

    await saveCase(tx, decision.value)
    if (tell)
      await recordFact(tx, {
        ...(await tell(before, tx)),
        insee: before.insee,
        at,
        path: casePaths.show(id),
        actor: member.name,
        organisationId: decision.value.organisationId,
      })
    return decision
  })
}

const isSame = (before: Case, after: Case) =>
  before.state === after.state &&
  before.referentId === after.referentId &&
  before.organisationId === after.organisationId &&
  JSON.stringify(before.steps) === JSON.stringify(after.steps)

const titleOf = ({ steps }: Case, stepId: string) => steps.find(({ id }) => id === stepId)?.title ?? ''
