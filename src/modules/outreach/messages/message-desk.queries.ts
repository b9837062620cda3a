import { asc, count, eq } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { waves } from '../waves/waves.tables.ts'
import type { MessageText, SavedMessage } from './messages.queries.ts'
import { messages } from './messages.tables.ts'

/** Every message with the number of waves that use it, by name; those in the archive too. */
export async function messageList(db: Database) {
  const rows = await db
    .select({ message: messages, waves: count(waves.id) })
    .from(messages)
    .leftJoin(waves, eq(waves.messageId, messages.id))
    .groupBy(messages.id)
    .orderBy(asc(messages.name), asc(messages.id))
  return rows.map(({ message, ...row }) => ({ ...message, ...row }))
}

export type ListedMessage = Awaited<ReturnType<typeof messageList>>[number]

/** How many waves use a message, launched or not. */
export const countWavesUsing = (db: Database, id: string) => db.$count(waves, eq(waves.messageId, id))

/** Writes a new message; the same identifier again (a form posted twice) writes nothing. */
export const insertMessage = (db: Database, id: string, text: MessageText, by: string, now: Date) =>
  db
    .insert(messages)
    .values({ id, ...text, createdAt: now, updatedAt: now, updatedBy: by })
    .onConflictDoNothing()

/** The message, held until the transaction ends: two people who save at once do it one after the other. */
export async function lockMessage(db: Database, id: string): Promise<SavedMessage | undefined> {
  const [message] = await db.select().from(messages).where(eq(messages.id, id)).for('update')
  return message
}

/** Puts a message in the archive, or takes it out with `null`. */
export const setArchivedAt = (db: Database, id: string, archivedAt: Date | null) =>
  db.update(messages).set({ archivedAt }).where(eq(messages.id, id))
