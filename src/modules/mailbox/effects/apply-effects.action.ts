import { hearCompany } from '#modules/outreach/index.ts'
import type { MailKind } from '../classification/kinds.ts'
import { saveMail } from '../received-mails.queries.ts'
import type { Receiving } from '../receiving/receiving.ts'
import { contactFromMail } from './contact-from-mail.action.ts'
import { hearComplaint, hearUnsubscription } from './hear-opposition.action.ts'
import { hearReports } from './hear-reports.action.ts'
import { tellDelivery } from './tell-delivery.action.ts'

/** Does what a mail asks for, in the transaction that keeps it. Nothing is ever answered to anybody. */
export const applyEffects = (receiving: Receiving) => effects[receiving.row.kind](receiving)

const effects: Record<MailKind, (receiving: Receiving) => Promise<unknown>> = {
  complaint: hearComplaint,
  bounce: hearReports,
  'old-bounce': hearReports,
  notice: hearReports,
  receipt: (receiving) => tellDelivery(receiving, 'read'),
  automatic: (receiving) => tellDelivery(receiving, 'auto-replied'),
  unsubscribe: hearUnsubscription,
  undeciphered: () => Promise.resolve(),
  human: hearPerson,
}

/**
 * A person's answer tied surely enough is a contact at once; the rest waits for somebody to say whose it is. A company's is
 * written on its invitation, and waits for somebody to read it.
 */
async function hearPerson({ tx, row, attachment }: Receiving) {
  const { tie, insee, company } = attachment
  if (company) {
    const { companyId, deliveryId } = company
    const words = row.replyBody.trim() || row.subject
    await hearCompany(tx, { companyId, deliveryId, at: row.receivedAt, words, key: `mail/${row.id}` })
    return
  }
  if (!insee || (tie !== 'certain' && tie !== 'probable')) return

  const contactId = await contactFromMail(tx, row, insee)
  await saveMail(tx, row.id, { contactId, state: 'filed' })
}
