import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import type { Attachment } from '../attaching/attach.ts'
import type { Origin } from '../attaching/find-clues.action.ts'
import type { Classification } from '../classification/classify.ts'
import type { ParsedMail } from '../mail/parse-mail.ts'
import type { ReceivedMail } from '../received-mails.queries.ts'

/** A mail as understood, before anything of it is done. */
export type Understood = {
  readonly mail: ParsedMail
  readonly found: Classification
  readonly origin: Origin | undefined
  readonly attachment: Attachment
}

/** A mail being received, in its transaction. */
export type Receiving = Understood & {
  readonly tx: Database
  readonly world: World
  readonly row: ReceivedMail
}
