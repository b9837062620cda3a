import type { HarvestedSoftware } from './harvest.queries.ts'

const systems = ['windows', 'linux', 'mac', 'android', 'ios'] as const

const operatingSystems = ({ platforms }: HarvestedSoftware) =>
  Object.fromEntries(systems.map((system) => [system, platforms.includes(system)]))

function runtimePlatforms({ platforms }: HarvestedSoftware) {
  const isDesktop = ['windows', 'linux', 'mac'].some((system) => platforms.includes(system))
  const isMobile = ['android', 'ios'].some((system) => platforms.includes(system))
  return [
    ...(platforms.includes('web') ? ['cloud'] : []),
    ...(isDesktop ? ['desktop'] : []),
    ...(isMobile ? ['mobile'] : []),
  ]
}

/** Yes and no as booleans; what is not known or makes no sense is left out, for a boolean would lie. */
const customAttributes = ({ attributes }: HarvestedSoftware) =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([key, said]) =>
      said === 'yes' || said === 'no' ? [[key, said === 'yes']] : [],
    ),
  )

const identifierAddresses: Readonly<Record<string, (value: string) => string>> = {
  wikidata: (value) => `https://www.wikidata.org/wiki/${value}`,
  comptoir: (value) => `https://comptoir-du-libre.org/fr/softwares/${value}`,
  framalibre: (value) => `https://framalibre.org/notices/${value}`,
}

const identifiers = (software: HarvestedSoftware) =>
  software.identifiers.map(({ scheme, value }) => ({
    '@type': 'PropertyValue',
    propertyID: scheme,
    value,
    url: identifierAddresses[scheme]?.(value),
  }))

const wikidata = ({ identifiers: known }: HarvestedSoftware) =>
  known.find(({ scheme }) => scheme === 'wikidata')?.value

/** A software as `sill.json` (v1) writes it. What Beffroi does not count as the SILL does (agents, referents) is empty. */
export const sillV1 = (software: HarvestedSoftware) => ({
  id: software.number,
  name: software.name,
  description: software.summary ?? '',
  referencedSinceTime: software.createdAt.getTime(),
  updateTime: software.updatedAt.getTime(),
  isStillInObservation: false,
  license: software.licenceSpdx ?? software.licenceRaw ?? '',
  operatingSystems: operatingSystems(software),
  runtimePlatforms: runtimePlatforms(software),
  categories: software.needs,
  keywords: software.keywords,
  customAttributes: customAttributes(software),
  serviceProviders: [],
  softwareExternalData: {
    externalId: wikidata(software),
    officialWebsiteUrl: software.website ?? undefined,
    sourceUrl: software.repository ?? undefined,
    documentationUrl: software.documentation ?? undefined,
  },
  similarExternalSoftwares: [],
  latestVersion: software.version
    ? {
        semVer: software.version,
        publicationTime: software.releasedOn ? Date.parse(software.releasedOn) : undefined,
      }
    : undefined,
  userAndReferentCountByOrganization: {},
  hasExpertReferent: false,
  instances: [],
})

/** A software as `v2/catalogi.json` writes it. */
export const sillV2 = (software: HarvestedSoftware) => ({
  id: software.number,
  name: { fr: software.name },
  description: { fr: software.summary ?? '' },
  addedTime: software.createdAt.toISOString(),
  updateTime: software.updatedAt.toISOString(),
  dereferencing: null,
  customAttributes: customAttributes(software),
  url: software.website,
  codeRepositoryUrl: software.repository,
  softwareHelp: software.documentation,
  license: software.licenceSpdx ?? software.licenceRaw,
  isLibreSoftware: software.isFree,
  latestVersion: software.version ? { version: software.version, releaseDate: software.releasedOn } : null,
  keywords: software.keywords,
  programmingLanguages: [],
  applicationCategories: software.needs,
  authors: [],
  providers: [],
  identifiers: identifiers(software),
  operatingSystems: operatingSystems(software),
  runtimePlatforms: runtimePlatforms(software),
  similarSoftwares: [],
  externalId: wikidata(software) ?? null,
  sourceSlug: wikidata(software) ? 'wikidata' : null,
})
