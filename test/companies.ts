import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'

/** A need and a software that meets it, for tests that speak of companies. */
export async function addNeedAndSoftware(db: Database, need = 'cimetiere', software = 'opencimetiere') {
  const softwareId = newId()
  await db.execute(sql`insert into needs (slug, service, label, summary, audiences, source)
    values (${need}, 'État civil', 'Gérer le cimetière', 'Concessions et défunts.', '{town-hall}', 'test')
    on conflict do nothing`)
  await db.execute(sql`insert into software (id, slug, name, layer, created_at, updated_at)
    values (${softwareId}, ${software}, 'openCimetière', 'beffroi', now(), now())`)
  return { need, softwareId }
}

type Known = {
  readonly siren?: string
  readonly email?: string
  readonly website?: string
  readonly organisationId?: string
}

/** A company of the census; claimed when an organisation is given. */
export async function addTestCompany(db: Database, name: string, known: Known = {}) {
  const id = newId()
  const { siren = null, email = null, website = null, organisationId = null } = known
  await db.execute(sql`insert into companies (id, name, siren, email, website, source, organisation_id, claimed_at, created_at)
    values (${id}, ${name}, ${siren}, ${email}, ${website}, 'test', ${organisationId},
      case when ${organisationId}::uuid is null then null else now() end, now())`)
  return id
}

type Said = {
  readonly need?: string
  readonly softwareId?: string
  readonly kind?: string
  readonly areas?: readonly string[]
  readonly at?: Date
}

/** A service that a company states. */
export async function addTestService(db: Database, companyId: string, said: Said) {
  const { need = null, softwareId = null, kind = 'installation', areas = ['france'], at = new Date() } = said
  const id = newId()
  await db.execute(sql`insert into company_services (id, company_id, need, software_id, kind, level, areas, stated_at)
    values (${id}, ${companyId}, ${need}, ${softwareId}, ${kind}, 'practises',
      array(select jsonb_array_elements_text(${JSON.stringify(areas)}::jsonb)), ${at.toISOString()}::timestamptz)`)
  return id
}
