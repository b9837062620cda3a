import { opposedAmong } from '#modules/outreach/index.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { parseEmail } from '#values/email.ts'
import type { Company } from '../census/census.queries.ts'
import { type ClaimRefusal, chosenMailbox, type MailboxChoice, readClaimedSiren } from './claim.ts'
import { claimLink } from './claim-link.action.ts'
import { claimMail } from './claim-mail.ts'
import { knownAlready, waitForOtherClaims } from './claimed-company.queries.ts'
import { addClaim, countClaimsSince, type Registration } from './claims.queries.ts'

type Asked = { readonly id: string; readonly siren: string; readonly personName: string }

/**
 * Sends the link of a claim to a mailbox that the census already knows for the company. Whoever does not read that mailbox
 * gets nothing and changes nothing. The same form posted twice sends one mail.
 */
export async function askClaim(world: World, company: Company, asked: Asked & MailboxChoice) {
  const siren = sirenFor(company, asked.siren)
  if (!siren.ok) return siren
  const mailbox = chosenMailbox(company, asked)
  if (!mailbox.ok) return mailbox
  if (await isOpposed(world, mailbox.value)) return refuse('opposed')

  return ask(world, {
    ...asked,
    companyId: company.id,
    name: company.name,
    registration: null,
    siren: siren.value,
    email: mailbox.value,
  })
}

/** Asks a person to look at the evidence, when no mailbox of the company is known or when it cannot be read any more. */
export async function askClaimByHand(
  { db, clock }: World,
  company: Company,
  { evidence, email, ...asked }: Asked & { readonly evidence: string; readonly email: string },
) {
  const siren = sirenFor(company, asked.siren)
  if (!siren.ok) return siren
  const at = clock()

  return db.transaction(async (tx) => {
    await waitForOtherClaims(tx)
    const other = await knownAlready(tx, { siren: siren.value })
    if (other && other.id !== company.id) return refuse('siren-known')
    if (await isTooOften(tx, { companyId: company.id, siren: siren.value }, at)) return refuse('too-often')

    const claim = { id: asked.id, personName: asked.personName, siren: siren.value, email, evidence }
    await addClaim(tx, { ...claim, companyId: company.id, registration: null, way: 'by-hand' }, at)
    return accept(email)
  })
}

type Registered = Asked & { readonly email: string; readonly company: Registration }

/** A company that is not in the census asks to enter it: it does once its mailbox has answered, and the operator sees it. */
export async function askRegistration(world: World, { company, ...asked }: Registered) {
  const siren = readClaimedSiren(asked.siren)
  if (!siren.ok) return siren
  const known = await knownAlready(world.db, { siren: siren.value, name: company.name })
  if (known) return { ...refuse(known.byName ? 'name-known' : 'siren-known'), known }
  const email = parseEmail(asked.email)
  if (!email.ok || (await isOpposed(world, email.value))) return refuse('opposed')

  return ask(world, {
    ...asked,
    companyId: null,
    name: company.name,
    registration: company,
    siren: siren.value,
    email: email.value,
  })
}

function sirenFor(company: Company, typed: string) {
  if (company.withdrawnAt) return refuse('withdrawn')
  if (company.claimedAt) return refuse('already-claimed')
  const siren = readClaimedSiren(typed)
  if (!siren.ok) return siren
  return company.siren !== null && company.siren !== siren.value ? refuse('another-siren') : siren
}

type Ready = Asked & {
  readonly companyId: string | null
  readonly name: string
  readonly registration: Registration | null
  readonly email: string
}

async function ask(world: World, { name, ...claim }: Ready) {
  const at = world.clock()
  const kept = await world.db.transaction(async (tx) => {
    await waitForOtherClaims(tx)
    const other = await knownAlready(tx, claim)
    if (other && other.id !== claim.companyId) return refuse<ClaimRefusal>('siren-known')
    if (await isTooOften(tx, claim, at)) return refuse<ClaimRefusal>('too-often')

    return accept(await addClaim(tx, { ...claim, way: 'mailbox', evidence: null }, at))
  })
  if (!kept.ok) return kept
  if (kept.value) {
    const link = claimLink(world, claim.id)
    const mail = claimMail({ ...claim, company: name, from: world.config.mailFrom, link })
    const { outcome } = await world.mail.send(mail)
    if (outcome.startsWith('refused')) return refuse<ClaimRefusal>('mail-refused')
  }
  return accept(claim.email)
}

const day = 86_400_000
const mostOfOne = 3
const mostInAll = 100

async function isTooOften(
  db: World['db'],
  about: { readonly companyId: string | null; readonly siren: string },
  at: Date,
) {
  const lately = await countClaimsSince(db, about, new Date(at.getTime() - day))
  return lately.alike >= mostOfOne || lately.all >= mostInAll
}

async function isOpposed(world: World, value: string) {
  const point = { insee: '', kind: 'email', value } as const
  return (await opposedAmong(world, [point]))(point)
}
