import { renameOrganisation } from '#modules/organisations/index.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { parseWebAddress } from '#values/web-address.ts'
import type { Company } from '../census/census.queries.ts'
import { keepFormerName, updateCompany } from '../census/company-details.queries.ts'
import { addEvent } from '../census/events.queries.ts'

export type Details = {
  readonly name: string
  readonly presentation: string | null
  readonly website: string
  readonly email: string | null
  readonly phone: string | null
  readonly postalAddress: string | null
}

/**
 * Changes what a company's page says of it. A name that changes stays in its history, and in view; no order looks at names, so
 * that « AAA » gains nothing.
 */
export function describeCompany(
  { db, clock }: World,
  company: Company,
  { website, ...details }: Details,
  by: string,
) {
  const at = clock()
  const site = parseWebAddress(website)
  if (website !== '' && !site.ok) return refuse('not-a-web-address')

  return db.transaction(async (tx) => {
    const isRenamed = details.name !== company.name
    if (isRenamed) await keepFormerName(tx, company, at)
    if (isRenamed && company.organisationId)
      await renameOrganisation(tx, company.organisationId, details.name)
    await updateCompany(tx, company.id, { ...details, website: site.ok ? site.value : null })
    const changed = isRenamed
      ? `Renommée : « ${company.name} » devient « ${details.name} ».`
      : 'Présentation revue.'
    await addEvent(tx, company.id, { at, actor: by, sentence: changed })
    return accept(company.id)
  })
}
