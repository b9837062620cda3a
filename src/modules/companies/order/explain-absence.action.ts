import type { World } from '#platform/world.ts'
import { fitsOf } from './fits.queries.ts'
import { placeFor } from './helped-place.queries.ts'
import type { HelpSought } from './question.ts'
import { companiesNamed, type NamedCompany, organisationsNamed, statedAbout } from './why-not.queries.ts'
import { kindsStated, type WhyNot, whyNot } from './why-not.ts'

/** What is answered to « pourquoi pas cette entreprise ? ». */
export type Absence =
  | { readonly status: 'unknown' }
  | { readonly status: 'several'; readonly companies: readonly NamedCompany[] }
  | { readonly status: 'organisation'; readonly name: string }
  | {
      readonly status: 'told'
      readonly company: NamedCompany
      readonly why: WhyNot
      readonly kinds: string
      readonly areas: readonly string[]
    }

/** Says why a company is not in a list, or that it is. */
export async function explainAbsence(
  { db, clock }: World,
  typed: string,
  sought: HelpSought,
): Promise<Absence> {
  const companies = await companiesNamed(db, typed)
  const [company, other] = companies
  if (!company) {
    const [organisation] = await organisationsNamed(db, typed)
    return organisation ? { status: 'organisation', name: organisation.name } : { status: 'unknown' }
  }
  const isMeant = (one: NamedCompany) =>
    one.siren === typed.replace(/\s/g, '') || one.id === typed.trim() || one.name === typed.trim()
  if (other && !isMeant(company)) return { status: 'several', companies }

  const [place, fits] = await Promise.all([placeFor(db, sought.insee), fitsOf(db, sought.need)])
  const softwareIds = sought.softwareIds ?? (sought.need === undefined ? undefined : fits.softwareIds)
  const stated = await statedAbout(db, company.id, { need: sought.need, softwareIds })
  const { kind } = sought
  return {
    status: 'told',
    company,
    why: whyNot({ ...company, stated }, { kind, place, now: clock() }),
    kinds: kindsStated(stated),
    areas: [...new Set(stated.flatMap(({ areas }) => areas))],
  }
}
