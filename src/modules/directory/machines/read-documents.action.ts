import { cataloguePaths, goneLimit, sourceOf } from '#modules/catalogue/index.ts'
import { companyPaths } from '#modules/companies/index.ts'
import { NotFound } from '#platform/http/refusals.ts'
import type { World } from '#platform/world.ts'
import {
  type Asked,
  type BareSoftware,
  companyDocuments,
  needDocuments,
  softwareDocuments,
} from './documents.queries.ts'
import type { CompanyDocument, NeedDocument, SoftwareDocument } from './documents.ts'

/** The software asked for, with their addresses and the sources to quote. */
export async function readSoftware(world: World, asked: Asked): Promise<SoftwareDocument[]> {
  const found = await softwareDocuments(world.db, asked, goneLimit(world.clock()))
  return found.map((software) => documentOf(world, software))
}

/** The software of these slugs in this order, each with its identifier; a slug that no sheet bears is left out. */
export async function printedSoftware(world: World, slugs: readonly string[]) {
  const found = await softwareDocuments(world.db, { slugs }, goneLimit(world.clock()))
  const bySlug = new Map(found.map((software) => [software.slug, software]))
  return slugs.flatMap((slug) => {
    const software = bySlug.get(slug)
    return software ? [{ id: software.id, software: documentOf(world, software) }] : []
  })
}

const documentOf = ({ config }: World, { id: _id, ...software }: BareSoftware): SoftwareDocument => ({
  url: `${config.baseUrl}${cataloguePaths.software(software.slug)}`,
  ...software,
  attributions: attributionsOf(software),
})

/** The needs asked for, and the address of what meets them. */
export async function readNeeds({ db, config: { baseUrl } }: World, asked: Asked): Promise<NeedDocument[]> {
  const found = await needDocuments(db, asked)
  return found.map((need) => ({
    url: `${baseUrl}${cataloguePaths.need(need.slug)}`,
    ...need,
    software: need.software.map((met) => ({
      url: `${baseUrl}${cataloguePaths.software(met.slug)}`,
      ...met,
    })),
  }))
}

/** The companies asked for. */
export async function readCompanies(
  { db, config: { baseUrl }, clock }: World,
  asked: Asked,
): Promise<CompanyDocument[]> {
  const found = await companyDocuments(db, asked, goneLimit(clock()))
  return found.map(({ id, ...company }) => ({
    url: `${baseUrl}${companyPaths.show({ id, siren: company.siren })}`,
    ...company,
  }))
}

/** The only document found, or the page's own « not found ». */
export function theOne<Document>(found: readonly Document[]): Document {
  const [document] = found
  if (!document) throw new NotFound('Rien ne porte ce nom dans les annuaires.')
  return document
}

const attributionsOf = ({ origins }: Pick<BareSoftware, 'origins'>) =>
  [...new Set(Object.values(origins).map(({ source }) => source))].map((source) => {
    const { attribution, licence, url } = sourceOf(source)
    return { source: attribution, licence, url }
  })
