import type { Database } from '#platform/database/database.ts'
import { insertEvent } from './events.queries.ts'
import { markAnswered } from './mark-answered.action.ts'

type Heard = {
  readonly companyId: string
  /** The invitation it answers; the last that reached it unless said. */
  readonly deliveryId?: string
  readonly at: Date
  /** In its own words, or what it asked by a button. */
  readonly words: string
  /** Names this saying: the same told again is written once. */
  readonly key: string
}

/**
 * A company answers its invitation. It is no commune, so no contact is opened: its words are kept on the invitation, which
 * is answered. A company that was never invited leaves no trace here. Runs in the caller's transaction.
 */
export async function hearCompany(db: Database, { companyId, deliveryId: given, at, words, key }: Heard) {
  const answered = (await markAnswered(db, { companyId, deliveryId: given, at })) ?? given
  if (answered === undefined) return

  await insertEvent(db, {
    deliveryId: answered,
    source: 'company',
    sourceEventId: `${answered}/said/${key}`,
    kind: 'company-said',
    at,
    detail: { answer: words.slice(0, 2000) },
  })
}
