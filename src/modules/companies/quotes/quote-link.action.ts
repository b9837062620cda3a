import { timingSafeEqual } from 'node:crypto'
import { readToken, writeToken } from '#modules/outreach/index.ts'
import { keyedTag } from '#platform/keyed-hash.ts'

/** The token of a town hall's own page: the request and a tag that only the holder of the secret can compute. */
export const townHallToken = (secret: string, requestId: string) =>
  writeToken({ id: requestId, tag: keyedTag(secret, 'quotes', requestId) })

/** The token of the page where one who is asked answers. */
export const providerToken = (secret: string, requestId: string, provider: string) =>
  writeToken({ id: requestId, tag: keyedTag(secret, 'quote-answers', `${requestId}/${provider}`) })

/** The request that a town hall's token opens; undefined when it is cut or forged. */
export function requestOfToken(secret: string, text: string): string | undefined {
  const token = readToken(text)
  return token && isSame(text.toLowerCase(), townHallToken(secret, token.id)) ? token.id : undefined
}

/** Which of those asked a token belongs to; undefined when none. */
export const providerOfToken = (
  secret: string,
  text: string,
  { requestId, providers }: { readonly requestId: string; readonly providers: readonly string[] },
) => providers.find((provider) => isSame(text.toLowerCase(), providerToken(secret, requestId, provider)))

/** The request that a token speaks of, before its tag is checked. */
export const requestNamed = (text: string) => readToken(text)?.id

function isSame(one: string, other: string) {
  const [given, right] = [Buffer.from(one), Buffer.from(other)]
  return given.length === right.length && timingSafeEqual(given, right)
}
