import type { Config } from '#platform/config.ts'
import { subAddress } from './delivery-token.ts'
import { composeEmail, type FrozenMessage } from './email.ts'
import type { Delivery } from './ledger.queries.ts'
import { deliveryToken } from './sign-token.action.ts'

/**
 * The e-mail of a delivery, the same however often it is composed; throws when the ledger holds an e-mail without what it
 * needs, which is a bug. Answers come to Beffroi's own mailbox when it reads it, to the operator's otherwise.
 */
export function emailOf(config: Config, delivery: Delivery, frozen: FrozenMessage) {
  const { id, waveId, address, addressSource, replyCode, messageId, messageValues: values } = delivery
  if (!address || !replyCode || !messageId || !values) throw new Error(`delivery ${id} was not rendered`)

  const token = deliveryToken(config.secret, messageId)
  return composeEmail(frozen, {
    address,
    addressSource: addressSource ?? '',
    replyCode,
    messageId,
    values,
    audience: delivery.companyId ? 'companies' : 'town-halls',
    own: {
      waveId,
      token,
      returnPath: subAddress(config.mailReturns, 'b', token),
      replyTo: isReadByUs(config) ? subAddress(config.mailReturns, 'r', token) : frozen.sender.replyTo,
    },
  })
}

// Without a relay nothing leaves: the outbox is both mailboxes.
const isReadByUs = ({ imapUrl, smtpUrl }: Config) => imapUrl !== undefined || smtpUrl === undefined
