import { and, count, eq, inArray, ne } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { usageMails } from './usages.tables.ts'

export type UsageMail = typeof usageMails.$inferSelect
export type MailKind = UsageMail['kind']

export async function findUsageMail(db: Database, id: string): Promise<UsageMail | undefined> {
  const [mail] = await db.select().from(usageMails).where(eq(usageMails.id, id))
  return mail
}

type Claim = {
  readonly insee: string
  readonly kind: MailKind
  readonly onDay: string
  readonly claimedAt: Date
}

/** Takes the right to write to a town hall today; undefined when it was written to already. Held for good once taken. */
export async function claimMail(db: Database, claim: Claim): Promise<string | undefined> {
  const [mail] = await db
    .insert(usageMails)
    .values({ id: newId(), ...claim })
    .onConflictDoNothing()
    .returning({ id: usageMails.id })
  return mail?.id
}

export const settleMail = (db: Database, id: string, outcome: UsageMail['outcome']) =>
  db.update(usageMails).set({ outcome }).where(eq(usageMails.id, id))

export const markMailAnswered = (db: Database, id: string, answeredAt: Date) =>
  db.update(usageMails).set({ answeredAt }).where(eq(usageMails.id, id))

/** How many mails of a kind were claimed on a day. */
export async function countMails(db: Database, kind: MailKind, onDay: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(usageMails)
    .where(and(eq(usageMails.kind, kind), eq(usageMails.onDay, onDay)))
  return row?.n ?? 0
}

/** Of these town halls, those that were asked something on a day: nobody is asked twice the same day. */
export async function askedOn(db: Database, insees: readonly string[], onDay: string): Promise<Set<string>> {
  const rows = await db
    .select({ insee: usageMails.insee })
    .from(usageMails)
    .where(
      and(inArray(usageMails.insee, [...insees]), eq(usageMails.onDay, onDay), ne(usageMails.kind, 'call')),
    )
  return new Set(rows.map(({ insee }) => insee))
}
