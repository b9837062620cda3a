import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { isId } from '#platform/ids.ts'
import type { ServiceKind } from '../services/service.ts'

type Named = {
  readonly id: string
  readonly companyId: string
  readonly insee: string
  readonly need: string | null
  readonly softwareId: string | null
  readonly kind: ServiceKind
  readonly year: number
  readonly by: string
  readonly at: Date
}

/** Keeps a work that a company names; false when it named it before. */
export async function addReference(
  db: Database,
  { companyId, insee, need, softwareId, kind, year, ...said }: Named,
) {
  const added = await db.execute(sql`
    insert into company_references (id, company_id, insee, need, software_id, kind, year, state, declared_at, declared_by)
    values (${said.id}, ${companyId}, ${insee}, ${need}, ${softwareId}, ${kind}, ${year}, 'declared', ${moment(said.at)},
      ${said.by})
    on conflict do nothing returning id`)
  return added.length > 0
}

/** Whether this filling of the form was kept already. */
export async function referenceIsKept(db: Database, companyId: string, id: string) {
  const found = await db.execute(
    sql`select from company_references where id = ${id} and company_id = ${companyId}`,
  )
  return found.length > 0
}

/** How many of a company's works wait for the word of their commune. */
export async function countWaitingReferences(db: Database, companyId: string) {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from company_references
    where company_id = ${companyId} and state = 'declared' and withdrawn_at is null`)
  return row?.n ?? 0
}

/** Takes back a work that the commune has not refused: a refusal stays in view. */
export async function withdrawReference(db: Database, companyId: string, id: string, at: Date) {
  if (!isId(id)) return false
  const withdrawn = await db.execute(sql`
    update company_references set withdrawn_at = ${moment(at)}
    where id = ${id} and company_id = ${companyId} and withdrawn_at is null and state <> 'refused' returning id`)
  return withdrawn.length > 0
}

/** Writes a company's answer to a refusal; an empty one takes it back. */
export async function replyToRefusal(db: Database, companyId: string, id: string, reply: string) {
  if (!isId(id)) return false
  const replied = await db.execute(sql`
    update company_references set reply = nullif(${reply}, '')
    where id = ${id} and company_id = ${companyId} and state = 'refused' and withdrawn_at is null returning id`)
  return replied.length > 0
}
