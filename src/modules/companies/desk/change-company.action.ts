import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { parseSiren } from '#values/siren.ts'
import { parseWebAddress } from '#values/web-address.ts'
import { findCompany } from '../census/census.queries.ts'
import { keepFormerName, putBack, takeOut, updateCompany } from '../census/company-details.queries.ts'
import { addEvent } from '../census/events.queries.ts'

type Corrected = {
  readonly name: string
  readonly siren: string
  readonly website: string
  readonly email: string | null
  readonly phone: string | null
  readonly postalAddress: string | null
}

/** Corrects what a source says of a company that nobody has claimed; one that is claimed is its own to correct. */
export function correctCompany(
  { db, clock }: World,
  id: string,
  { siren, website, ...corrected }: Corrected,
  by: string,
) {
  const at = clock()
  const number = parseSiren(siren)
  if (siren !== '' && !number.ok) return refuse('wrong-siren')
  const site = parseWebAddress(website)
  if (website !== '' && !site.ok) return refuse('not-a-web-address')

  return db.transaction(async (tx) => {
    const company = await findCompany(tx, id)
    if (company.claimedAt) return refuse('claimed')
    const other = number.ok ? await findCompany(tx, number.value).catch(() => undefined) : undefined
    if (other && other.id !== company.id) return refuse('siren-known')

    if (corrected.name !== company.name) await keepFormerName(tx, company, at)
    const values = {
      ...corrected,
      siren: number.ok ? number.value : null,
      website: site.ok ? site.value : null,
    }
    await updateCompany(tx, id, values)
    await addEvent(tx, id, { at, actor: by, sentence: 'Coordonnées corrigées.' })
    return accept(id)
  })
}

/** Takes a company out of the census, with a reason that its page gives. */
export function withdrawFromCensus(
  { db, clock }: World,
  id: string,
  { reason, by }: { readonly reason: string; readonly by: string },
) {
  const at = clock()
  return db.transaction(async (tx) => {
    const company = await findCompany(tx, id)
    if (await takeOut(tx, company.id, { reason, by, at }))
      await addEvent(tx, company.id, { at, actor: by, sentence: `Retirée du recensement : ${reason}` })
  })
}

/** Takes a withdrawal back. */
export function restoreToCensus({ db, clock }: World, id: string, by: string) {
  return db.transaction(async (tx) => {
    const company = await findCompany(tx, id)
    if (await putBack(tx, company.id))
      await addEvent(tx, company.id, { at: clock(), actor: by, sentence: 'Remise dans le recensement.' })
  })
}
