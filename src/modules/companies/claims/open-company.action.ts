import { actsForSomebody, welcomeMember } from '#modules/accounts/index.ts'
import { addOrganisation } from '#modules/organisations/index.ts'
import { hearCompany } from '#modules/outreach/index.ts'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { isoDate } from '#ui/french.ts'
import { accept, refuse } from '#values/decision.ts'
import { addCompany, findCompany } from '../census/census.queries.ts'
import { addEvent } from '../census/events.queries.ts'
import { knownAlready, takeCompany, waitForOtherClaims } from './claimed-company.queries.ts'
import { type Claim, markAccepted } from './claims.queries.ts'

/**
 * Lets a claimant in: the company becomes an organisation, and the holder of the mailbox its first person, who enters with the
 * codes of everyone. Must run in the transaction that has locked the claim.
 */
export async function openCompany(
  tx: Database,
  claim: Claim,
  { by, at }: { readonly by: string; readonly at: Date },
) {
  await waitForOtherClaims(tx)
  if (await actsForSomebody(tx, claim.email)) return refuse('already-elsewhere')
  const entered = await enter(tx, claim, at)
  if (!entered.ok) return entered

  const company = entered.value
  const organisationId = newId()
  await addOrganisation(tx, {
    id: organisationId,
    kind: 'company',
    name: company.name,
    postalAddress: company.postalAddress ?? '',
    email: claim.email,
    website: company.website,
    createdAt: at,
  })
  const welcomed = await welcomeMember(tx, { name: claim.personName, email: claim.email, organisationId }, at)
  if (!welcomed.ok) throw new Error(`a person who acts for nobody is refused: ${welcomed.reason}`)

  await takeCompany(tx, company.id, { siren: claim.siren, organisationId, at })
  await markAccepted(tx, claim.id, { companyId: company.id, organisationId, userId: welcomed.value, by, at })
  await addEvent(tx, company.id, { at, actor: by, sentence: sentenceOf(claim) })
  // If it was invited, this is its answer: what was still to leave is stopped.
  await hearCompany(tx, { companyId: company.id, at, words: 'A pris sa page en main.', key: claim.id })
  return accept(await findCompany(tx, company.id))
}

const sentenceOf = ({ personName, email, way, registration }: Claim) =>
  way === 'by-hand'
    ? `Fiche confiée à ${personName} (${email}), sur pièces.`
    : `${registration ? 'Entreprise inscrite' : 'Fiche prise'} par ${personName}, qui a répondu depuis ${email}.`

async function enter(tx: Database, { companyId, registration, siren, email }: Claim, at: Date) {
  const other = await knownAlready(tx, { siren })
  if (other && other.id !== companyId) return refuse('siren-known')
  if (companyId) {
    const company = await findCompany(tx, companyId)
    if (company.claimedAt) return refuse('already-claimed')
    if (company.withdrawnAt) return refuse('withdrawn')
    return company.siren !== null && company.siren !== siren ? refuse('another-siren') : accept(company)
  }

  const id = newId()
  await addCompany(tx, {
    id,
    siren,
    name: registration?.name ?? siren,
    website: registration?.website,
    postalAddress: registration?.postalAddress,
    email,
    source: selfRegistered,
    sourceDate: isoDate(at),
    createdAt: at,
  })
  return accept(await findCompany(tx, id))
}

/** The source of a company that entered the census by itself. */
const selfRegistered = 'Inscrite par l’entreprise'
