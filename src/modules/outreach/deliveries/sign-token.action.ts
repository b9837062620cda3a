import { timingSafeEqual } from 'node:crypto'
import { keyedTag } from '#platform/keyed-hash.ts'
import { type DeliveryToken, writeToken } from './delivery-token.ts'

/**
 * The token of one attempt of a delivery, for its return path, its reply address and its unsubscription link: the uuid of
 * its Message-ID and a tag that only the holder of the secret can compute (RFC 8058 §6).
 */
export const deliveryToken = (secret: string, messageId: string) =>
  writeToken({ id: leftOf(messageId), tag: tagOf(secret, leftOf(messageId)) })

/**
 * The left side of the Message-ID that a token was made for, when its tag is ours; undefined for a forged one. Compared
 * in constant time.
 */
export function messageOfToken(secret: string, { id, tag }: DeliveryToken): string | undefined {
  const [given, right] = [Buffer.from(tag), Buffer.from(tagOf(secret, id))]
  return given.length === right.length && timingSafeEqual(given, right) ? id : undefined
}

const tagOf = (secret: string, id: string) => keyedTag(secret, 'delivery', id)

const leftOf = (messageId: string) => messageId.slice(0, messageId.lastIndexOf('@'))
