import type { Database } from '#platform/database/database.ts'
import { lightCopy } from '../mail/light-copy.ts'
import { type ParsedMail, parseMail, readAttachment } from '../mail/parse-mail.ts'
import { piecesOf } from '../received-mails.queries.ts'

/** A kept message, read again from its bytes: for its HTML and its headers, which the row does not hold. */
export async function readSource(db: Database, mailId: string): Promise<ParsedMail> {
  const copy = lightCopy()
  for await (const piece of piecesOf(db, mailId)) copy.push(piece)
  return parseMail(copy.bytes())
}

/** One of its attachments, whole. */
export async function loadAttachment(db: Database, mailId: string, rank: number) {
  const pieces: Uint8Array[] = []
  for await (const piece of piecesOf(db, mailId)) pieces.push(piece)
  return readAttachment(Buffer.concat(pieces), rank)
}
