import { hearCompany, type Invitation, opposeAddress, opposeCompany } from '#modules/outreach/index.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { findCompany } from '../census/census.queries.ts'
import { addEvent } from '../census/events.queries.ts'
import { reportCompany } from '../reports/report-company.action.ts'
import { withdrawCompany } from './withdrawals.queries.ts'

const origin = 'réponse à l’invitation'

/**
 * A company says what is wrong on its page: a report as anybody's, for a person to settle, and the answer to its invitation.
 * Refused when reports come faster than a person reads. The same identifier twice is one.
 */
export function correctByInvitation(
  world: World,
  { companyId, deliveryId, address }: Invitation,
  { id, words }: { readonly id: string; readonly words: string },
) {
  return world.db.transaction(async (tx) => {
    const report = { id, companyId, body: words, personName: null, email: address }
    const reported = await reportCompany({ ...world, db: tx }, report)
    if (reported.ok) await hearCompany(tx, { companyId, deliveryId, at: world.clock(), words, key: id })
    return reported
  })
}

/** A company asks not to be written to: it is opposed at once, with the address that we wrote to. Twice is once. */
export function refuseByInvitation(world: World, invitation: Invitation) {
  const at = world.clock()
  return world.db.transaction(async (tx) => {
    await oppose({ ...world, db: tx }, invitation, at)
    const words = 'Ne veut plus qu’on lui écrive.'
    await hearCompany(tx, { ...invitation, at, words, key: 'refusal' })
  })
}

/**
 * A company asks to be out of the census: its page is withdrawn at once, and it is opposed. Refused once somebody has claimed
 * the page: it is theirs to close. Twice is once.
 */
export function withdrawByInvitation(world: World, invitation: Invitation) {
  const at = world.clock()
  return world.db.transaction(async (tx) => {
    const company = await findCompany(tx, invitation.companyId)
    if (company.claimedAt) return refuse('claimed')

    const isNew = await withdrawCompany(tx, company.id, { reason: 'À sa demande.', by: origin, at })
    if (isNew)
      await addEvent(tx, company.id, { at, actor: origin, sentence: 'Retirée du recensement à sa demande.' })
    await oppose({ ...world, db: tx }, invitation, at)
    const words = 'Demande à être retirée de l’annuaire.'
    await hearCompany(tx, { ...invitation, at, words, key: 'withdrawal' })
    return accept(company)
  })
}

async function oppose(
  { db, config }: Pick<World, 'db' | 'config'>,
  { companyId, companyName, address }: Invitation,
  at: Date,
) {
  if (address) await opposeAddress(db, config.secret, { address, kind: 'email', origin, at })
  await opposeCompany(db, { companyId, companyName, channel: 'all', origin, at })
}
