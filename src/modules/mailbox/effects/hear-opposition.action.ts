import {
  opposeAddress,
  readSubAddress,
  readUnsubscription,
  recordEvent,
  unsubscribe,
} from '#modules/outreach/index.ts'
import { date } from '#ui/french.ts'
import { saveMail } from '../received-mails.queries.ts'
import type { Receiving } from '../receiving/receiving.ts'
import { messageOf } from './tell-delivery.action.ts'

/** « Indésirable » was pressed: whoever holds the address is never written to again, at once. */
export async function hearComplaint(receiving: Receiving) {
  const { tx, row, found, origin } = receiving
  if (origin)
    await recordEvent(tx, {
      source: 'mailbox',
      sourceEventId: `${row.sha256}/complaint`,
      kind: 'complained',
      messageId: messageOf(origin),
      at: row.receivedAt,
      detail: found.complaint?.feedbackType,
    })
  await opposeAddresses(
    receiving,
    [origin?.address ?? '', ...(found.complaint?.recipients ?? [])],
    'Signalement',
  )
}

/** The mailbox's own « se désinscrire »: as the link does, at once. A token that is not ours is left to a person. */
export async function hearUnsubscription({ tx, world, row, mail }: Receiving) {
  const token =
    readUnsubscription(mail) ?? mail.recipients.flatMap((address) => readSubAddress(address)?.token ?? [])[0]
  const done = token
    ? await unsubscribe({ ...world, db: tx }, token, { scope: 'all', origin: 'Courriel de désinscription' })
    : undefined
  await saveMail(tx, row.id, done?.ok ? { opposedAt: row.readAt } : { state: 'waiting' })
}

async function opposeAddresses({ tx, world, row }: Receiving, addresses: readonly string[], origin: string) {
  const known = [...new Set(addresses.map((address) => address.toLowerCase()).filter(Boolean))]
  for (const address of known)
    await opposeAddress(tx, world.config.secret, {
      address,
      origin: `${origin} du ${date(row.receivedAt)}`,
      at: row.receivedAt,
    })

  // Nobody to spare is found in it: a person must read it.
  await saveMail(tx, row.id, known.length > 0 ? { opposedAt: row.receivedAt } : { state: 'waiting' })
}
