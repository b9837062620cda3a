import { timingSafeEqual } from 'node:crypto'
import { readToken, writeToken } from '#modules/outreach/index.ts'
import { keyedTag } from '#platform/keyed-hash.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { linkDays } from './declaring.ts'
import { findUsageMail } from './usage-mails.queries.ts'
import { usagePaths } from './usages.paths.ts'

/** The address that a mail carries: the mail's own id and a tag that only the holder of the secret can compute. */
export const usageLink = ({ config: { secret, baseUrl } }: Pick<World, 'config'>, mailId: string) =>
  `${baseUrl}${usagePaths.answer(writeToken({ id: mailId, tag: tagOf(secret, mailId) }))}`

/** The mail that a link belongs to; refused when it is cut or forged, or older than thirty days. */
export async function mailOfLink({ db, config, clock }: World, text: string) {
  const token = readToken(text)
  if (!token || !isOurs(config.secret, token)) return refuse('unknown')
  const mail = await findUsageMail(db, token.id)
  if (!mail || mail.kind === 'call') return refuse('unknown')

  const isOver = clock().getTime() - mail.claimedAt.getTime() > linkDays * 86_400_000
  return isOver ? { ...refuse('expired'), insee: mail.insee } : accept(mail)
}

function isOurs(secret: string, { id, tag }: { readonly id: string; readonly tag: string }) {
  const [given, right] = [Buffer.from(tag), Buffer.from(tagOf(secret, id))]
  return given.length === right.length && timingSafeEqual(given, right)
}

const tagOf = (secret: string, mailId: string) => keyedTag(secret, 'usages', mailId)
