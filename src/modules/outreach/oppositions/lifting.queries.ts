import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'

/** What proves that the town hall, or the holder of the address, asked to be written to again. */
export type Evidence = {
  readonly words: string
  /** The day of the request. */
  readonly requestedOn: string
  readonly fileId?: string
  /** The exchange in which it was asked. */
  readonly contactId?: string
}

type Lifting = { readonly evidence: Evidence; readonly by: string; readonly at: Date }

const tables = ['opposition_organisations', 'opposition_addresses'] as const

/** Lifts an opposition in force; false when there is none under this identifier. */
export async function liftOpposition(db: Database, id: string, { evidence, by, at }: Lifting) {
  for (const table of tables) {
    const lifted = await db.execute(sql`
      update ${sql.identifier(table)} set lifted_at = ${moment(at)}, lifted_by = ${by}, lifting_evidence = ${evidence.words},
        lifting_requested_on = ${evidence.requestedOn}::date, lifting_file_id = ${evidence.fileId ?? null},
        lifting_contact_id = ${evidence.contactId ?? null}
      where id = ${id} and lifted_at is null returning id`)
    if (lifted.length > 0) return true
  }
  return false
}

/** Says that an opposition was looked at again and stays; false when it is not in force. */
export async function reviewOpposition(db: Database, id: string, by: string, at: Date) {
  for (const table of tables) {
    const reviewed = await db.execute(sql`
      update ${sql.identifier(table)} set reviewed_at = ${moment(at)}, reviewed_by = ${by}
      where id = ${id} and lifted_at is null returning id`)
    if (reviewed.length > 0) return true
  }
  return false
}
