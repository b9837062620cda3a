import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { isId, newId } from '#platform/ids.ts'
import type { Area } from './area.ts'
import type { ServiceKind, ServiceLevel } from './service.ts'

/** What a service is about: a need of town halls, or a software. */
export type ServiceSubject = { readonly need: string } | { readonly softwareId: string }

type Stated = {
  readonly companyId: string
  readonly subject: ServiceSubject
  readonly kinds: readonly ServiceKind[]
  readonly level: ServiceLevel
  readonly areas: readonly Area[]
  readonly at: Date
}

/** Keeps what a company states, one row a kind; the same said again takes its new level, areas and date. */
export const saveServices = (db: Database, { companyId, subject, kinds, level, areas, at }: Stated) => {
  const rows = JSON.stringify(kinds.map((kind) => ({ id: newId(), kind })))
  const [need, softwareId] = 'need' in subject ? [subject.need, null] : [null, subject.softwareId]
  return db.execute(sql`
    insert into company_services (id, company_id, need, software_id, kind, level, areas, stated_at)
    select g.id, ${companyId}, ${need}, ${softwareId}, g.kind, ${level},
      array(select jsonb_array_elements_text(${JSON.stringify(areas)}::jsonb)), ${moment(at)}
    from jsonb_to_recordset(${rows}::jsonb) as g(id uuid, kind text)
    on conflict (company_id, coalesce(need, ''), coalesce(software_id, '00000000-0000-0000-0000-000000000000'), kind)
      where ended_at is null
      do update set level = excluded.level, areas = excluded.areas, stated_at = excluded.stated_at`)
}

/** Ends what a company stated; false when it is not its own, or already ended. */
export async function endService(db: Database, companyId: string, id: string, at: Date) {
  if (!isId(id)) return false
  const ended = await db.execute(sql`
    update company_services set ended_at = ${moment(at)}
    where id = ${id} and company_id = ${companyId} and ended_at is null returning id`)
  return ended.length > 0
}

/** Takes an ending back; nothing when the same was stated again since. */
export async function reviveService(db: Database, companyId: string, id: string) {
  if (!isId(id)) return false
  const revived = await db.execute(sql`
    update company_services s set ended_at = null
    where s.id = ${id} and s.company_id = ${companyId} and s.ended_at is not null and not exists (
      select from company_services o where o.company_id = s.company_id and o.ended_at is null and o.kind = s.kind
        and o.need is not distinct from s.need and o.software_id is not distinct from s.software_id)
    returning id`)
  return revived.length > 0
}

/** Says that all that a company states and offers is still true today. */
export async function renewStatements(db: Database, companyId: string, at: Date) {
  const renewed = await db.execute(sql`
    with services as (
      update company_services set stated_at = ${moment(at)} where company_id = ${companyId} and ended_at is null returning 1),
    offers as (
      update operated_offers set stated_at = ${moment(at)} where company_id = ${companyId} and ended_at is null returning 1)
    select from services union all select from offers`)
  return renewed.length
}
