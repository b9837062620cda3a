import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId } from '#platform/ids.ts'
import { waves } from '../waves/waves.tables.ts'
import { type EnvelopeProfile, profileOf } from './envelope.ts'
import { envelopes } from './envelopes.tables.ts'

export type Envelope = typeof envelopes.$inferSelect
export type NewEnvelope = typeof envelopes.$inferInsert

/** Every envelope ever measured, those no longer offered last; each with how many waves chose it. */
export const listEnvelopes = (db: Database) =>
  db
    .select({
      envelope: envelopes,
      waves: sql<number>`(select count(*)::int from waves w where w.envelope_id = envelopes.id)`,
    })
    .from(envelopes)
    .orderBy(sql`${envelopes.retiredAt} is not null`, asc(envelopes.createdAt), asc(envelopes.id))

export type ListedEnvelope = Awaited<ReturnType<typeof listEnvelopes>>[number]

/** The envelopes that a wave may choose, and the one it has. */
export const offeredEnvelopes = (db: Database, chosen?: string): Promise<Envelope[]> =>
  db
    .select()
    .from(envelopes)
    .where(
      chosen && isId(chosen)
        ? or(isNull(envelopes.retiredAt), eq(envelopes.id, chosen))
        : isNull(envelopes.retiredAt),
    )
    .orderBy(asc(envelopes.createdAt), asc(envelopes.id))

/** One envelope; throws NotFound. */
export async function findEnvelope(db: Database, id: string): Promise<Envelope> {
  const [envelope] = isId(id) ? await db.select().from(envelopes).where(eq(envelopes.id, id)) : []
  if (!envelope) throw new NotFound('Cette enveloppe n’existe pas.')
  return envelope
}

/** The envelope in which the letters of a wave go. */
export async function envelopeOfWave(db: Database, waveId: string): Promise<EnvelopeProfile> {
  const [row] = await db
    .select({ envelope: envelopes })
    .from(waves)
    .innerJoin(envelopes, eq(envelopes.id, waves.envelopeId))
    .where(eq(waves.id, waveId))
  if (!row) throw new NotFound('Cette vague n’existe pas.')
  return profileOf(row.envelope)
}

/** Keeps a measured envelope; the same identifier again (a form posted twice) keeps one. */
export const insertEnvelope = (db: Database, envelope: NewEnvelope) =>
  db.insert(envelopes).values(envelope).onConflictDoNothing()

/** Offers an envelope no more; the waves that chose it keep it. */
export const retireEnvelope = (db: Database, id: string, by: string, now: Date) =>
  db
    .update(envelopes)
    .set({ retiredAt: now, retiredBy: by })
    .where(and(eq(envelopes.id, id), isNull(envelopes.retiredAt)))
