import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId } from '#platform/ids.ts'
import { lockMessage } from './message-desk.queries.ts'
import { replaceText } from './message-version.ts'
import { type MessageText, saveMessage } from './messages.queries.ts'

type Edit = { readonly text: MessageText; readonly version: string; readonly by: string; readonly now: Date }

/** Saves what was written from a version of the message; refuses when somebody saved another text meanwhile. */
export function editMessage(db: Database, id: string, { text, version, by, now }: Edit) {
  return db.transaction(async (tx) => {
    const saved = isId(id) ? await lockMessage(tx, id) : undefined
    if (!saved) throw new NotFound('Ce message n’existe pas.')

    const decision = replaceText(saved, text, version)
    if (decision.ok && decision.value === 'changed') await saveMessage(tx, id, text, by, now)
    return decision
  })
}
