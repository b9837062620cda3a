import { sql } from 'drizzle-orm'
import { introduceUser, joinOrganisation } from '#modules/accounts/index.ts'
import { addOrganisation } from '#modules/organisations/index.ts'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { accept, refuse } from '#values/decision.ts'
import { countForPlanner, insertIntoPerimeter, saveChange } from './perimeter.queries.ts'
import { addProgramme, programmeIfFounded } from './programme.queries.ts'

/** A partner as its letter head says it. */
export type Partner = {
  readonly name: string
  readonly postalAddress?: string | null
  readonly email?: string | null
  readonly phone?: string | null
  readonly dpoEmail?: string | null
}

export type Founding = {
  readonly programme: string
  readonly operator: Partner
  readonly association: Partner
  readonly network?: Partner
  readonly insees: readonly string[]
  /** The first person, who will act for the operator. */
  readonly founder: { readonly userId: string; readonly name: string; readonly email: string }
}

/**
 * Founds the programme of this database: partners, perimeter, and the first person in the operator. Refuses a second
 * founding, even of a form posted twice at once, and an empty perimeter.
 */
export function foundProgramme(db: Database, founding: Founding, now = new Date()) {
  const { operator, association, network, insees, founder } = founding

  return db.transaction(async (tx) => {
    await waitForMyTurn(tx)
    if (await programmeIfFounded(tx)) return refuse('already-founded')
    if (insees.length === 0) return refuse('empty-perimeter')

    const programme = {
      id: newId(),
      name: founding.programme,
      operatorId: await welcome(tx, 'operator', operator, now),
      associationId: await welcome(tx, 'association', association, now),
      networkId: network ? await welcome(tx, 'network', network, now) : null,
      foundedAt: now,
      foundedBy: founder.name,
    }
    await addProgramme(tx, programme)
    const entered = await insertIntoPerimeter(tx, programme.id, insees)
    await countForPlanner(tx)
    await saveChange(tx, {
      id: newId(),
      programmeId: programme.id,
      kind: 'added',
      insees: entered,
      at: now,
      byWhom: founder.name,
      undoesId: null,
    })
    await introduceUser(tx, founder.userId, founder.name, founder.email)
    await joinOrganisation(tx, founder.userId, programme.operatorId, now)
    return accept(programme)
  })
}

// Two foundings at once: the second waits, then finds the programme founded.
const waitForMyTurn = (db: Database) => db.execute(sql`select pg_advisory_xact_lock(7335008)`)

async function welcome(
  db: Database,
  kind: 'operator' | 'association' | 'network',
  partner: Partner,
  createdAt: Date,
) {
  const id = newId()
  await addOrganisation(db, {
    id,
    kind,
    name: partner.name,
    postalAddress: partner.postalAddress ?? '',
    email: partner.email ?? null,
    phone: partner.phone ?? null,
    dpoEmail: partner.dpoEmail ?? null,
    createdAt,
  })
  return id
}
