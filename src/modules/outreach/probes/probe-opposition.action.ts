import { randomBytes } from 'node:crypto'
import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { newReplyCode, type ReplyCode } from '#values/reply-code.ts'
import { takenCodes } from '../deliveries/deliveries.queries.ts'
import { deliveryToken } from '../deliveries/sign-token.action.ts'
import { unsubscriptionPaths } from '../unsubscriptions/unsubscriptions.paths.ts'
import { findProbe, insertProbe } from './probes.queries.ts'

const patience = 5_000

/**
 * Opposes as a town hall would with the code of its letter: a form posted to the public page, without a cookie. Passed only
 * when the opposition was really taken, whatever the page answered.
 */
export async function probeReplyPage(world: World) {
  const [id, replyCode] = [newId(), await freshCode(world)]
  await insertProbe(world.db, { id, means: 'reply-page', replyCode, askedAt: world.clock() })
  const said = await post(world, `/r/${replyCode}`, { wish: 'do-not-write', once: newId() })

  return outcome(world, id, said, 'La page de réponse')
}

/** Opposes as a mailbox does with the link of an e-mail's header (RFC 8058): one post, no cookie, no redirection. */
export async function probeOneClick(world: World) {
  const id = newId()
  await insertProbe(world.db, { id, means: 'one-click', replyCode: null, askedAt: world.clock() })
  const token = deliveryToken(world.config.secret, `${id}@essai`)
  const said = await post(world, unsubscriptionPaths.page(token), { 'List-Unsubscribe': 'One-Click' })

  return outcome(world, id, said, 'La désinscription en un clic')
}

type Said = { readonly status?: number }

async function outcome({ db, config: { baseUrl } }: World, id: string, { status }: Said, means: string) {
  const probe = await findProbe(db, id)
  if (probe?.honouredAt) return { isPassed: true, sentence: `${means} a pris l’opposition d’essai.` }
  if (status === undefined) return { isPassed: false, sentence: unreachable(baseUrl) }

  return status >= 400
    ? { isPassed: false, sentence: `${means} refuse une opposition : elle répond ${status}.` }
    : { isPassed: false, sentence: `${means} a répondu, mais n’a pas pris l’opposition d’essai.` }
}

const unreachable = (baseUrl: string) =>
  `Personne ne répond à l’adresse publique ${baseUrl} : une mairie ne pourrait pas s’opposer.`

async function post({ ownDoor }: World, path: string, fields: Record<string, string>): Promise<Said> {
  try {
    const signal = AbortSignal.timeout(patience)
    const { status } = await ownDoor(path, { method: 'POST', body: new URLSearchParams(fields), signal })
    return { status }
  } catch {
    return {}
  }
}

/** A code that no letter bears. */
async function freshCode(world: World): Promise<ReplyCode> {
  const code = newReplyCode(randomBytes)
  return (await takenCodes(world.db, [code])).has(code) ? freshCode(world) : code
}
