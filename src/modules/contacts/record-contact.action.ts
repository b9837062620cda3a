import { findCommune } from '#modules/communes/index.ts'
import { recordFact } from '#modules/journal/index.ts'
import { markAnswered, opposeTownHall } from '#modules/outreach/index.ts'
import { findProgramme } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { Member } from '#values/visitor.ts'
import { firstStanding, reachOf, sentenceOf } from './answer.ts'
import { type Channel, channelNames, type Wish } from './contact.ts'
import { contactPaths } from './contacts.paths.ts'
import { insertContact, standingColumns } from './contacts.queries.ts'
import { handlerOf, organisationFor } from './routing.ts'
import type { Theme } from './theme.ts'

/** A call, a visit, an e-mail or a paper answer that a member writes down. `id` is the form's own. */
export type HeardExchange = {
  readonly id: string
  readonly insee: string
  readonly channel: Exclude<Channel, 'answer'>
  readonly wish: Wish | null
  readonly theme: Theme | null
  readonly body: string
  readonly personName: string
  readonly phone: string | null
  readonly email: string | null
  readonly receivedAt: Date
  /** Keep it in one's own organisation, or let the theme route it as it routes a letter's answer. */
  readonly handler: 'ours' | 'by-theme'
}

/** Writes an exchange down. One that says a wish also answers what the town hall was written. */
export function recordContact(db: Database, heard: HeardExchange, member: Member) {
  return db.transaction(async (tx) => {
    const { handler, receivedAt, ...said } = heard
    const commune = await findCommune(tx, said.insee)
    const organisationId =
      handler === 'ours' ? member.organisation.id : organisationFor(handlerOf(said), await findProgramme(tx))
    const isNew = await insertContact(tx, {
      ...said,
      ...standingColumns(firstStanding(said, receivedAt)),
      deliveryId: null,
      waveId: null,
      replyCode: null,
      organisationId,
      mailId: null,
      receivedAt,
      recordedBy: member.name,
    })
    if (!isNew) return { organisationId }

    if (said.wish) await markAnswered(tx, { insee: said.insee, at: receivedAt })
    if (said.wish === 'do-not-write')
      await opposeTownHall(tx, {
        insee: said.insee,
        channel: 'all',
        origin: channelNames[said.channel],
        by: member.name,
        at: receivedAt,
      })
    await recordFact(tx, {
      insee: said.insee,
      at: receivedAt,
      kind: `heard-${said.wish ?? said.channel}`,
      sentence: sentenceOf(said, commune),
      path: contactPaths.show(said.id),
      actor: member.name,
      organisationId,
      reaches: reachOf(said.wish),
      factKey: `contact:${said.id}`,
    })
    return { organisationId }
  })
}
