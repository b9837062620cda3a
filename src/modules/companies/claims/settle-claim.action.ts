import { accountPaths, leaveOrganisation, listMembers } from '#modules/accounts/index.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { findCompany } from '../census/census.queries.ts'
import { addEvent } from '../census/events.queries.ts'
import { type ClaimRefusal, isFollowable } from './claim.ts'
import { isTagOf } from './claim-link.action.ts'
import { decisionMail } from './claim-mail.ts'
import { releaseCompany } from './claimed-company.queries.ts'
import { type Claim, findClaim, lockClaim, markAsked, markSettled } from './claims.queries.ts'
import { openCompany } from './open-company.action.ts'

/** The claim that a link proves; refused when it is forged, used or too old. */
export async function claimOfLink(world: World, id: string, tag: string) {
  const claim = isTagOf(world, id, tag) ? await findClaim(world.db, id) : undefined
  if (claim?.way !== 'mailbox') return refuse<ClaimRefusal>('unknown-link')
  return checked(claim, world.clock())
}

function checked(claim: Claim, now: Date) {
  if (claim.state === 'accepted') return refuse<ClaimRefusal>('used')
  if (claim.state !== 'asked') return refuse<ClaimRefusal>('unknown-link')
  return isFollowable(claim.askedAt, now) ? accept(claim) : refuse<ClaimRefusal>('expired')
}

/** Whoever reads the mailbox presses the button: the page is theirs. Pressed twice, it is done once. */
export function proveClaim(world: World, id: string, tag: string) {
  const at = world.clock()
  return world.db.transaction(async (tx) => {
    const known = await claimOfLink({ ...world, db: tx }, id, tag)
    if (!known.ok) return known
    const claim = await lockClaim(tx, id)
    const asked = claim ? checked(claim, at) : refuse<ClaimRefusal>('unknown-link')
    return asked.ok ? openCompany(tx, asked.value, { by: asked.value.personName, at }) : asked
  })
}

/** A person has looked at the evidence of a claim, and lets the claimant in; they are told by mail. */
export async function acceptClaim(world: World, id: string, by: string) {
  const at = world.clock()
  const opened = await world.db.transaction(async (tx) => {
    const claim = await lockClaim(tx, id)
    if (claim?.way !== 'by-hand' || claim.state !== 'asked') return refuse('settled')
    const company = await openCompany(tx, claim, { by, at })
    return company.ok ? accept(claim) : company
  })
  if (opened.ok)
    await world.mail.send(
      decisionMail(written(world, opened.value), {
        accepted: true,
        signIn: `${world.config.baseUrl}${accountPaths.signIn()}`,
      }),
    )
  return opened
}

/** A person has looked and refuses, with a reason that the claimant reads. */
export async function refuseClaim(
  world: World,
  id: string,
  { reason, by }: { readonly reason: string; readonly by: string },
) {
  const at = world.clock()
  const refused = await world.db.transaction(async (tx) => {
    const claim = await lockClaim(tx, id)
    if (claim?.way !== 'by-hand' || claim.state !== 'asked') return refuse('settled')
    await markSettled(tx, id, { state: 'refused', reason, by, at })
    if (claim.companyId)
      await addEvent(tx, claim.companyId, {
        at,
        actor: by,
        sentence: `Demande de ${claim.personName} refusée : ${reason}`,
      })
    return accept(claim)
  })
  if (refused.ok)
    await world.mail.send(decisionMail(written(world, refused.value), { accepted: false, reason }))
  return refused
}

/** Takes a refusal back: the claim waits again. */
export function reopenClaim(world: World, id: string, by: string) {
  return world.db.transaction(async (tx) => {
    const claim = await lockClaim(tx, id)
    if (claim?.state !== 'refused') return refuse('settled')
    await markAsked(tx, id)
    if (claim.companyId)
      await addEvent(tx, claim.companyId, {
        at: world.clock(),
        actor: by,
        sentence: `Refus opposé à ${claim.personName} repris.`,
      })
    return accept(claim)
  })
}

/**
 * Undoes a claim that should not have been: nobody acts for the company any more, and what was stated meanwhile is ended.
 * The company may be claimed again.
 */
export function undoClaim(
  world: World,
  id: string,
  { reason, by }: { readonly reason: string; readonly by: string },
) {
  const at = world.clock()
  return world.db.transaction(async (tx) => {
    const claim = await lockClaim(tx, id)
    if (claim?.state !== 'accepted' || !claim.companyId || !claim.organisationId) return refuse('settled')
    for (const { userId } of await listMembers(tx, claim.organisationId))
      await leaveOrganisation(tx, userId, claim.organisationId)
    await releaseCompany(tx, await findCompany(tx, claim.companyId), at)
    await markSettled(tx, id, { state: 'undone', reason, by, at })
    await addEvent(tx, claim.companyId, {
      at,
      actor: by,
      sentence: `Fiche reprise à ${claim.personName} : ${reason}`,
    })
    return accept(claim)
  })
}

const written = ({ config }: World, { id, email, company }: Claim) => ({
  id,
  email,
  company,
  from: config.mailFrom,
})
