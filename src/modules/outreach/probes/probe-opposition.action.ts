import { randomBytes } from 'node:crypto'
import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { newReplyCode, type ReplyCode } from '#values/reply-code.ts'
import { takenCodes } from '../deliveries/deliveries.queries.ts'
import { findProbe, insertProbe } from './probes.queries.ts'

const patience = 5_000

/**
 * Opposes as a town hall would with the code of its letter: a form posted to the public page, without a cookie. Passed only
 * when the opposition was really taken, whatever the page answered.
 */
export async function probeReplyPage(world: World) {
  const { db, clock } = world
  const [id, replyCode] = [newId(), await freshCode(world)]
  await insertProbe(db, { id, means: 'reply-page', replyCode, askedAt: clock() })
  const said = await post(world, `/r/${replyCode}`, { wish: 'do-not-write', once: newId() })
  const honoured = (await findProbe(db, id))?.honouredAt

  if (honoured) return { isPassed: true, sentence: 'La page de réponse a pris l’opposition d’essai.' }
  return { isPassed: false, sentence: failure(world, said) }
}

/** A code that no letter bears. */
async function freshCode(world: World): Promise<ReplyCode> {
  const code = newReplyCode(randomBytes)
  return (await takenCodes(world.db, [code])).has(code) ? freshCode(world) : code
}

type Said = { readonly status?: number }

async function post({ ownDoor }: World, path: string, fields: Record<string, string>): Promise<Said> {
  try {
    const signal = AbortSignal.timeout(patience)
    const { status } = await ownDoor(path, { method: 'POST', body: new URLSearchParams(fields), signal })
    return { status }
  } catch {
    return {}
  }
}

function failure({ config: { baseUrl } }: World, { status }: Said) {
  if (status === undefined)
    return `Personne ne répond à l’adresse publique ${baseUrl} : une mairie ne pourrait pas s’opposer.`

  return status >= 400
    ? `La page de réponse refuse une opposition (elle répond ${status}).`
    : 'La page de réponse a répondu, mais l’opposition d’essai n’a pas été prise.'
}
