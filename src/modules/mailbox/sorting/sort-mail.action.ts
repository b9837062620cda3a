import { sayContactPoint } from '#modules/communes/index.ts'
import { settleContact } from '#modules/contacts/index.ts'
import { recordFact } from '#modules/journal/index.ts'
import { findSentEmail, opposeAddress, opposeCompany, opposeTownHall } from '#modules/outreach/index.ts'
import type { World } from '#platform/world.ts'
import { date } from '#ui/french.ts'
import { accept, refuse } from '#values/decision.ts'
import type { Member } from '#values/visitor.ts'
import type { MailKind } from '../classification/kinds.ts'
import { contactFromMail } from '../effects/contact-from-mail.action.ts'
import { lockMail, saveMail } from '../received-mails.queries.ts'

/** Says from which commune a mail comes: it becomes a contact, routed as any other. Once: a contact is transferred, not moved. */
export const attachMail = ({ db }: World, id: string, insee: string, member: Member) =>
  db.transaction(async (tx) => {
    const mail = await lockMail(tx, id, member)
    if (mail.contactId) return mail.insee === insee ? accept(undefined) : refuse('already-a-contact')

    const contactId = await contactFromMail(tx, mail, insee, member.name)
    await saveMail(tx, id, { contactId, insee, tie: 'hand', state: 'filed' })
    return accept(undefined)
  })

/** Adds the sender's address to what is known of the commune, with where it was learnt. */
export const keepAddress = ({ db, clock }: World, id: string, member: Member) =>
  db.transaction(async (tx) => {
    const at = clock()
    const mail = await lockMail(tx, id, member)
    if (!mail.insee || mail.fromAddress === '') return refuse('no-commune')

    const said = await sayContactPoint(tx, {
      insee: mail.insee,
      kind: 'email',
      value: mail.fromAddress,
      label: 'Secrétaire de mairie',
      by: `${member.name}, réponse du ${date(mail.receivedAt)}`,
      at,
    })
    if (!said) return refuse('known-address')

    await recordFact(tx, {
      insee: mail.insee,
      at,
      kind: 'address-learnt',
      sentence: `Une adresse électronique est ajoutée, apprise par une réponse du ${date(mail.receivedAt)}.`,
      actor: member.name,
      factKey: `mail-address:${id}`,
    })
    return accept(undefined)
  })

/** « Ne plus écrire », in one gesture: the town hall or the company when it is known, the address in any case. */
export const opposeFromMail = (world: World, id: string, member: Member) =>
  world.db.transaction(async (tx) => {
    const at = world.clock()
    const mail = await lockMail(tx, id, member)
    if (mail.opposedAt) return accept(undefined)

    const said = { origin: `Courriel du ${date(mail.receivedAt)}`, by: member.name, at }
    if (mail.insee) await opposeTownHall(tx, { insee: mail.insee, channel: 'all', ...said })
    const sent = mail.deliveryId ? await findSentEmail(tx, mail.deliveryId) : undefined
    if (sent?.companyId && sent.companyName)
      await opposeCompany(tx, {
        companyId: sent.companyId,
        companyName: sent.companyName,
        channel: 'all',
        ...said,
      })
    if (mail.fromAddress) await opposeAddress(tx, world.config.secret, { address: mail.fromAddress, ...said })
    await saveMail(tx, id, { opposedAt: at, state: 'filed', settledBy: member.name, settledAt: at })
    if (mail.contactId)
      await settleContact(
        tx,
        mail.contactId,
        member,
        'Opposition enregistrée à sa demande : plus rien ne lui sera écrit.',
        at,
      )
    return accept(undefined)
  })

/** Files a mail that asks nothing of anybody, or takes it up again. */
export const settleMail = ({ db, clock }: World, id: string, member: Member) =>
  db.transaction(async (tx) => {
    const mail = await lockMail(tx, id, member)
    const change =
      mail.state === 'waiting'
        ? ({ state: 'filed', settledBy: member.name, settledAt: clock() } as const)
        : ({ state: 'waiting', settledBy: null, settledAt: null } as const)
    if (!mail.contactId) await saveMail(tx, id, change)
    return accept(undefined)
  })

/**
 * Files a mail as something else than the rules took it for; what they said stays written beside it. Taken for a person's, it
 * waits for one. The ledger is not moved: what a machine told of a delivery is told again by hand on its page.
 */
export const reclassifyMail = ({ db, clock }: World, id: string, kind: MailKind, member: Member) =>
  db.transaction(async (tx) => {
    const mail = await lockMail(tx, id, member)
    if (mail.contactId) return refuse('already-a-contact')

    const isBack = kind === mail.foundKind
    await saveMail(tx, id, {
      kind,
      reclassifiedBy: isBack ? null : member.name,
      reclassifiedAt: isBack ? null : clock(),
      state: kind === 'human' || kind === 'undeciphered' ? 'waiting' : 'filed',
    })
    return accept(undefined)
  })
