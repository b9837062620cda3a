import { findProgramme } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import { digestOf } from '#platform/digest.ts'
import type { MessageText } from '../messages/messages.queries.ts'
import { entriesOf } from '../register/register.queries.ts'
import { keyOf } from '../waves/addressee.ts'
import type { Sender } from '../waves/sender.ts'
import { chosenOf, listHandExclusions, type Wave } from '../waves/waves.queries.ts'
import { approvalStanding, type Parts } from './approval.ts'
import { listApprovals } from './approvals.queries.ts'

type Content = { readonly message: MessageText; readonly sender: Sender }

/** What would leave, by the digests of its parts: any change of any choice changes one of them. */
export async function contentOf(db: Database, wave: Wave, { message, sender }: Content): Promise<Parts> {
  const [exclusions, entries] = await Promise.all([
    listHandExclusions(db, wave.id),
    wave.purpose ? entriesOf(db, wave.purpose) : [],
  ])
  return {
    message: digestOf(textOf(message)),
    choices: digestOf(chosenOf(wave)),
    exclusions: digestOf(exclusions.map(keyOf).sort()),
    register: digestOf(entries.map(({ text }) => text)),
    sender: digestOf(sender),
  }
}

/** The digest of a message in somebody's name: what a test copy shows, and what a live check reads. */
export const letterDigest = ({ message, sender }: Content) => digestOf({ message: textOf(message), sender })

/** What the other organisation says of a wave as it stands now. */
export async function standingOfApproval(db: Database, wave: Wave, parts: Parts) {
  const [{ associationId }, approvals] = await Promise.all([findProgramme(db), listApprovals(db, wave.id)])
  return approvalStanding(approvals, { parts, otherBodyId: associationId, preparedBy: wave.createdBy })
}

const textOf = ({ subject, body, signature }: MessageText) => ({ subject, body, signature })
