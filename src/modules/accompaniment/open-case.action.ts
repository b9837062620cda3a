import { listMembers } from '#modules/accounts/index.ts'
import { findCommune } from '#modules/communes/index.ts'
import { findContact, settleContact } from '#modules/contacts/index.ts'
import { recordFact } from '#modules/journal/index.ts'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { isoDate } from '#ui/french.ts'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { accept, refuse } from '#values/decision.ts'
import type { Member } from '#values/visitor.ts'
import { casePaths } from './cases.paths.ts'
import { caseOfContact, insertCase } from './cases.queries.ts'
import { dueOn, type GoalKey, goalOf } from './goal.ts'

/** What opens a case: towards what, for whom, followed by whom. `id` is the form's own. */
export type NewCase = {
  readonly id: string
  readonly insee: string
  readonly contactId: string | null
  readonly goalKey: GoalKey
  /** The goal in the town hall's own words; the usual name of the goal when empty. */
  readonly goal: string
  readonly referentId: string | null
}

/**
 * Opens a case with the usual steps of its goal, followed by the member's organisation. The contact it comes from is
 * settled by it; a contact opens one case only.
 */
export function openCase(db: Database, given: NewCase, member: Member, at = new Date()) {
  return db.transaction(async (tx) => {
    const goal = given.goal.trim() || (given.goalKey === 'other' ? '' : goalOf(given.goalKey).label)
    if (goal === '') return refuse('goal-missing')
    const contact = given.contactId ? await findContact(tx, given.contactId, member) : undefined
    const opened = contact && (await caseOfContact(tx, contact.id))
    if (opened) return opened.id === given.id ? accept(given.id) : refuse('contact-has-case')
    if (!(await isColleague(tx, given.referentId, member))) return refuse('referent-elsewhere')

    const commune = await findCommune(tx, contact?.insee ?? given.insee)
    const row = {
      id: given.id,
      insee: commune.insee,
      contactId: contact?.id ?? null,
      waveId: contact?.waveId ?? null,
      organisationId: member.organisation.id,
      goal,
      referentId: given.referentId,
      state: 'open',
      openedAt: at,
      openedBy: member.name,
      outcome: null,
      closingNote: '',
      closedAt: null,
      closedBy: null,
    } as const
    if (!(await insertCase(tx, row, usualSteps(given.goalKey, at)))) {
      // A colleague may have opened one from the same contact at the same moment.
      const first = contact && (await caseOfContact(tx, contact.id))
      return first && first.id !== given.id ? refuse('contact-has-case') : accept(given.id)
    }

    if (contact && contact.state !== 'settled')
      await settleContact(tx, contact.id, member, `Accompagnement ouvert : ${goal}`, at)
    await recordFact(tx, {
      insee: commune.insee,
      at,
      kind: 'case-opened',
      sentence: `Un accompagnement de la mairie ${ofCommune(commune.name, commune.nameType as NameLink)} commence : ${goal}.`,
      path: casePaths.show(given.id),
      actor: member.name,
      organisationId: member.organisation.id,
      reaches: 'accompanied',
      factKey: `case:${given.id}:opened`,
    })
    return accept(given.id)
  })
}

async function isColleague(db: Database, userId: string | null, { organisation }: Member) {
  if (userId === null) return true
  const colleagues = await listMembers(db, organisation.id)
  return colleagues.some((colleague) => colleague.userId === userId)
}

const usualSteps = (goalKey: GoalKey, at: Date) =>
  goalOf(goalKey).steps.map((step) => ({
    id: newId(),
    title: step.title,
    dueOn: dueOn(step, isoDate(at)),
    done: null,
  }))
