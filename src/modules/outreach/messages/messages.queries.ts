import { asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId, newId } from '#platform/ids.ts'
import { messages } from './messages.tables.ts'
import { isForCompanies, models } from './models.ts'

export type SavedMessage = typeof messages.$inferSelect

/** What its author writes of a message. */
export type MessageText = Pick<SavedMessage, 'name' | 'subject' | 'body' | 'signature'>

export async function findMessage(db: Database, id: string): Promise<SavedMessage> {
  const [message] = isId(id) ? await db.select().from(messages).where(eq(messages.id, id)) : []
  if (!message) throw new NotFound('Ce message n’existe pas.')
  return message
}

/** The messages one may write with, by name: those put away in the archive are left out. */
export const listMessages = (db: Database) =>
  db.select().from(messages).where(isNull(messages.archivedAt)).orderBy(asc(messages.name))

/** Writes a message under its identifier, new or not: posting the form twice writes one message. */
export async function saveMessage(db: Database, id: string, written: MessageText, by: string, now: Date) {
  const changes = { ...written, updatedAt: now, updatedBy: by }
  await db
    .insert(messages)
    .values({ id, ...changes, createdAt: now })
    .onConflictDoUpdate({ target: messages.id, set: changes })
}

/** A copy to work on, under a name that says so; a second copy under the same identifier is the first one. */
export async function duplicateMessage(db: Database, from: string, id: string, by: string, now: Date) {
  const { name, subject, body, signature } = await findMessage(db, from)
  const copy = { id, name: `${name} (copie)`, subject, body, signature }
  await db
    .insert(messages)
    .values({ ...copy, createdAt: now, updatedAt: now, updatedBy: by })
    .onConflictDoNothing()
}

/**
 * Puts the models among the messages of a database that has none; and the invitation of companies in one that was there
 * before companies could be invited, which has no message that speaks of a company.
 */
export async function seedMessages(db: Database, now: Date) {
  const known = await db.select({ subject: messages.subject, body: messages.body }).from(messages)
  const lacking = known.length === 0 ? models : models.filter(isForCompanies)
  if (known.some(isForCompanies) || lacking.length === 0) return

  await db.insert(messages).values(
    lacking.map(({ title, subject, body }) => ({
      id: newId(),
      name: title,
      subject,
      body,
      signature: '',
      createdAt: now,
      updatedAt: now,
    })),
  )
}
