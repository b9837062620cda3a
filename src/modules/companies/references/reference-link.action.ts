import { timingSafeEqual } from 'node:crypto'
import { findTownHallMail, linkDays } from '#modules/catalogue/index.ts'
import { readToken, writeToken } from '#modules/outreach/index.ts'
import { keyedTag } from '#platform/keyed-hash.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { referencePaths } from './references.paths.ts'

const tagOf = (secret: string, mailId: string) => keyedTag(secret, 'companies.references', mailId)

/** The address that a mail about works carries: the mail's identifier and a tag that only the holder of the secret can compute. */
export const referenceLink = ({ config: { secret, baseUrl } }: Pick<World, 'config'>, mailId: string) =>
  `${baseUrl}${referencePaths.answer(writeToken({ id: mailId, tag: tagOf(secret, mailId) }))}`

/** The mail that a link belongs to; refused when it is cut or forged, or older than thirty days. */
export async function mailOfReferenceLink({ db, config: { secret }, clock }: World, text: string) {
  const token = readToken(text)
  if (!token) return refuse('unknown')
  const [given, right] = [Buffer.from(token.tag), Buffer.from(tagOf(secret, token.id))]
  const isOurs = given.length === right.length && timingSafeEqual(given, right)
  const mail = isOurs ? await findTownHallMail(db, token.id) : undefined
  if (mail?.kind !== 'reference') return refuse('unknown')

  return clock().getTime() - mail.claimedAt.getTime() > linkDays * 86_400_000
    ? refuse('expired')
    : accept(mail)
}
