import type { Context } from 'hono'
import type { Env } from '#platform/http/app.ts'
import { memberOf } from '#platform/http/member.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { companyOfOrganisation } from '../census/census.queries.ts'

/** The company on whose behalf the member acts; throws NotFound for an organisation that has no page in the census. */
export async function myCompany(c: Context<Env>) {
  const company = await companyOfOrganisation(c.var.db, memberOf(c).organisation.id)
  if (!company) throw new NotFound('Votre organisme n’a pas de fiche dans le recensement des entreprises.')
  return company
}
