import { findMember } from '#modules/accounts/index.ts'
import { listContacts } from '#modules/contacts/index.ts'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import type { Member } from '#values/visitor.ts'
import { findCase } from './cases.queries.ts'
import { closeCase, finishCaseStep } from './follow-case.action.ts'
import { goalForTheme } from './goal.ts'
import { openCase } from './open-case.action.ts'

/** How far each accompaniment of the demonstration has come: steps done, and its end if it has one. */
const lives = [
  { steps: 99, outcome: 'autonomous' },
  { steps: 3, outcome: undefined },
  { steps: 1, outcome: undefined },
  { steps: 2, outcome: 'abandoned' },
] as const

/** Opens cases from the needs heard, at several steps of their way; some needs wait for the visitor. */
export async function demonstrateCases({ db, clock }: World) {
  const people = await Promise.all(
    ['karima@association.example', 'hugo@operateur.example'].map((email) => findMember(db, email)),
  )
  const newestFirst = await listContacts(db, 'terminal', { state: 'to-do', wish: 'need', q: '', page: 1 })
  const needs = newestFirst.reverse()
  for (const [rank, life] of lives.entries()) {
    const need = needs[rank]
    const member = people.find(({ organisation }) => organisation.id === need?.organisationId)
    if (!need || !member) continue

    const id = newId()
    const opened = daysAfter(need.receivedAt, 1)
    const goalKey = goalForTheme(need.theme)
    await openCase(
      db,
      { id, insee: need.insee, contactId: need.id, goalKey, goal: '', referentId: member.userId },
      member,
      opened,
    )
    await advance(db, id, member, life.steps, { from: opened, now: clock() })
    if (life.outcome)
      await closeCase(
        db,
        id,
        { outcome: life.outcome, note: notes[life.outcome] },
        member,
        daysAfter(clock(), -1),
      )
  }
}

const notes = {
  autonomous: 'La secrétaire forme à son tour la commune voisine.',
  abandoned: 'Le conseil a reporté la dépense à l’an prochain.',
}

async function advance(
  db: Database,
  id: string,
  member: Member,
  steps: number,
  { from, now }: { from: Date; now: Date },
) {
  const { steps: all } = await findCase(db, id, member)
  for (const [rank, step] of all.slice(0, steps).entries()) {
    const at = new Date(Math.min(daysAfter(from, 2 * (rank + 1)).getTime(), now.getTime()))
    await finishCaseStep(db, id, step.id, member, at)
  }
}

const daysAfter = (date: Date, days: number) => new Date(date.getTime() + days * 86_400_000)
