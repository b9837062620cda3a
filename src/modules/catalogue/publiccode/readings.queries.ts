import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { softwareRecords } from '../software/software.tables.ts'
import { publiccodeReadings } from './publiccode.tables.ts'

export type KeptReading = typeof publiccodeReadings.$inferSelect

/** Keeps what files say beside the fields of sheets, in place of what was kept of them before. */
export async function saveReadings(db: Database, readings: readonly KeptReading[]) {
  if (readings.length === 0) return
  await db
    .insert(publiccodeReadings)
    .values([...readings])
    .onConflictDoUpdate({
      target: [publiccodeReadings.source, publiccodeReadings.externalId],
      set: {
        fileName: sql`excluded.file_name`,
        facts: sql`excluded.facts`,
        faults: sql`excluded.faults`,
        isValid: sql`excluded.is_valid`,
        readAt: sql`excluded.read_at`,
      },
    })
}

/** The files that were read of one software, with their text, the project's own first. */
export async function readingsOf(db: Database, softwareId: string) {
  const rows = await db
    .select({
      source: publiccodeReadings.source,
      externalId: publiccodeReadings.externalId,
      fileName: publiccodeReadings.fileName,
      facts: publiccodeReadings.facts,
      faults: publiccodeReadings.faults,
      isValid: publiccodeReadings.isValid,
      readAt: publiccodeReadings.readAt,
      sourceDate: softwareRecords.sourceDate,
      raw: softwareRecords.raw,
    })
    .from(publiccodeReadings)
    .innerJoin(
      softwareRecords,
      and(
        eq(softwareRecords.source, publiccodeReadings.source),
        eq(softwareRecords.externalId, publiccodeReadings.externalId),
      ),
    )
    .where(eq(softwareRecords.softwareId, softwareId))
    .orderBy(sql`${publiccodeReadings.source} = 'publiccode' desc`, publiccodeReadings.source)
  return rows.map(({ raw, ...reading }) => ({ ...reading, text: textOf(raw) }))
}

const textOf = (raw: unknown) =>
  typeof raw === 'object' && raw !== null && 'text' in raw && typeof raw.text === 'string' ? raw.text : null
