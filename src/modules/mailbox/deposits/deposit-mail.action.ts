import { depositedMailbox, saveSuccess } from '#platform/mail/mailbox-readings.ts'
import type { World } from '#platform/world.ts'
import { receiveMail } from '../receiving/receive-mail.action.ts'
import { withSpooled } from '../receiving/spool.action.ts'
import { splitMbox } from './split-mbox.ts'

/** Receives messages that a member sets down, by the same path as those of the mailbox; gives how many were new. */
export async function depositMail(world: World, files: readonly Uint8Array[]) {
  const messages = files.flatMap(splitMbox)
  let received = 0
  for (const message of messages) {
    const id = await withSpooled([message], (spooled) => receiveMail(world, spooled, { origin: 'deposit' }))
    if (id) received += 1
  }
  await saveSuccess(world.db, depositedMailbox, world.clock())
  return { received, known: messages.length - received }
}
