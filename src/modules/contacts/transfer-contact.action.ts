import { recordFact } from '#modules/journal/index.ts'
import { findOrganisation } from '#modules/organisations/index.ts'
import { findProgramme } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { accept } from '#values/decision.ts'
import type { Member } from '#values/visitor.ts'
import { transfer } from './contact.ts'
import { contactPaths } from './contacts.paths.ts'
import {
  hasTransfer,
  lockContact,
  moveContact,
  saveStanding,
  saveTransfer,
  standingOf,
} from './contacts.queries.ts'
import { otherPartner } from './routing.ts'

type Given = { readonly transferId: string; readonly reason: string }

/**
 * Hands a contact to the other partner, which alone sees it from then on. The trace keeps who, when, why; the same
 * form posted twice moves it once.
 */
export function transferContact(
  db: Database,
  id: string,
  member: Member,
  { transferId, reason }: Given,
  at = new Date(),
) {
  return db.transaction(async (tx) => {
    if (await hasTransfer(tx, transferId)) return accept(undefined)

    const contact = await lockContact(tx, id, member)
    const from = contact.organisationId
    const to = otherPartner(from, await findProgramme(tx))
    const decision = transfer(standingOf(contact), { from, to, reason })
    if (!decision.ok) return decision

    const receiver = await findOrganisation(tx, to)
    await saveStanding(tx, id, decision.value)
    await moveContact(tx, id, to)
    await saveTransfer(tx, {
      id: transferId,
      contactId: id,
      fromOrganisationId: from,
      toOrganisationId: to,
      reason,
      byWhom: member.name,
      at,
    })
    await recordFact(tx, {
      insee: contact.insee,
      at,
      kind: 'contact-transferred',
      sentence: `${member.organisation.name} transmet à ${receiver.name} la demande de la mairie ${ofCommune(contact.commune, contact.nameType as NameLink)}.`,
      path: contactPaths.show(id),
      actor: member.name,
      organisationId: to,
      factKey: `contact-transfer:${transferId}`,
    })
    return accept(undefined)
  })
}
